package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.SplittableRandom;

/**
 * Images as another hand would have drawn or held them: each use of one is rotated about its middle, zoomed, shifted and bent at random.
 * What comes in from outside continues the image's edge.
 */
final class WarpedImages implements Change {
    private final int height;
    private final int width;
    private final int channels;
    private final Augmentation augmentation;
    private final SplittableRandom random;
    private final float[] original;
    private final ElasticGrid down;
    private final ElasticGrid right;

    /** From a pixel's place relative to the middle to the place where its value is taken: two rows of a matrix. */
    private double yFromY;

    private double yFromX;
    private double xFromY;
    private double xFromX;
    private double middleY;
    private double middleX;

    /** @param shape of an image: [height, width, channels] */
    WarpedImages(Shape shape, Augmentation augmentation, SplittableRandom random) {
        this.height = shape.dimension(0);
        this.width = shape.dimension(1);
        this.channels = shape.dimension(2);
        this.augmentation = augmentation;
        this.random = random;
        this.original = new float[shape.elements()];
        this.down = new ElasticGrid(width);
        this.right = new ElasticGrid(width);
    }

    @Override
    public void apply(float[] values, int offset) {
        System.arraycopy(values, offset, original, 0, original.length);
        draw();
        for (int y = 0; y < height; y++) {
            down.row(y, height);
            right.row(y, height);
            double dy = y - (height - 1) / 2.0;
            for (int x = 0; x < width; x++) {
                double dx = x - (width - 1) / 2.0;
                double fromY = middleY + yFromY * dy + yFromX * dx + down.at(x);
                double fromX = middleX + xFromY * dy + xFromX * dx + right.at(x);
                take(fromY, fromX, values, offset + (y * width + x) * channels);
            }
        }
    }

    private void draw() {
        double angle = Math.toRadians(random.nextGaussian() * augmentation.rotateDegrees());
        double zoomY = StrictMath.exp(random.nextGaussian() * augmentation.zoomShare());
        double zoomX = StrictMath.exp(random.nextGaussian() * augmentation.zoomShare());
        yFromY = StrictMath.cos(angle) * zoomY;
        yFromX = StrictMath.sin(angle) * zoomX;
        xFromY = -StrictMath.sin(angle) * zoomY;
        xFromX = StrictMath.cos(angle) * zoomX;
        middleY = (height - 1) / 2.0 + random.nextGaussian() * augmentation.shiftPixels();
        middleX = (width - 1) / 2.0 + random.nextGaussian() * augmentation.shiftPixels();
        down.draw(augmentation.elasticPixels(), random);
        right.draw(augmentation.elasticPixels(), random);
    }

    /** The value at a place between four pixels, weighted by how near they are. */
    private void take(double y, double x, float[] target, int to) {
        double insideY = Math.clamp(y, 0, height - 1);
        double insideX = Math.clamp(x, 0, width - 1);
        int top = (int) insideY;
        int left = (int) insideX;
        int first = (top * width + left) * channels;
        int below = top + 1 < height ? width * channels : 0;
        int beside = left + 1 < width ? channels : 0;
        double shareY = insideY - top;
        double shareX = insideX - left;
        for (int c = 0; c < channels; c++) {
            double upper = original[first + c] * (1 - shareX) + original[first + beside + c] * shareX;
            double lower = original[first + below + c] * (1 - shareX) + original[first + below + beside + c] * shareX;
            target[to + c] = (float) (upper * (1 - shareY) + lower * shareY);
        }
    }
}
