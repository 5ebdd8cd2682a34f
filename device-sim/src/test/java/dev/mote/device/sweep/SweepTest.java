package dev.mote.device.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.Faults;
import dev.mote.device.fault.Levels;
import dev.mote.device.fault.TestStreams;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final List<StreamCopy> PERSONS =
            List.of(SignModel.person("ann", 3000, 0), SignModel.person("ben", 3000, 40));

    @Test
    void namesTheFaultsThatAModelDoesNotSurvive() {
        SweepResult result = sweep(4, List.of("flip", "noise", "dropout", "bias"), List.of("bias=10mg,3g"));
        assertTrue(result.baseline().int8().accuracy() > 0.85, "windows across a change are hard");
        assertEquals(0.5, result.chance(), 0.02);
        assertEquals(Optional.of("flip:x"), lost(result, FaultKind.FLIP));
        assertEquals(Optional.empty(), lost(result, FaultKind.NOISE));
        assertEquals(Optional.empty(), lost(result, FaultKind.DROPOUT));
        assertEquals(Optional.of("bias:3g"), lost(result, FaultKind.BIAS));
        SweepPoint flipped = curve(result, FaultKind.FLIP).points().getFirst();
        assertEquals(1 - result.baseline().int8().accuracy(), flipped.int8().accuracy(), 0.05);
        assertTrue(flipped.int8().interval().low() <= flipped.int8().accuracy());
        assertTrue(flipped.int8().interval().high() >= flipped.int8().accuracy());
    }

    @Test
    void runsFaultsThatDrawNumbersWithSeveralSeedsAndOthersOnce() {
        SweepResult result = sweep(2, List.of("flip", "noise"), List.of("noise=50%"));
        assertEquals(1, curve(result, FaultKind.FLIP).points().getFirst().seeds());
        SweepPoint noisy = curve(result, FaultKind.NOISE).points().getFirst();
        assertEquals(3, noisy.seeds());
        assertEquals(
                3 * result.baseline().result().int8().windows().windows(),
                noisy.result().int8().windows().windows());
        assertEquals(result.baseline().windows(), noisy.windows());
        double width = noisy.int8().interval().high() - noisy.int8().interval().low();
        double baseline = result.baseline().int8().interval().high()
                - result.baseline().int8().interval().low();
        assertTrue(width > baseline / 2, "seeds are no more recordings: " + width + " against " + baseline);
    }

    @Test
    void threadsDoNotMatter() {
        List<String> kinds = List.of("noise", "dropout", "rotate");
        assertEquals(sweep(1, kinds, List.of()), sweep(5, kinds, List.of()));
    }

    @Test
    void aStreamWithoutWindowsIsNotSurvived() {
        SweepResult result = sweep(2, List.of("dropout"), List.of("dropout=1%,95%"));
        assertTrue(result.survives(curve(result, FaultKind.DROPOUT).points().get(0)));
        assertFalse(result.survives(curve(result, FaultKind.DROPOUT).points().get(1)));
    }

    @Test
    void failuresOfAThreadAreToldOnce() {
        AtomicInteger done = new AtomicInteger();
        BadInputException wrong = assertThrows(
                BadInputException.class,
                () -> ParallelRuns.map(
                        100,
                        4,
                        number -> {
                            if (number == 7) {
                                throw new BadInputException("number 7");
                            }
                            return number;
                        },
                        done::incrementAndGet));
        assertEquals("number 7", wrong.getMessage());
        assertEquals(List.of(0, 1, 4, 9), ParallelRuns.map(4, 9, number -> number * number, () -> {}));
    }

    @Test
    void copiesGiveTheSamplesOfTheStreamAgain() {
        List<TimedSample> samples = TestStreams.signal(10_000, n -> new float[] {n, 1, 2, 3, 4, 5});
        StreamCopy copy = StreamCopy.of("ann", TestStreams.of(TestStreams.SIGNAL, samples), 60_000)
                .orElseThrow();
        assertEquals(10_000, copy.samples());
        for (int round = 0; round < 2; round++) {
            List<Float> first = new ArrayList<>();
            var stream = copy.open(4000, 200);
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                first.add(next.get().values()[0]);
                assertEquals(
                        samples.get(first.getLast().intValue()).micros(),
                        next.get().micros());
            }
            assertEquals(200, first.size());
            assertEquals(4000, first.getFirst());
        }
        assertTrue(StreamCopy.of("ann", TestStreams.of(TestStreams.SIGNAL, samples), 59_999)
                .isEmpty());
    }

    private static SweepResult sweep(int threads, List<String> kinds, List<String> levels) {
        var chosen = Levels.chosen(TestStreams.SIGNAL, kinds, levels);
        Sweep sweep =
                new Sweep(SignModel.simulation(), PERSONS, new SweepOptions(chosen, Faults.NONE, 3, 1, 0.1, threads));
        AtomicInteger done = new AtomicInteger();
        SweepResult result = sweep.run(done::incrementAndGet);
        assertEquals(sweep.count(), done.get());
        return result;
    }

    private static SweepCurve curve(SweepResult result, FaultKind kind) {
        return result.curves().stream()
                .filter(curve -> curve.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> lost(SweepResult result, FaultKind kind) {
        return result.firstLost(curve(result, kind))
                .map(point -> point.fault().orElseThrow().text());
    }
}
