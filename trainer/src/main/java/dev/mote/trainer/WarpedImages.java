package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Images as another hand would have drawn or held them: each use of one is rotated about its middle, zoomed, shifted, bent and mirrored at random.
 * What comes in from outside continues the image's edge.
 */
final class WarpedImages implements Change {
    private final int height;
    private final int width;
    private final int channels;
    private final Augmentation augmentation;
    private final ElasticGrid.Side down;
    private final ElasticGrid.Side right;

    /** @param shape of an image: [height, width, channels] */
    WarpedImages(Shape shape, Augmentation augmentation) {
        this.height = shape.dimension(0);
        this.width = shape.dimension(1);
        this.channels = shape.dimension(2);
        this.augmentation = augmentation;
        this.down = ElasticGrid.Side.of(height);
        this.right = ElasticGrid.Side.of(width);
    }

    /**
     * From a pixel's place relative to the middle to the place where its value is taken: two rows of a matrix, and what is added. Pixels are
     * bent by two grids besides.
     */
    private record Warp(
            double yFromY,
            double yFromX,
            double xFromY,
            double xFromX,
            double middleY,
            double middleX,
            ElasticGrid bentY,
            ElasticGrid bentX) {}

    private Warp draw(SplittableRandom random) {
        double angle = Math.toRadians(random.nextGaussian() * augmentation.amount(Kind.ROTATE));
        double zoomY = StrictMath.exp(random.nextGaussian() * augmentation.amount(Kind.ZOOM));
        double zoomX = StrictMath.exp(random.nextGaussian() * augmentation.amount(Kind.ZOOM));
        boolean mirrored = augmentation.uses(Kind.FLIP) && random.nextDouble() < augmentation.amount(Kind.FLIP);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Warp(
                cos * zoomY,
                mirrored ? -sin * zoomX : sin * zoomX,
                -sin * zoomY,
                mirrored ? -cos * zoomX : cos * zoomX,
                (height - 1) / 2.0 + random.nextGaussian() * augmentation.amount(Kind.SHIFT),
                (width - 1) / 2.0 + random.nextGaussian() * augmentation.amount(Kind.SHIFT),
                ElasticGrid.drawn(augmentation.amount(Kind.ELASTIC), random),
                ElasticGrid.drawn(augmentation.amount(Kind.ELASTIC), random));
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        float[] original = Arrays.copyOfRange(values, offset, offset + height * width * channels);
        Warp warp = draw(random);
        float[] fromY = new float[width];
        float[] fromX = new float[width];
        for (int y = 0; y < height; y++) {
            placesOfRow(warp, y, fromY, fromX);
            for (int x = 0; x < width; x++) {
                take(original, fromY[x], fromX[x], values, offset + (y * width + x) * channels);
            }
        }
    }

    /** Where the pixels of row {@code y} come from, within the image. */
    private void placesOfRow(Warp warp, int y, float[] fromY, float[] fromX) {
        if (augmentation.amount(Kind.ELASTIC) > 0) {
            warp.bentY.ofRow(y, down, right, fromY);
            warp.bentX.ofRow(y, down, right, fromX);
        } else {
            Arrays.fill(fromY, 0);
            Arrays.fill(fromX, 0);
        }
        double dy = y - (height - 1) / 2.0;
        float startY = (float) (warp.middleY + warp.yFromY * dy - warp.yFromX * (width - 1) / 2.0);
        float startX = (float) (warp.middleX + warp.xFromY * dy - warp.xFromX * (width - 1) / 2.0);
        float stepY = (float) warp.yFromX;
        float stepX = (float) warp.xFromX;
        for (int x = 0; x < width; x++) {
            fromY[x] = Math.clamp(fromY[x] + startY + stepY * x, 0f, height - 1f);
            fromX[x] = Math.clamp(fromX[x] + startX + stepX * x, 0f, width - 1f);
        }
    }

    /** The value at a place between four pixels, weighted by how near they are. */
    private void take(float[] original, float y, float x, float[] target, int to) {
        int top = (int) y;
        int left = (int) x;
        int first = (top * width + left) * channels;
        int below = top + 1 < height ? width * channels : 0;
        int beside = left + 1 < width ? channels : 0;
        float shareY = y - top;
        float shareX = x - left;
        for (int c = first; c < first + channels; c++) {
            float upper = original[c] + (original[c + beside] - original[c]) * shareX;
            float lower = original[c + below] + (original[c + below + beside] - original[c + below]) * shareX;
            target[to + c - first] = upper + (lower - upper) * shareY;
        }
    }
}
