package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Signals of something that went faster here and slower there, or began earlier. Beginning and end stay where they are, but for the shift;
 * what comes in from outside continues the edge.
 */
final class WarpedTime implements Change {
    /** Stretches between which the speed changes. */
    private static final int STRETCHES = 4;

    private final int length;
    private final int channels;
    private final double warp;
    private final double shift;

    WarpedTime(Shape shape, Augmentation augmentation) {
        this.length = shape.dimension(0);
        this.channels = shape.dimension(1);
        this.warp = augmentation.amount(Kind.TIME_WARP);
        this.shift = augmentation.amount(Kind.SHIFT);
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        double[] from = positions(random);
        double moved = random.nextGaussian() * shift;
        float[] original = Arrays.copyOfRange(values, offset, offset + length * channels);
        for (int row = 0; row < length; row++) {
            double place = Math.clamp(from[row] + moved, 0, length - 1);
            int first = Math.min((int) place, Math.max(length - 2, 0));
            int next = Math.min(first + 1, length - 1);
            float share = (float) (place - first);
            for (int c = 0; c < channels; c++) {
                float before = original[first * channels + c];
                float after = original[next * channels + c];
                values[offset + row * channels + c] = before + (after - before) * share;
            }
        }
    }

    /** From which time, in rows, each row is taken: the way at a speed that changes in straight lines between random ones. */
    private double[] positions(SplittableRandom random) {
        double[] speeds = new double[STRETCHES + 1];
        Arrays.setAll(speeds, i -> warp == 0 ? 1 : StrictMath.exp(random.nextGaussian() * warp));
        double[] from = new double[length];
        for (int row = 1; row < length; row++) {
            double place = (row - 0.5) * STRETCHES / (length - 1);
            int stretch = Math.min((int) place, STRETCHES - 1);
            double speed = speeds[stretch] + (speeds[stretch + 1] - speeds[stretch]) * (place - stretch);
            from[row] = from[row - 1] + speed;
        }
        double scale = length > 1 ? (length - 1) / from[length - 1] : 1;
        Arrays.setAll(from, row -> from[row] * scale);
        return from;
    }
}
