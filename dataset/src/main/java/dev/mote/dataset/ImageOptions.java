package dev.mote.dataset;

import dev.mote.model.BadInputException;

/**
 * The form that images of a user's own folder are brought to.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 */
public record ImageOptions(int height, int width, int channels) {
    public static final ImageOptions DEFAULT = new ImageOptions(28, 28, 1);

    private static final int MAX_SIDE = 1024;

    public ImageOptions {
        if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
            throw new BadInputException("image size " + height + "x" + width + ": each side must be 1 to " + MAX_SIDE);
        }
        if (channels != 1 && channels != 3) {
            throw new BadInputException(channels + " image channels: expected 1 (grey) or 3 (colour)");
        }
    }
}
