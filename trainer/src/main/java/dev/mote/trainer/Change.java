package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.List;
import java.util.SplittableRandom;

/** What an augmentation does to one sample, anew each time. For several threads at once. */
interface Change {
    /**
     * Changes the sample's physical values in place: {@code values[offset ...]}.
     *
     * @param random decides what is done: equal numbers, equal change
     */
    void apply(float[] values, int offset, SplittableRandom random);

    /**
     * @param augmentation not {@link Augmentation#NONE}
     * @param shape of a sample: [height, width, channels] is an image, anything else a signal
     * @throws BadInputException if the samples are not what the augmentation is for
     */
    static Change of(Augmentation augmentation, Shape shape, List<String> channels) {
        if (shape.rank() == 3) {
            return new WarpedImages(shape, augmentation);
        }
        if (augmentation.forImagesOnly()) {
            throw new BadInputException(
                    "augmentation: shift, zoom and elastic are for images [height, width, channels],"
                            + " but a sample has shape " + shape + "; remove them");
        }
        return new TurnedSensors(shape, channels, augmentation.rotateDegrees());
    }
}
