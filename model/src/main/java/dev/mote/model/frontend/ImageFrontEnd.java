package dev.mote.model.frontend;

/**
 * From a camera's picture to the picture that the network reads: {@code crop -> resize -> grey}, bytes of 0 to 255 all the way.
 * Normalising is the last step, {@link dev.mote.model.graph.InputPreparation}.
 *
 * @param height of the camera's picture, in pixels
 * @param width of the camera's picture, in pixels
 * @param channels of the camera's picture: 1 grey, 3 red, green, blue, innermost
 * @param crop the part that is used
 * @param outputHeight in pixels
 * @param outputWidth in pixels
 * @param grey whether three channels become one
 */
public record ImageFrontEnd(
        int height, int width, int channels, Crop crop, int outputHeight, int outputWidth, boolean grey)
        implements FrontEnd {
    /** Of one side. */
    public static final int MOST_PIXELS = 4096;

    /** In pixels, from the upper left corner. */
    public record Crop(int top, int left, int height, int width) {}

    public ImageFrontEnd {
        requireSide("height", height, MOST_PIXELS);
        requireSide("width", width, MOST_PIXELS);
        requireSide("output height", outputHeight, MOST_PIXELS);
        requireSide("output width", outputWidth, MOST_PIXELS);
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException(channels + " channels, expected 1 or 3");
        }
        if (grey && channels != 3) {
            throw new IllegalArgumentException("grey of a picture that is grey");
        }
        if (crop == null || crop.top() < 0 || crop.left() < 0) {
            throw new IllegalArgumentException("crop " + crop + ", expected a corner inside of the picture");
        }
        requireSide("height of the crop", crop.height(), height - crop.top());
        requireSide("width of the crop", crop.width(), width - crop.left());
    }

    private static void requireSide(String what, int side, int most) {
        if (side < 1 || side > most) {
            throw new IllegalArgumentException(what + " " + side + ", expected 1 to " + most);
        }
    }
}
