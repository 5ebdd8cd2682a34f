package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.List;

/** The channels of a data set that a model reads, in the model's order. The channel is the innermost dimension. */
public final class ChannelSelection {
    private final Shape from;
    private final int[] indices;
    private final boolean all;

    private ChannelSelection(Shape from, int[] indices, boolean all) {
        this.from = from;
        this.indices = indices;
        this.all = all;
    }

    /**
     * @param place names what asks for the channels, for the message: a recipe, a model
     * @param names empty for all
     * @throws BadInputException if the data set has no channel of a name
     */
    public static ChannelSelection of(String place, Dataset dataset, List<String> names) {
        List<String> known = dataset.channels();
        List<String> wanted = names.isEmpty() ? known : names;
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new BadInputException(place + ": channel '" + name + "' is not in " + dataset.name()
                        + ", which has: " + String.join(", ", known));
            }
        }
        int[] indices = wanted.stream().mapToInt(known::indexOf).toArray();
        return new ChannelSelection(dataset.sampleShape(), indices, wanted.equals(known));
    }

    public int channels() {
        return indices.length;
    }

    /** Of one sample after the selection. */
    public Shape shape() {
        int[] dimensions = from.dimensions();
        dimensions[dimensions.length - 1] = indices.length;
        return Shape.of(dimensions);
    }

    /** The selected values of one sample. */
    public float[] select(float[] sample) {
        if (all) {
            return sample.clone();
        }
        float[] selected = new float[shape().elements()];
        select(sample, selected, 0);
        return selected;
    }

    /** Writes the selected values of sample {@code i} to {@code target[offset ...]}, and says how many. */
    int copy(Samples samples, int i, float[] target, int offset) {
        if (all) {
            samples.copyValues(i, target, offset);
            return from.elements();
        }
        return select(samples.values(i), target, offset);
    }

    private int select(float[] sample, float[] target, int offset) {
        int channels = from.dimension(-1);
        int k = offset;
        for (int start = 0; start < sample.length; start += channels) {
            for (int index : indices) {
                target[k++] = sample[start + index];
            }
        }
        return k - offset;
    }

    /** The entries of {@code perChannel} that belong to the selected channels. */
    <T> List<T> pick(List<T> perChannel) {
        return Arrays.stream(indices).mapToObj(perChannel::get).toList();
    }
}
