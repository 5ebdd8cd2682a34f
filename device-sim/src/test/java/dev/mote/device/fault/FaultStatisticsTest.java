package dev.mote.device.fault;

import static dev.mote.device.fault.TestStreams.INTERVAL;
import static dev.mote.device.fault.TestStreams.faulty;
import static dev.mote.device.fault.TestStreams.ramp;
import static dev.mote.device.fault.TestStreams.walk;
import static dev.mote.device.fault.TestStreams.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.stream.TimedSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of fault does is what its level says. */
class FaultStatisticsTest {
    private static final int MANY = 40_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseIsNormalAndWhite(long seed) {
        List<TimedSample> noisy = faulty(zeros(MANY), seed, "noise:0.2g");
        assertEquals(0, TestStreams.mean(noisy, 0), 0.004);
        assertEquals(0.2, TestStreams.deviation(noisy, 0), 0.003);
        assertEquals(0.2, TestStreams.deviation(noisy, 2), 0.003);
        assertEquals(0, TestStreams.deviation(noisy, 3), "a gyroscope measures no g");
        double beyondTwo =
                noisy.stream().filter(s -> Math.abs(s.values()[1]) > 0.4).count() / (double) MANY;
        assertEquals(0.0455, beyondTwo, 0.005);
        assertEquals(0, correlation(noisy, 0, 1, 0), 0.02);
        assertEquals(0, correlation(noisy, 0, 0, 1), 0.02);
    }

    @Test
    void amountsAreInAnyUnitOfTheQuantity() {
        float milli = faulty(zeros(1), 1, "bias:+500mg").getFirst().values()[0];
        assertEquals(0.5f, milli, 1e-6);
        assertEquals(1f, faulty(zeros(1), 1, "bias:+9.80665m/s2").getFirst().values()[0], 1e-6);
        assertEquals(Math.PI / 180, faulty(zeros(1), 1, "bias:+1dps").getFirst().values()[3], 1e-7);
        assertEquals(0.04f, faulty(zeros(1), 1, "bias:+1%").getFirst().values()[0], 1e-7);
        assertEquals(0.2f, faulty(zeros(1), 1, "bias:+1%").getFirst().values()[5], 1e-7);
    }

    @Test
    void biasDrawsASignForEachAxis() {
        Set<Float> found = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            found.add(faulty(zeros(1), seed, "bias:0.5g").getFirst().values()[1]);
        }
        assertEquals(Set.of(0.5f, -0.5f), found);
    }

    @Test
    void driftComesBackAfterTenMinutesAndReachesItsLevel() {
        List<TimedSample> drifting = faulty(zeros(30_001), 4, "drift:0.1g");
        assertEquals(drifting.getFirst().values()[0], drifting.getLast().values()[0], 1e-6);
        assertEquals(
                0.1, drifting.stream().mapToDouble(s -> s.values()[0]).max().orElseThrow(), 1e-4);
        assertEquals(
                -0.1, drifting.stream().mapToDouble(s -> s.values()[0]).min().orElseThrow(), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotate:30deg", "rotate:90deg/x", "rotate:5deg/y", "rotate:180deg"})
    void rotationKeepsNormsAndAnglesBetweenSensors(String fault) {
        List<TimedSample> before = walk(200);
        List<TimedSample> after = faulty(before, 9, fault);
        for (int n = 0; n < 200; n++) {
            float[] was = before.get(n).values();
            float[] is = after.get(n).values();
            assertEquals(dot(was, 0, 0), dot(is, 0, 0), 1e-5);
            assertEquals(dot(was, 3, 3), dot(is, 3, 3), 1e-5);
            assertEquals(dot(was, 0, 3), dot(is, 0, 3), 1e-5);
        }
    }

    @Test
    void rotationAboutZTurnsXToY() {
        List<TimedSample> one = TestStreams.signal(1, n -> new float[] {1, 0, 0.5f, 0, 2, 0});
        assertArray(new double[] {0, 1, 0.5, -2, 0, 0}, faulty(one, 1, "rotate:90deg/z"));
    }

    /** An axis across gravity turns it by the whole angle, one along it not at all: on average over the sphere by 3/4 of it or so. */
    @Test
    void rotationsAboutDrawnAxesPointEverywhere() {
        double[] sum = new double[3];
        for (int seed = 0; seed < 400; seed++) {
            double[] axis = Turn.randomAxis(Chance.of(seed, "rotate", 0));
            assertEquals(1, axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2], 1e-12);
            for (int i = 0; i < 3; i++) {
                sum[i] += axis[i] / 400;
            }
        }
        for (double mean : sum) {
            assertEquals(0, mean, 0.1);
        }
    }

    @Test
    void axesAreSwappedFlippedAndStuck() {
        List<TimedSample> one = TestStreams.signal(3, n -> new float[] {1 + n, 2, 3, 4 + n, 5, 6});
        assertArray(new double[] {3, 2, 1, 6, 5, 4}, faulty(one, 1, "swap:xz"));
        assertArray(new double[] {-1, 2, -3, -4, 5, -6}, faulty(one, 1, "flip:xz"));
        float[] last = faulty(one, 1, "stuck:x").getLast().values();
        assertEquals(1, last[0]);
        assertEquals(4, last[3]);
        assertEquals(6, one.getLast().values()[3]);
    }

    @Test
    void crossAxisAddsTheSharesOfTheOthers() {
        List<TimedSample> one = TestStreams.signal(1, n -> new float[] {1, 0, 0, 0, 0, 2});
        assertArray(new double[] {1, 0.05, 0.05, 0.1, 0.1, 2}, faulty(one, 1, "cross-axis:+5%"));
    }

    @Test
    void rangeAndBitsHaveEndsAndSteps() {
        List<TimedSample> limited = faulty(ramp(10), 1, "range:2g");
        assertEquals(2, limited.getLast().values()[0]);
        assertEquals(9, limited.getLast().values()[3]);
        assertEquals(1, limited.get(1).values()[0]);
        List<TimedSample> walked = faulty(walk(5000), 1, "bits:4");
        Set<Float> steps = new HashSet<>();
        walked.forEach(s -> steps.add(s.values()[0]));
        for (float step : steps) {
            assertEquals(0, Math.IEEEremainder(step, 0.5), 0.0, "2 * 4 g / 16");
        }
        assertEquals(3.5f, faulty(ramp(10), 1, "bits:4").getLast().values()[0]);
        assertEquals(
                -4f,
                faulty(TestStreams.signal(1, n -> new float[] {-9, 0, 0, 0, 0, 0}), 1, "bits:4")
                        .getFirst()
                        .values()[0]);
    }

    @Test
    void spikesAreRareAndWithinTheFullScale() {
        List<TimedSample> spiky = faulty(zeros(MANY), 5, "spikes:2%");
        for (int c = 0; c < 6; c++) {
            int channel = c;
            double limit = TestStreams.FULL_SCALE[c];
            assertEquals(
                    0.02, spiky.stream().filter(s -> s.values()[channel] != 0).count() / (double) MANY, 0.003);
            assertTrue(spiky.stream().allMatch(s -> Math.abs(s.values()[channel]) <= limit));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropout:2%", "dropout:20%", "burst:2%/10", "burst:20%", "burst:50%/5"})
    void losesTheShareToldAndKeepsWhatIsLeft(String fault) {
        double share = Fault.parse(fault).setting().value();
        List<TimedSample> left = faulty(ramp(200_000), 11, fault);
        assertEquals(share, 1 - left.size() / 200_000.0, 0.1 * share);
        for (TimedSample sample : left) {
            assertEquals(sample.values()[0] * INTERVAL, sample.micros());
        }
    }

    @Test
    void burstsAreAsLongAsTold() {
        assertEquals(10, meanGap(faulty(ramp(200_000), 3, "burst:5%/10")), 0.6);
        assertEquals(25, meanGap(faulty(ramp(200_000), 3, "burst:5%")), 2.5);
        assertEquals(1 / 0.95, meanGap(faulty(ramp(200_000), 3, "dropout:5%")), 0.03);
    }

    @Test
    void duplicatesHaveTheStampOfTheirTwin() {
        List<TimedSample> doubled = faulty(ramp(MANY), 6, "duplicate:10%");
        assertEquals(1.1, doubled.size() / (double) MANY, 0.005);
        assertEquals(
                MANY, doubled.stream().mapToLong(TimedSample::micros).distinct().count());
    }

    @Test
    void packetsAreOvertakenAsOftenAsTold() {
        List<TimedSample> mixed = faulty(ramp(100_000), 6, "reorder:20%/10");
        assertEquals(
                100_000,
                mixed.stream().mapToLong(TimedSample::micros).distinct().count());
        int back = 0;
        for (int i = 1; i < mixed.size(); i++) {
            back += mixed.get(i).micros() < mixed.get(i - 1).micros() ? 1 : 0;
        }
        assertEquals(0.2, back / 10_000.0, 0.015);
    }

    /** One second in a hundred too many, stamped every 20 ms; the label is that of the true time. */
    @Test
    void aFastClockMeasuresMoreOften() {
        List<TimedSample> fast = faulty(ramp(10_001), 1, "skew:+1%");
        assertEquals(10_101, fast.size());
        for (int n = 0; n < fast.size(); n++) {
            double truth = n / 1.01;
            assertEquals(n * (long) INTERVAL, fast.get(n).micros());
            assertEquals(truth, fast.get(n).values()[0], 1e-3);
            assertEquals(Math.round(truth) / 100 % 2, fast.get(n).label(), "sample " + n);
        }
        assertEquals(9_901, faulty(ramp(10_001), 1, "skew:-1%").size());
    }

    @Test
    void anotherRateHasTrueStamps() {
        List<TimedSample> slow = faulty(ramp(1001), 1, "rate:40Hz");
        assertEquals(801, slow.size());
        assertEquals(25_000, slow.get(1).micros());
        assertEquals(1.25f, slow.get(1).values()[0], 1e-5);
    }

    @Test
    void jitterMovesTheMomentAndNotTheStamp() {
        List<TimedSample> shaken = faulty(ramp(MANY), 8, "jitter:2ms");
        List<Double> errors = new ArrayList<>();
        for (int n = 1; n < MANY - 1; n++) {
            assertEquals(n * (long) INTERVAL, shaken.get(n).micros());
            errors.add((shaken.get(n).values()[0] - n) * INTERVAL / 1000.0);
        }
        double square = errors.stream().mapToDouble(e -> e * e).average().orElseThrow();
        assertEquals(2, Math.sqrt(square), 0.06);
        assertTrue(errors.stream().allMatch(e -> Math.abs(e) <= 10.1), "half an interval");
    }

    @Test
    void overAGapNothingIsMeasured() {
        List<TimedSample> gap = new ArrayList<>(ramp(100));
        gap.subList(40, 60).clear();
        for (TimedSample sample : faulty(gap, 1, "skew:+2%")) {
            assertTrue(sample.values()[0] <= 39 || sample.values()[0] >= 60, "at " + sample.values()[0]);
        }
    }

    /** Total and body acceleration come from one sensor; the second one is without what is slow. */
    @Test
    void derivedChannelsShareTheirSensorsNoiseButNoBias() {
        var format = new dev.mote.device.stream.StreamFormat(
                "har",
                false,
                "g",
                List.of("total_acc_x", "total_acc_y", "total_acc_z", "body_acc_x", "body_acc_y", "body_acc_z"),
                50,
                List.of("a", "b"));
        for (String fault : List.of("noise:0.1", "bias:0.1", "drift:0.1")) {
            float[] values = Faults.parse(List.of(fault))
                    .apply(TestStreams.of(format, zeros(1)), TestStreams.FULL_SCALE, 1)
                    .next()
                    .orElseThrow()
                    .values();
            assertNotEquals(0, values[0]);
            assertEquals(fault.startsWith("noise") ? values[0] : 0, values[3]);
        }
    }

    private static double dot(float[] values, int one, int other) {
        return values[one] * values[other] + values[one + 1] * values[other + 1] + values[one + 2] * values[other + 2];
    }

    private static void assertArray(double[] expected, List<TimedSample> found) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.getFirst().values()[i], 1e-6);
        }
    }

    private static double meanGap(List<TimedSample> left) {
        double lost = 0;
        int gaps = 0;
        for (int i = 1; i < left.size(); i++) {
            double missing = left.get(i).values()[0] - left.get(i - 1).values()[0] - 1;
            lost += missing;
            gaps += missing > 0 ? 1 : 0;
        }
        return lost / gaps;
    }

    private static double correlation(List<TimedSample> samples, int one, int other, int lag) {
        double sum = 0;
        for (int n = lag; n < samples.size(); n++) {
            sum += samples.get(n).values()[one] * samples.get(n - lag).values()[other];
        }
        double deviations = TestStreams.deviation(samples, one) * TestStreams.deviation(samples, other);
        return sum / (samples.size() - lag) / deviations;
    }
}
