package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.metrics.Generalization.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeneralizationTest {
    private static final LossCurve NO_CURVE = new LossCurve(List.of(), List.of());

    private static Generalization of(Share training, Share validation) {
        return new Generalization(training, Optional.of(validation), Optional.empty(), 0.1, NO_CURVE);
    }

    @Test
    void aWideGapOverManySamplesIsOverfitting() {
        assertEquals(
                Kind.OVERFITS, of(Share.of(0.998, 5400), Share.of(0.931, 600)).kind());
    }

    @Test
    void aNarrowGapIsSlight() {
        assertEquals(
                Kind.OVERFITS_SLIGHTLY,
                of(Share.of(0.999, 54_000), Share.of(0.991, 6000)).kind());
    }

    /** The same gap of 7 points, over 15 samples held back. */
    @Test
    void aWideGapOverFewSamplesIsNothing() {
        assertEquals(Kind.FITS, of(Share.of(0.99, 100), new Share(14, 15)).kind());
    }

    @Test
    void lowAccuracyOnTheTrainingSamplesIsUnderfitting() {
        assertEquals(
                Kind.UNDERFITS, of(Share.of(0.71, 1000), Share.of(0.70, 100)).kind());
        Generalization guessing = new Generalization(
                Share.of(0.95, 1000), Optional.of(Share.of(0.95, 100)), Optional.empty(), 0.95, NO_CURVE);
        assertTrue(guessing.guesses());
        assertEquals(Kind.UNDERFITS, guessing.kind());
    }

    @Test
    void nothingHeldBackIsNotKnown() {
        Generalization alone =
                new Generalization(Share.of(0.99, 100), Optional.empty(), Optional.empty(), 0.5, NO_CURVE);
        assertEquals(Kind.UNKNOWN, alone.kind());
    }

    @Test
    void tellsATestSplitThatIsHarder() {
        Generalization harder = new Generalization(
                Share.of(0.98, 5000),
                Optional.of(Share.of(0.97, 500)),
                Optional.of(Share.of(0.91, 2000)),
                0.2,
                NO_CURVE);
        assertTrue(harder.testIsHarder());
        Generalization even = new Generalization(
                Share.of(0.98, 5000),
                Optional.of(Share.of(0.97, 500)),
                Optional.of(Share.of(0.96, 2000)),
                0.2,
                NO_CURVE);
        assertFalse(even.testIsHarder());
    }

    /** A model that is right equally often everywhere: two sides of 95 % leave 2.5 % for a gap that is not there. */
    @Test
    void noiseIsSeldomCalledOverfitting() {
        SplittableRandom random = new SplittableRandom(11);
        int called = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double accuracy = random.nextDouble(0.92, 0.995);
            Kind kind = of(
                            drawn(accuracy, random.nextInt(500, 3000), random),
                            drawn(accuracy, random.nextInt(30, 600), random))
                    .kind();
            called += kind == Kind.FITS ? 0 : 1;
        }
        assertTrue(called < 0.035 * runs, called + " of " + runs);
        assertTrue(called > 0, "the test must be able to see a gap");
    }

    /** A gap of 5 points is found with 1,000 samples held back, whatever the accuracy. */
    @Test
    void aRealGapIsSeldomMissed() {
        SplittableRandom random = new SplittableRandom(12);
        int missed = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            double accuracy = random.nextDouble(0.92, 0.999);
            Kind kind = of(drawn(accuracy, 10_000, random), drawn(accuracy - 0.05, 1000, random))
                    .kind();
            missed += kind == Kind.OVERFITS || kind == Kind.OVERFITS_SLIGHTLY ? 0 : 1;
        }
        assertTrue(missed < 0.01 * runs, missed + " of " + runs);
    }

    /** With a larger gap or more samples, a verdict of overfitting stays one. */
    @Test
    void moreEvidenceKeepsTheVerdict() {
        SplittableRandom random = new SplittableRandom(13);
        for (int run = 0; run < 2000; run++) {
            int samples = random.nextInt(20, 500);
            int right = random.nextInt(samples / 2, samples + 1);
            Share training = drawn(0.97, 5000, random);
            if (of(training, new Share(right, samples)).kind() == Kind.OVERFITS) {
                assertEquals(
                        Kind.OVERFITS,
                        of(training, new Share(right - 1, samples)).kind());
                assertEquals(
                        Kind.OVERFITS,
                        of(training, new Share(4 * right, 4 * samples)).kind());
            }
        }
    }

    @Test
    void findsTheEpochFromWhichValidationGetsWorse() {
        List<Double> training = List.of(1.0, 0.5, 0.3, 0.2, 0.1);
        assertEquals(OptionalInt.of(3), new LossCurve(training, List.of(1.0, 0.7, 0.6, 0.7, 0.8)).turn());
        assertEquals(OptionalInt.empty(), new LossCurve(training, List.of(1.0, 0.7, 0.6, 0.61, 0.6)).turn());
        assertEquals(OptionalInt.empty(), new LossCurve(training, List.of(1.0, 0.7, 0.6, 0.5, 0.8)).turn());
        assertEquals(OptionalInt.empty(), new LossCurve(training, List.of()).turn());
    }

    @Test
    void seesALossThatStillFalls() {
        assertTrue(new LossCurve(List.of(1.0, 0.5, 0.3), List.of()).fellToTheEnd());
        assertFalse(new LossCurve(List.of(1.0, 0.5, 0.4999), List.of()).fellToTheEnd());
        assertFalse(new LossCurve(List.of(1.0, 0.5, 0.3), List.of(1.0, 0.5, 0.6)).fellToTheEnd());
        assertFalse(new LossCurve(List.of(1.0), List.of()).fellToTheEnd());
    }

    private static Share drawn(double accuracy, int samples, SplittableRandom random) {
        int right = 0;
        for (int i = 0; i < samples; i++) {
            right += random.nextDouble() < accuracy ? 1 : 0;
        }
        return new Share(right, samples);
    }
}
