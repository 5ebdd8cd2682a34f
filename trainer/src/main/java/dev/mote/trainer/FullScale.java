package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.SignalFrontEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What 32768 counts of each channel stand for: as the recipe says, else so that nothing of the training data saturates. */
final class FullScale {
    /** Fewer counts than that would be seen in the int8 input. */
    private static final double FEW_COUNTS = 16;

    private static final double COUNTS = 32_768;

    private final Dataset dataset;
    private final ChannelSpread spread;
    private final float[] fullScale;

    private FullScale(Dataset dataset) {
        this.dataset = dataset;
        spread = ChannelSpread.of(dataset);
        fullScale = new float[dataset.channels().size()];
    }

    /**
     * @param given by beginnings of channels' names; the longest counts
     * @param notes is told what saturates, and which channel is coarse
     * @throws BadInputException if no channel begins with a name
     */
    static List<Float> on(Dataset dataset, SortedMap<String, Double> given, Consumer<String> notes) {
        FullScale scale = new FullScale(dataset);
        scale.cover();
        scale.take(given);
        scale.tell(notes);
        List<Float> all = new ArrayList<>();
        for (float channel : scale.fullScale) {
            all.add(channel);
        }
        return all;
    }

    /** The axes of a sensor share one. */
    private void cover() {
        double[] largest = new double[fullScale.length];
        Arrays.setAll(largest, spread::largest);
        for (int first : Axes.first(dataset.channels())) {
            double most = Math.max(largest[first], Math.max(largest[first + 1], largest[first + 2]));
            Arrays.fill(largest, first, first + 3, most);
        }
        for (int c = 0; c < fullScale.length; c++) {
            fullScale[c] = powerOfTwo(largest[c]);
        }
    }

    /** The smallest that is not below {@code value}; 1 for 0. */
    static float powerOfTwo(double value) {
        if (value == 0) {
            return 1;
        }
        float power = Math.scalb(1f, Math.getExponent(value));
        return Math.clamp(power < value ? 2 * power : power, SignalFrontEnd.SMALLEST, SignalFrontEnd.LARGEST);
    }

    private void take(SortedMap<String, Double> given) {
        // In the order of the names, a longer one comes after its beginning.
        given.forEach((prefix, value) -> {
            boolean used = false;
            for (int c = 0; c < fullScale.length; c++) {
                if (dataset.channels().get(c).startsWith(prefix)) {
                    fullScale[c] = value.floatValue();
                    used = true;
                }
            }
            if (!used) {
                throw new BadInputException("front_end.full_scale: no channel of " + dataset.name() + " begins with '"
                        + prefix + "'; its channels are " + String.join(", ", dataset.channels()));
            }
        });
    }

    private void tell(Consumer<String> notes) {
        for (int c = 0; c < fullScale.length; c++) {
            String name = dataset.channels().get(c);
            if (spread.largest(c) > fullScale[c]) {
                notes.accept(String.format(
                        Locale.ROOT,
                        "%d training values of %s are beyond the full scale %s, up to %s, and count as full scale",
                        beyond(c),
                        name,
                        fullScale[c],
                        (float) spread.largest(c)));
            }
            double counts = spread.deviation(c) * COUNTS / fullScale[c];
            if (counts > 0 && counts < FEW_COUNTS) {
                notes.accept(String.format(
                        Locale.ROOT,
                        "%s varies by only %.1f counts (standard deviation) of its full scale %s; a smaller front_end.full_scale"
                                + " would show more of it",
                        name,
                        counts,
                        fullScale[c]));
            }
        }
    }

    private long beyond(int channel) {
        Samples samples = dataset.train();
        float[] values = new float[dataset.sampleShape().elements()];
        long count = 0;
        for (int i = 0; i < samples.count(); i++) {
            samples.copyValues(i, values, 0);
            for (int k = channel; k < values.length; k += fullScale.length) {
                count += Math.abs(values[k]) > fullScale[channel] ? 1 : 0;
            }
        }
        return count;
    }
}
