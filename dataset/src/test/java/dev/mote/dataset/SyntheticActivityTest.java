package dev.mote.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticActivityTest {
    private static final Dataset ACTIVITY = SyntheticActivity.generate(42);

    @Test
    void isBalancedAndCalledSynthetic() {
        assertTrue(ACTIVITY.synthetic());
        assertEquals("128x3", ACTIVITY.sampleShape().toString());
        assertEquals(List.of("walking", "running", "cycling", "golfing", "resting"), ACTIVITY.labels());
        assertArrayEquals(new int[] {800, 800, 800, 800, 800}, ACTIVITY.train().countsPerClass(5));
        assertArrayEquals(new int[] {240, 240, 240, 240, 240}, ACTIVITY.test().countsPerClass(5));
    }

    @Test
    void keepsTestPersonsOutOfTraining() {
        int[] train =
                Arrays.stream(ACTIVITY.train().groups()).distinct().sorted().toArray();
        int[] test = Arrays.stream(ACTIVITY.test().groups()).distinct().sorted().toArray();
        assertArrayEquals(IntStream.range(0, 20).toArray(), train);
        assertArrayEquals(IntStream.range(20, 26).toArray(), test);
    }

    /** If this fails although the motions were not changed, a machine or a Java release computes differently: a defect. */
    @Test
    void givesTheSameBytesForASeedOnEveryMachine() {
        assertEquals(
                "ae3ef147657659fd3f1734f196d8199db6bdd94f30f80f1e16192d11e05f67b8",
                TestFiles.fingerprint(ACTIVITY.train()));
        assertEquals(
                "b59ed56d75b9be81566b03c7262353a9acd511ce7cdb2335584c8c2ec11fd30f",
                TestFiles.fingerprint(ACTIVITY.test()));
        assertNotEquals(
                TestFiles.fingerprint(SyntheticActivity.generate(43).test()), TestFiles.fingerprint(ACTIVITY.test()));
    }

    @Test
    void staysInTheSensorsRangeAndSteps() {
        for (int i = 0; i < ACTIVITY.train().count(); i++) {
            for (float value : ACTIVITY.train().values(i)) {
                assertTrue(Math.abs(value) <= 8, "beyond 8 g in window " + i);
                assertEquals(Math.rint(value * 256), value * 256, "between two levels in window " + i);
            }
        }
    }

    /** Standard deviation of the magnitude, in g: what a human would look at first. */
    @Test
    void movesMoreWhenRunningThanWalkingThanResting() {
        double[] spread = new double[5];
        Samples samples = ACTIVITY.train();
        for (int i = 0; i < samples.count(); i++) {
            float[] v = samples.values(i);
            double sum = 0;
            double squares = 0;
            for (int t = 0; t < 128; t++) {
                double square = v[3 * t] * v[3 * t] + v[3 * t + 1] * v[3 * t + 1] + v[3 * t + 2] * v[3 * t + 2];
                sum += Math.sqrt(square);
                squares += square;
            }
            spread[samples.label(i)] += Math.sqrt(squares / 128 - sum / 128 * sum / 128) / 800;
        }
        assertTrue(spread[1] > 2 * spread[0], "running " + spread[1] + ", walking " + spread[0]);
        assertTrue(spread[0] > 4 * spread[4], "walking " + spread[0] + ", resting " + spread[4]);
        assertTrue(spread[3] > spread[0], "golfing " + spread[3]);
    }
}
