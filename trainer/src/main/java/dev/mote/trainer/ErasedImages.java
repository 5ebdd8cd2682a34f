package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import java.util.SplittableRandom;

/** Images of which something hides a part: a rectangle at a random place takes the mean of each channel. */
final class ErasedImages implements Change {
    private final int height;
    private final int width;
    private final int channels;
    private final double share;

    /** @param share of height and width that the rectangle has at most; each side by its own */
    ErasedImages(Shape shape, double share) {
        this.height = shape.dimension(0);
        this.width = shape.dimension(1);
        this.channels = shape.dimension(2);
        this.share = share;
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        int tall = (int) Math.round(random.nextDouble() * share * height);
        int wide = (int) Math.round(random.nextDouble() * share * width);
        int top = random.nextInt(height - tall + 1);
        int left = random.nextInt(width - wide + 1);
        for (int c = 0; c < channels; c++) {
            float mean = mean(values, offset + c);
            for (int y = top; y < top + tall; y++) {
                for (int x = left; x < left + wide; x++) {
                    values[offset + (y * width + x) * channels + c] = mean;
                }
            }
        }
    }

    private float mean(float[] values, int first) {
        double sum = 0;
        for (int pixel = 0; pixel < height * width; pixel++) {
            sum += values[first + pixel * channels];
        }
        return (float) (sum / (height * width));
    }
}
