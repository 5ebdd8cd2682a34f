package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind does as much as it is asked for, in the mean over many draws. */
class AugmentationsTest {
    private static final Shape IMAGE = Shape.of(10, 12, 2);
    private static final Shape SIGNAL = Shape.of(64, 3);
    private static final List<String> AXES = List.of("acc_x", "acc_y", "acc_z");
    private static final int DRAWS = 2000;

    private static float[] image() {
        return Floats.random(IMAGE.elements(), new SplittableRandom(3));
    }

    /** Three sines of another frequency each, about 0, 5 and 10. */
    private static float[] signal() {
        float[] values = new float[SIGNAL.elements()];
        for (int i = 0; i < values.length; i++) {
            int channel = i % 3;
            values[i] = (float) (5 * channel + Math.sin(i / 3 * (channel + 1) * 2 * Math.PI / 64));
        }
        return values;
    }

    private static float[] changed(Kind kind, double amount, Shape shape, float[] sample, long seed) {
        float[] values = sample.clone();
        Change.of(new Augmentation(Map.of(kind, amount)), shape, shape == SIGNAL ? AXES : List.of("r", "g"))
                .apply(values, 0, new SplittableRandom(seed));
        return values;
    }

    private static double mean(
            Kind kind, double amount, Shape shape, float[] sample, ToDoubleFunction<float[]> measure) {
        return IntStream.range(0, DRAWS)
                .mapToDouble(seed -> measure.applyAsDouble(changed(kind, amount, shape, sample, seed)))
                .average()
                .orElseThrow();
    }

    private static double deviation(float[] values, int first, int step) {
        double[] channel = IntStream.range(0, values.length / step)
                .mapToDouble(i -> values[first + i * step])
                .toArray();
        double mean = Arrays.stream(channel).average().orElseThrow();
        return Math.sqrt(Arrays.stream(channel)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static double average(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void equalNumbersGiveEqualChangesAndOthersOtherOnes(Kind kind) {
        if (kind == Kind.MIXUP) {
            return;
        }
        boolean ofSignals = new Augmentation(Map.of(kind, 0.3)).notFor(true).contains(kind);
        Shape shape = ofSignals ? SIGNAL : IMAGE;
        float[] sample = ofSignals ? signal() : image();
        assertArrayEquals(changed(kind, 0.3, shape, sample, 1), changed(kind, 0.3, shape, sample, 1), kind.keyword());
        long different = IntStream.range(0, 20)
                .filter(seed -> !Arrays.equals(sample, changed(kind, 0.3, shape, sample, seed)))
                .count();
        assertTrue(different > 0, kind.keyword());
        assertArrayEquals(sample, changed(kind, 0, shape, sample, 1), kind.keyword());
    }

    @Test
    void flipsTheGivenShareLeftToRight() {
        float[] sample = image();
        float[] mirrored = new float[sample.length];
        for (int i = 0; i < sample.length; i++) {
            int x = i / 2 % 12;
            mirrored[i] = sample[i + (11 - 2 * x) * 2];
        }
        assertArrayEquals(mirrored, changed(Kind.FLIP, 1, IMAGE, sample, 1), 1e-6f);
        assertEquals(
                0.3,
                mean(Kind.FLIP, 0.3, IMAGE, sample, values -> Math.abs(values[0] - sample[0]) > 1e-6 ? 1 : 0),
                0.04);
    }

    @Test
    void brightnessMovesAllValuesAlike() {
        float[] sample = image();
        double range = IntStream.range(0, sample.length)
                        .mapToDouble(i -> sample[i])
                        .max()
                        .orElseThrow()
                - IntStream.range(0, sample.length)
                        .mapToDouble(i -> sample[i])
                        .min()
                        .orElseThrow();
        assertEquals(
                0.2 * range,
                Math.sqrt(mean(Kind.BRIGHTNESS, 0.2, IMAGE, sample, v -> Math.pow(v[7] - sample[7], 2))),
                0.015 * range);
        float[] brighter = changed(Kind.BRIGHTNESS, 0.2, IMAGE, sample, 1);
        assertEquals(brighter[3] - sample[3], brighter[100] - sample[100], 1e-5);
    }

    @Test
    void contrastKeepsTheMean() {
        float[] sample = image();
        float[] harder = changed(Kind.CONTRAST, 0.3, IMAGE, sample, 1);
        assertEquals(average(sample), average(harder), 1e-5);
        assertEquals(
                0.3,
                Math.sqrt(mean(
                        Kind.CONTRAST,
                        0.3,
                        IMAGE,
                        sample,
                        v -> Math.pow(Math.log(deviation(v, 0, 1) / deviation(sample, 0, 1)), 2))),
                0.02);
    }

    @Test
    void noiseIsOfEachValue() {
        float[] noisy = changed(Kind.NOISE, 0.1, Shape.of(100, 100, 1), ramp(10_000), 1);
        double squares = IntStream.range(0, noisy.length)
                .mapToDouble(i -> Math.pow(noisy[i] - (i % 101) / 100f, 2))
                .average()
                .orElseThrow();
        assertEquals(0.1, Math.sqrt(squares), 0.003);
    }

    /** 0 to 1, again and again. */
    private static float[] ramp(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (i % 101) / 100f;
        }
        return values;
    }

    /** Sides are uniform up to 5 and 6 pixels: their product is 2.5 * 3 pixels in the mean. */
    @Test
    void erasesARectangle() {
        float[] sample = image();
        double erased = mean(
                Kind.ERASE,
                0.5,
                IMAGE,
                sample,
                v -> IntStream.range(0, v.length).filter(i -> v[i] != sample[i]).count() / 2.0);
        assertEquals(7.5, erased, 0.5);
    }

    @Test
    void jitterFollowsEachChannelsDeviation() {
        float[] sample = signal();
        double noise = Math.sqrt(mean(
                Kind.JITTER,
                0.2,
                SIGNAL,
                sample,
                v -> IntStream.range(0, 64)
                        .mapToDouble(i -> Math.pow(v[3 * i + 1] - sample[3 * i + 1], 2))
                        .average()
                        .orElseThrow()));
        assertEquals(0.2 * Math.sqrt(0.5), noise, 0.002);
    }

    @Test
    void scalesEachChannelByItsOwnFactor() {
        float[] sample = signal();
        float[] scaled = changed(Kind.SCALE, 0.3, SIGNAL, sample, 2);
        assertEquals(scaled[4] / sample[4], scaled[100] / sample[100], 1e-5);
        assertFalse(Math.abs(scaled[4] / sample[4] - scaled[5] / sample[5]) < 1e-3);
        assertEquals(
                0.3,
                Math.sqrt(mean(Kind.SCALE, 0.3, SIGNAL, sample, v -> Math.pow(Math.log(v[4] / sample[4]), 2))),
                0.02);
    }

    @Test
    void silencesTheGivenShareOfChannels() {
        assertEquals(
                0.25,
                mean(
                        Kind.CHANNEL_DROPOUT,
                        0.25,
                        SIGNAL,
                        signal(),
                        v -> IntStream.range(0, 3)
                                        .filter(c -> deviation(v, c, 3) < 1e-6)
                                        .count()
                                / 3.0),
                0.02);
    }

    @Test
    void warpsTimeButNotItsEnds() {
        // The value is the time itself.
        float[] times = new float[SIGNAL.elements()];
        for (int i = 0; i < times.length; i++) {
            times[i] = i / 3;
        }
        float[] warped = changed(Kind.TIME_WARP, 0.4, SIGNAL, times, 1);
        assertEquals(0, warped[0], 1e-4);
        assertEquals(63, warped[63 * 3], 1e-4);
        for (int row = 1; row < 64; row++) {
            assertTrue(warped[3 * row] > warped[3 * row - 3]);
        }
        assertTrue(IntStream.range(0, 64).anyMatch(row -> Math.abs(warped[3 * row] - row) > 1));
    }

    @Test
    void shiftsSignalsInTime() {
        float[] times = new float[SIGNAL.elements()];
        for (int i = 0; i < times.length; i++) {
            times[i] = i / 3;
        }
        assertEquals(4, Math.sqrt(mean(Kind.SHIFT, 4, SIGNAL, times, v -> Math.pow(v[32 * 3] - 32, 2))), 0.25);
    }

    @Test
    void mixupBlendsInputAndTargetByTheSameShare() {
        TrainingData data = TrainingData.ofClasses(Shape.of(1), new float[][] {{0}, {1}}, new int[] {0, 1}, 2);
        Mixup mixup = new Mixup(0.4, new Chance(1));
        double sum = 0;
        for (int epoch = 0; epoch < DRAWS; epoch++) {
            Batch batch = new Batch(1, 1, 2);
            data.copyTarget(0, batch.targets, 0);
            mixup.apply(data, epoch, new int[] {0, 1}, 0, batch, 0);
            assertEquals(batch.inputs[0], batch.targets[1], 1e-6);
            assertEquals(1, batch.targets[0] + batch.targets[1], 1e-6);
            assertTrue(batch.inputs[0] <= 0.5);
            sum += batch.inputs[0];
        }
        // The smaller share of a beta distribution with 0.4 and 0.4 has the mean 0.160; every other partner is the
        // sample itself.
        assertEquals(0.160 / 2, sum / DRAWS, 0.01);
    }

    private static String refusal(Kind kind, Shape shape) {
        return assertThrows(BadInputException.class, () -> Change.of(new Augmentation(Map.of(kind, 0.5)), shape, AXES))
                .getMessage();
    }

    @Test
    void refusesKindsOfOtherSamples() {
        assertEquals(
                "augmentation: flip is for images [height, width, channels], but a sample has shape " + SIGNAL
                        + "; remove it",
                refusal(Kind.FLIP, SIGNAL));
        assertEquals(
                "augmentation: time_warp is for signals [time, channels], but a sample has shape " + IMAGE
                        + "; remove it",
                refusal(Kind.TIME_WARP, IMAGE));
        assertEquals(
                "augmentation: shift and time_warp are for signals [time, channels], but a sample has shape "
                        + Shape.of(4) + "; remove them",
                refusal(Kind.SHIFT, Shape.of(4)));
    }
}
