package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.SplittableRandom;

/** Images in another light and by another sensor: contrast about the image's mean, brightness, and noise of each value. */
final class RelitImages implements Change {
    private final int length;
    private final Augmentation augmentation;

    RelitImages(Shape shape, Augmentation augmentation) {
        this.length = shape.elements();
        this.augmentation = augmentation;
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        double sum = 0;
        float min = values[offset];
        float max = values[offset];
        for (int i = offset; i < offset + length; i++) {
            sum += values[i];
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double mean = sum / length;
        double range = (double) max - min;
        double contrast = StrictMath.exp(random.nextGaussian() * augmentation.amount(Kind.CONTRAST));
        double brightness = random.nextGaussian() * augmentation.amount(Kind.BRIGHTNESS) * range;
        double noise = augmentation.amount(Kind.NOISE) * range;
        for (int i = offset; i < offset + length; i++) {
            double own = noise == 0 ? 0 : random.nextGaussian() * noise;
            values[i] = (float) (mean + (values[i] - mean) * contrast + brightness + own);
        }
    }
}
