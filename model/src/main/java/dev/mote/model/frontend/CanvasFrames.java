package dev.mote.model.frontend;

import java.util.Arrays;

/** Pictures of a square canvas, white on black, as the camera of an image front end would see them. For several threads. */
final class CanvasFrames {
    private static final int MOST = 255;

    private CanvasFrames() {}

    /** The part of a canvas of {@code side} pixels that is used: all of it. */
    static ImageFrontEnd.Crop whole(int side) {
        return new ImageFrontEnd.Crop(0, 0, side, side);
    }

    /**
     * The canvas in the largest square of the camera's crop, black around it; dark on light where the front end expects ink on paper.
     *
     * @param canvas [side, side]
     */
    static byte[] frame(byte[] canvas, int side, ImageFrontEnd camera) {
        ImageFrontEnd.Crop crop = camera.crop();
        int square = Math.min(crop.height(), crop.width());
        byte[] small = resized(canvas, side, square);
        int top = crop.top() + (crop.height() - square) / 2;
        int left = crop.left() + (crop.width() - square) / 2;
        byte[] grey = placed(small, square, camera.height(), camera.width(), top, left);
        if (camera.invert()) {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) (MOST - (grey[i] & MOST));
            }
        }
        return repeated(grey, camera.channels());
    }

    /** A square picture in the middle of a black one. */
    static byte[] inTheMiddle(byte[] square, int side, int height, int width) {
        return placed(square, side, height, width, (height - side) / 2, (width - side) / 2);
    }

    /**
     * A square picture with its mean index closest to pixel floor(side / 2) of a larger black one, half a pixel to the lower one, as far
     * as it stays inside. MNIST's pictures are so: in those of the test it is 13.5 to 14.5 of 28.
     */
    static byte[] byMass(byte[] square, int side, int height, int width) {
        long sum = 0;
        long down = 0;
        long across = 0;
        for (int i = 0; i < square.length; i++) {
            int level = square[i] & MOST;
            sum += level;
            down += (long) level * (i / side);
            across += (long) level * (i % side);
        }
        return sum == 0
                ? new byte[height * width]
                : placed(
                        square, side, height, width, corner(height, side, sum, down), corner(width, side, sum, across));
    }

    /** ceil(floor(length / 2) - 1 / 2 - moment / sum). */
    private static int corner(int length, int side, long sum, long moment) {
        return Math.clamp(((length | 1) * sum - 2 * moment - 1) / (2 * sum), 0, length - side);
    }

    /** The whole canvas at another size. */
    static byte[] resized(byte[] canvas, int side, int newSide) {
        return new ImageFunction(
                        new ImageFrontEnd(side, side, 1, whole(side), newSide, newSide, false, false, false, 0))
                .apply(canvas);
    }

    /** A grey picture with the same level in each channel. */
    static byte[] repeated(byte[] grey, int channels) {
        if (channels == 1) {
            return grey;
        }
        byte[] all = new byte[grey.length * channels];
        for (int i = 0; i < grey.length; i++) {
            Arrays.fill(all, i * channels, (i + 1) * channels, grey[i]);
        }
        return all;
    }

    private static byte[] placed(byte[] square, int side, int height, int width, int top, int left) {
        if (side == height && side == width) {
            return square;
        }
        byte[] out = new byte[height * width];
        for (int y = 0; y < side; y++) {
            System.arraycopy(square, y * side, out, (top + y) * width + left, side);
        }
        return out;
    }
}
