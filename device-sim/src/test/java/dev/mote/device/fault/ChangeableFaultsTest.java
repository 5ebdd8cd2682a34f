package dev.mote.device.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.stream.TimedSample;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeableFaultsTest {
    private static final int COUNT = 1000;
    private static final int SEED = 5;

    private static ChangeableFaults ramp() {
        return new ChangeableFaults(
                TestStreams.of(TestStreams.SIGNAL, TestStreams.ramp(COUNT)), TestStreams.FULL_SCALE);
    }

    private static List<TimedSample> read(ChangeableFaults stream, int count) {
        List<TimedSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(stream.next().orElseThrow());
        }
        return samples;
    }

    private static List<Integer> numbers(List<TimedSample> samples) {
        return samples.stream().map(sample -> Math.round(sample.values()[0])).toList();
    }

    @Test
    void isTheStreamItselfWithoutFaults() {
        ChangeableFaults stream = ramp();
        assertEquals(IntStream.range(0, COUNT).boxed().toList(), numbers(TestStreams.read(stream)));
        assertEquals(COUNT, stream.count());
        assertEquals(COUNT, stream.measured().size());
        assertTrue(stream.measured().isEmpty());
    }

    @Test
    void givesWhatTheFaultsGive() {
        ChangeableFaults stream = ramp();
        stream.change(Faults.parse(List.of("dropout:20%", "reorder:10%")), SEED);
        assertEquals(
                numbers(TestStreams.faulty(TestStreams.ramp(COUNT), SEED, "dropout:20%", "reorder:10%")),
                numbers(TestStreams.read(stream)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reorder:50%", "duplicate:0%", "jitter:0ms", "noise:0.01", "rate:50Hz"})
    void losesNoSampleWhenFaultsChange(String fault) {
        ChangeableFaults stream = ramp();
        List<TimedSample> all = new ArrayList<>();
        for (int change = 0; change < 20; change++) {
            stream.change(change % 2 == 0 ? Faults.parse(List.of(fault)) : Faults.NONE, SEED + change);
            all.addAll(read(stream, 17 + change));
        }
        all.addAll(TestStreams.read(stream));
        assertEquals(
                IntStream.range(0, COUNT).boxed().toList(),
                numbers(all).stream().sorted().toList());
    }

    @Test
    void clockDoesNotJumpWhenItsFaultGoes() {
        ChangeableFaults stream = ramp();
        stream.change(Faults.parse(List.of("skew:+20%")), SEED);
        List<TimedSample> fast = read(stream, 500);
        stream.change(Faults.NONE, SEED);
        List<TimedSample> after = TestStreams.read(stream);
        long gap = after.getFirst().micros() - fast.getLast().micros();
        assertTrue(gap > 0 && gap <= 2 * TestStreams.INTERVAL, "gap " + gap);
        for (int i = 1; i < after.size(); i++) {
            long step = after.get(i).micros() - after.get(i - 1).micros();
            assertTrue(step > 0 && step <= 2 * TestStreams.INTERVAL, i + ": " + step);
        }
    }

    @Test
    void refusedFaultsChangeNothing() {
        ChangeableFaults stream = ramp();
        Faults blur = Faults.parse(List.of("blur:1px"));
        assertThrows(BadInputException.class, () -> stream.change(blur, SEED));
        assertEquals(IntStream.range(0, COUNT).boxed().toList(), numbers(TestStreams.read(stream)));
    }
}
