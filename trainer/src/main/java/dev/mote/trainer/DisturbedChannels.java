package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.SplittableRandom;

/** Signals of other sensors: each channel has a gain of its own, noise, and sometimes nothing to say at all. */
final class DisturbedChannels implements Change {
    private final int length;
    private final int channels;
    private final Augmentation augmentation;

    DisturbedChannels(Shape shape, Augmentation augmentation) {
        this.length = shape.elements();
        this.channels = shape.dimension(-1);
        this.augmentation = augmentation;
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        for (int c = 0; c < channels; c++) {
            disturb(values, offset + c, offset + length, random);
        }
    }

    private void disturb(float[] values, int first, int end, SplittableRandom random) {
        double sum = 0;
        double squares = 0;
        for (int i = first; i < end; i += channels) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        int count = length / channels;
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        boolean silent = random.nextDouble() < augmentation.amount(Kind.CHANNEL_DROPOUT);
        double gain = StrictMath.exp(random.nextGaussian() * augmentation.amount(Kind.SCALE));
        double jitter = augmentation.amount(Kind.JITTER) * deviation;
        for (int i = first; i < end; i += channels) {
            double noise = jitter == 0 ? 0 : random.nextGaussian() * jitter;
            values[i] = (float) (silent ? mean : values[i] * gain + noise);
        }
    }
}
