package dev.mote.trainer.recipe;

import dev.mote.model.frontend.ImageFrontEnd;
import java.util.Optional;

/**
 * What a device does with a camera's picture before the network sees it.
 *
 * @param height of the camera's picture, in pixels
 * @param width of the camera's picture, in pixels
 * @param channels 1 grey, 3 colour
 * @param crop the part that is used; empty: all of it
 * @param invert whether dark becomes bright
 * @param stretch whether the darkest value becomes 0 and the brightest 255
 * @param box longer side to which what is bright is brought, around its centre of mass; 0: none
 */
public record FrameOptions(
        int height,
        int width,
        int channels,
        Optional<ImageFrontEnd.Crop> crop,
        boolean invert,
        boolean stretch,
        int box) {
    public FrameOptions {
        Check.whole("height", height, 1, ImageFrontEnd.MOST_PIXELS);
        Check.whole("width", width, 1, ImageFrontEnd.MOST_PIXELS);
        Check.whole("box", box, 0, ImageFrontEnd.MOST_BOX);
    }

    /**
     * For a network that reads pictures of this size.
     *
     * @param outputChannels 1 or 3
     * @throws IllegalArgumentException if the sizes do not fit together
     */
    public ImageFrontEnd frontEnd(int outputHeight, int outputWidth, int outputChannels) {
        if (outputChannels > channels) {
            throw new IllegalArgumentException("the camera is grey, but the network reads colour");
        }
        return new ImageFrontEnd(
                height,
                width,
                channels,
                crop.orElse(new ImageFrontEnd.Crop(0, 0, height, width)),
                outputHeight,
                outputWidth,
                outputChannels < channels,
                invert,
                stretch,
                box);
    }
}
