package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Augmentation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an augmentation does to one sample, anew each time. For several threads at once. */
interface Change {
    /**
     * Changes the sample's physical values in place: {@code values[offset ...]}.
     *
     * @param random decides what is done: equal numbers, equal change
     */
    void apply(float[] values, int offset, SplittableRandom random);

    /**
     * @param shape of a sample: [height, width, channels] is an image, anything else a signal
     * @throws BadInputException if the samples are not what the augmentation is for
     */
    static Change of(Augmentation augmentation, Shape shape, List<String> channels) {
        boolean image = shape.rank() == 3;
        List<Kind> wrong = augmentation.notFor(image);
        if (!wrong.isEmpty()) {
            throw new BadInputException("augmentation: "
                    + wrong.stream().map(Kind::keyword).collect(Collectors.joining(", "))
                    + (image ? " is for signals [time, channels]" : " is for images [height, width, channels]")
                    + ", but a sample has shape " + shape + "; remove it");
        }
        List<Change> changes = image ? ofImages(augmentation, shape) : ofSignals(augmentation, shape, channels);
        return (values, offset, random) -> changes.forEach(change -> change.apply(values, offset, random));
    }

    private static List<Change> ofImages(Augmentation augmentation, Shape shape) {
        List<Change> changes = new ArrayList<>();
        if (Stream.of(Kind.ROTATE, Kind.SHIFT, Kind.ZOOM, Kind.ELASTIC, Kind.FLIP)
                .anyMatch(augmentation::uses)) {
            changes.add(new WarpedImages(shape, augmentation));
        }
        if (Stream.of(Kind.BRIGHTNESS, Kind.CONTRAST, Kind.NOISE).anyMatch(augmentation::uses)) {
            changes.add(new RelitImages(shape, augmentation));
        }
        if (augmentation.uses(Kind.ERASE)) {
            changes.add(new ErasedImages(shape, augmentation.amount(Kind.ERASE)));
        }
        return changes;
    }

    private static List<Change> ofSignals(Augmentation augmentation, Shape shape, List<String> channels) {
        List<Change> changes = new ArrayList<>();
        if (augmentation.uses(Kind.ROTATE)) {
            changes.add(new TurnedSensors(shape, channels, augmentation.amount(Kind.ROTATE)));
        }
        if (augmentation.uses(Kind.SHIFT) || augmentation.uses(Kind.TIME_WARP)) {
            if (shape.rank() != 2) {
                throw new BadInputException("augmentation: shift and time_warp are for signals [time, channels],"
                        + " but a sample has shape " + shape + "; remove them");
            }
            changes.add(new WarpedTime(shape, augmentation));
        }
        if (Stream.of(Kind.SCALE, Kind.JITTER, Kind.CHANNEL_DROPOUT).anyMatch(augmentation::uses)) {
            changes.add(new DisturbedChannels(shape, augmentation));
        }
        return changes;
    }
}
