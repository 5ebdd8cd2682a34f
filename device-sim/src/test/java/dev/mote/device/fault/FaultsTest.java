package dev.mote.device.fault;

import static dev.mote.device.fault.TestStreams.FULL_SCALE;
import static dev.mote.device.fault.TestStreams.SIGNAL;
import static dev.mote.device.fault.TestStreams.faulty;
import static dev.mote.device.fault.TestStreams.walk;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every kind of fault, and for several together. */
class FaultsTest {
    private static final long SEED = 7;

    static Stream<String> everyFault() {
        return Arrays.stream(FaultKind.values())
                .filter(FaultKind::ofSignals)
                .map(kind -> kind.option() + ":"
                        + (kind == FaultKind.RATE ? "40Hz" : kind.levels().getLast()));
    }

    static Stream<String> everyImageFault() {
        return Arrays.stream(FaultKind.values())
                .filter(FaultKind::ofImages)
                .map(kind -> kind.option() + ":" + kind.levels().getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate:0deg",
                "skew:0%",
                "rate:50Hz",
                "jitter:0ms",
                "cross-axis:0%",
                "gain:0%",
                "bias:0g",
                "drift:0%",
                "noise:0",
                "range:100%",
                "spikes:0%",
                "dropout:0%",
                "burst:0%",
                "duplicate:0%",
                "reorder:0%"
            })
    void levelZeroChangesNothing(String fault) {
        assertSame(walk(500), faulty(walk(500), SEED, fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate:0deg",
                "shift:0px",
                "blur:0px",
                "contrast:0%",
                "noise:0%",
                "dead:0%",
                "dropout:0%",
                "reorder:0%"
            })
    void levelZeroChangesNoImage(String fault) {
        assertSame(TestStreams.images(5), TestStreams.faultyImages(TestStreams.images(5), SEED, fault));
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void theHighestLevelChangesTheStreamAndNotTheSamplesThatItGot(String fault) {
        List<TimedSample> given = walk(2000);
        assertTrue(differ(given, faulty(given, SEED, fault)), fault);
        assertSame(walk(2000), given);
    }

    @ParameterizedTest
    @MethodSource("everyImageFault")
    void theHighestLevelChangesImages(String fault) {
        List<TimedSample> given = TestStreams.images(200);
        assertTrue(differ(given, TestStreams.faultyImages(given, SEED, fault)), fault);
        assertSame(TestStreams.images(200), given);
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void oneSeedGivesOneStream(String fault) {
        List<TimedSample> once = faulty(walk(2000), SEED, fault);
        assertSame(once, faulty(walk(2000), SEED, fault));
        assertEquals(
                Fault.parse(fault).isRandom(),
                IntStream.range(100, 108).anyMatch(seed -> differ(once, faulty(walk(2000), seed, fault))));
    }

    @Test
    void threadsDoNotMatter() {
        String[] faults = {"noise:1%", "dropout:5%", "skew:1%", "rotate:5deg", "burst:2%", "spikes:1%"};
        List<TimedSample> expected = faulty(walk(3000), SEED, faults);
        IntStream.range(0, 8).parallel().forEach(i -> assertSame(expected, faulty(walk(3000), SEED, faults)));
    }

    /** The first samples are the same, however many follow. */
    @ParameterizedTest
    @MethodSource("everyFault")
    void doesNotLookFarAhead(String fault) {
        List<TimedSample> few = faulty(walk(1000), SEED, fault);
        List<TimedSample> many = faulty(walk(1500), SEED, fault);
        int settled = few.size() - 50;
        assertSame(few.subList(0, settled), many.subList(0, settled));
    }

    @Test
    void twoOfOneKindDrawTheirOwnNumbers() {
        List<TimedSample> once = faulty(TestStreams.zeros(20_000), SEED, "noise:0.1");
        List<TimedSample> twice = faulty(TestStreams.zeros(20_000), SEED, "noise:0.1", "noise:0.1");
        assertEquals(0.1, TestStreams.deviation(once, 0), 0.002);
        assertEquals(0.1 * Math.sqrt(2), TestStreams.deviation(twice, 0), 0.003);
    }

    /** Turned, then measured with a bias; not the other way round. */
    @Test
    void faultsActInTheOrderOfTheirStages() {
        List<TimedSample> mountedLast = faulty(walk(50), SEED, "bias:+0.1/acc_x", "rotate:90deg/z");
        TimedSample first = mountedLast.getFirst();
        assertEquals(-0.2f + 0.1f, first.values()[0], 1e-6);
        assertEquals(0, first.values()[1], 1e-6);
        assertEquals(1, first.values()[2], 1e-6);
    }

    /** Of one stage, the first one given acts first. */
    @Test
    void withinAStageTheOrderIsThatOfTheList() {
        assertEquals(
                2.2f,
                faulty(TestStreams.ramp(2), SEED, "gain:+10%", "bias:+1.1")
                        .get(1)
                        .values()[0],
                1e-6);
        assertEquals(
                2.31f,
                faulty(TestStreams.ramp(2), SEED, "bias:+1.1", "gain:+10%")
                        .get(1)
                        .values()[0],
                1e-6);
    }

    @Test
    void keepsTheStretchesOfARecordingApart() {
        List<TimedSample> samples = IntStream.range(0, 400)
                .mapToObj(n -> new TimedSample(
                        (long) n * TestStreams.INTERVAL, new float[] {n, n, n, n, n, n}, 0, n < 200 ? 0 : 1))
                .toList();
        for (String fault : List.of("skew:+3%", "rate:73Hz", "jitter:8ms", "reorder:50%/7")) {
            for (TimedSample sample : faulty(samples, SEED, fault)) {
                boolean early = sample.values()[0] <= 199;
                assertEquals(early ? 0 : 1, sample.stretch(), fault);
                assertTrue(early || sample.values()[0] >= 200, fault + ": between " + sample.values()[0]);
            }
        }
    }

    @Test
    void refusesFaultsThatDoNotSuitTheStream() {
        assertEquals(
                "--fault blur:1px: blur is a fault of images, but walk gives signals; mote faults lists which is which",
                wrong("blur:1px"));
        assertEquals(
                "--fault noise:1g/mag: no channel of walk begins with 'mag'; channels: acc_x, acc_y, acc_z, gyro_x,"
                        + " gyro_y, gyro_z",
                wrong("noise:1g/mag"));
        assertEquals(
                "--fault noise:1g/gyro: walk has the unit g,g,g,rad/s,rad/s,rad/s, in which 'g' is not; give a number"
                        + " without a unit, or % of the full scale",
                wrong("noise:1g/gyro"));
        assertEquals(
                "--fault rate:300Hz: walk has 50.0 samples a second, expected 12.5 to 200.0 Hz", wrong("rate:300Hz"));
        BadInputException images = assertThrows(
                BadInputException.class, () -> TestStreams.faultyImages(TestStreams.images(1), 1, "swap:xy"));
        assertTrue(
                images.getMessage().startsWith("--fault swap:xy: swap is a fault of signals, but digits gives images"));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindHasLevelsForASweepAndWords(FaultKind kind) {
        assertEquals(kind == FaultKind.RATE, kind.levels().isEmpty());
        assertTrue(!kind.text().isBlank()
                && !kind.source().isBlank()
                && !kind.range().isBlank());
        assertTrue(kind.ofSignals() || kind.ofImages());
    }

    private static String wrong(String fault) {
        return assertThrows(BadInputException.class, () -> faulty(walk(1), 1, fault))
                .getMessage();
    }

    static void assertSame(List<TimedSample> expected, List<TimedSample> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).micros(), found.get(i).micros());
            assertEquals(expected.get(i).label(), found.get(i).label());
            assertArrayEquals(expected.get(i).values(), found.get(i).values());
        }
    }

    private static boolean differ(List<TimedSample> one, List<TimedSample> other) {
        try {
            assertSame(one, other);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    @Test
    void losesAndGainsTheSharesToldOverALongStream() {
        long[] count = {0};
        SampleStream endless = new SampleStream() {
            @Override
            public StreamFormat format() {
                return SIGNAL;
            }

            @Override
            public Optional<TimedSample> next() {
                return count[0] == 300_000
                        ? Optional.empty()
                        : Optional.of(new TimedSample(count[0]++ * 20_000L, new float[6], 0));
            }
        };
        SampleStream faulty = Faults.parse(List.of("skew:+1%", "noise:1%", "burst:10%", "reorder:10%"))
                .apply(endless, FULL_SCALE, SEED);
        long read = 0;
        while (faulty.next().isPresent()) {
            read++;
        }
        assertEquals(300_000 * 1.01 * 0.9, read, 5000);
    }
}
