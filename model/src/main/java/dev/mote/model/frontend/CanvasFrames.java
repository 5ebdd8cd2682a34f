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
