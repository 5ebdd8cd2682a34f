package dev.mote.model.frontend;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * From a camera's picture to the picture that the network reads, bytes of 0 to 255 all the way: {@link ImageFunction} tells how.
 * Normalising to the input tensor is the last step, {@link dev.mote.model.graph.InputPreparation}.
 *
 * @param height of the camera's picture, in pixels
 * @param width of the camera's picture, in pixels
 * @param channels of the camera's picture: 1 grey, 3 red, green, blue, innermost
 * @param crop the part that is used
 * @param outputHeight in pixels
 * @param outputWidth in pixels
 * @param grey whether three channels become one
 * @param invert whether dark becomes bright: ink on paper, where the network knows white on black
 * @param stretch whether the darkest value becomes 0 and the brightest 255
 * @param box pixels of the longer side to which what is bright is brought, its centre of mass in the middle, as MNIST has it; 0: the
 *     whole crop is resized
 */
public record ImageFrontEnd(
        int height,
        int width,
        int channels,
        Crop crop,
        int outputHeight,
        int outputWidth,
        boolean grey,
        boolean invert,
        boolean stretch,
        int box)
        implements FrontEnd {
    /** Of one side. */
    public static final int MOST_PIXELS = 4096;

    /** Of a box. */
    public static final int MOST_BOX = 255;

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
        if (box < 0 || box > Math.min(MOST_BOX, Math.min(outputHeight, outputWidth))) {
            throw new IllegalArgumentException(
                    "box " + box + ", expected 0 (none) or at most the picture's sides and " + MOST_BOX);
        }
        if (box > 0 && channels == 3 && !grey) {
            throw new IllegalArgumentException("box of a picture in colour, expected one in grey");
        }
    }

    /** Of the picture that comes out. */
    @JsonIgnore
    public int outputChannels() {
        return grey ? 1 : channels;
    }

    /** Bytes of the camera's picture. */
    @JsonIgnore
    public int frameLength() {
        return height * width * channels;
    }

    /** Bytes of the picture that comes out. */
    @JsonIgnore
    public int outputLength() {
        return outputHeight * outputWidth * outputChannels();
    }

    private static void requireSide(String what, int side, int most) {
        if (side < 1 || side > most) {
            throw new IllegalArgumentException(what + " " + side + ", expected 1 to " + most);
        }
    }
}
