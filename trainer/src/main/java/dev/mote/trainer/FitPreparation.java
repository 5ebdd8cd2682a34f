package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.FrontEndOutput;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.InputPreparation;
import dev.mote.trainer.recipe.InputOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds offset and factor of each channel, or of each output of a front end, on the training split, and refuses values that are no
 * numbers.
 */
final class FitPreparation {
    private final Dataset dataset;
    private final List<String> names;
    private final int channels;
    private final InputPath path;
    private final float[] knee;
    private final double[] sum;
    private final double[] sumOfSquares;
    private final float[] min;
    private final float[] max;
    private long valuesPerChannel;

    private FitPreparation(Dataset dataset, Optional<FrontEnd> frontEnd, SortedMap<String, Double> compress) {
        this.dataset = dataset;
        names = names(dataset, frontEnd);
        channels = names.size();
        knee = knees(compress);
        sum = new double[channels];
        sumOfSquares = new double[channels];
        min = new float[channels];
        max = new float[channels];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        path = path(frontEnd);
    }

    /** What comes out of the front end, or the channels themselves. */
    private static List<String> names(Dataset dataset, Optional<FrontEnd> frontEnd) {
        return frontEnd.map(some -> switch (some) {
                    case SignalFrontEnd signal ->
                        signal.program(dataset.channels()).outputs().stream()
                                .map(FrontEndOutput::name)
                                .toList();
                    case ImageFrontEnd _ -> dataset.channels();
                })
                .orElse(dataset.channels());
    }

    /** Front end and knees alone: what offset and factor are found for. */
    private InputPath path(Optional<FrontEnd> frontEnd) {
        try {
            List<Float> knees = kneeList();
            List<Float> zeros = knees.stream().map(_ -> 0f).toList();
            List<Float> ones = knees.stream().map(_ -> 1f).toList();
            return InputPath.of(
                    new InputPreparation(dataset.unit(), dataset.channels(), dataset.rateHertz(), knees, zeros, ones),
                    frontEnd);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "input." + e.getMessage() + "; take a larger knee, or a smaller front_end.full_scale", e);
        }
    }

    /** The knee of each: that of the longest key that its name begins with, or that it ends with if the key begins with a dot; 0 for none. */
    private float[] knees(SortedMap<String, Double> compress) {
        float[] knees = new float[channels];
        compress.forEach((key, value) -> {
            boolean used = false;
            for (int c = 0; c < knees.length; c++) {
                if (key.startsWith(".")
                        ? names.get(c).endsWith(key)
                        : names.get(c).startsWith(key)) {
                    knees[c] = value.floatValue();
                    used = true;
                }
            }
            if (!used) {
                throw new BadInputException("input.compress: no channel of " + dataset.name() + " begins with '" + key
                        + "'; its channels are " + String.join(", ", names));
            }
        });
        return knees;
    }

    static InputPreparation on(Dataset dataset, InputOptions options, Optional<FrontEnd> frontEnd) {
        FitPreparation fit = new FitPreparation(dataset, frontEnd, options.compress());
        fit.scan(dataset.train());
        List<Float> offsets = new ArrayList<>();
        List<Float> factors = new ArrayList<>();
        switch (options.normalize()) {
            case NONE -> fit.sameForAll(1, offsets, factors);
            case SCALE -> fit.sameForAll((float) options.scale(), offsets, factors);
            case MIN_MAX -> {
                for (int c = 0; c < fit.channels; c++) {
                    offsets.add(fit.min[c]);
                    factors.add(reciprocal((double) fit.max[c] - fit.min[c]));
                }
            }
            case STANDARDIZE -> {
                for (int c = 0; c < fit.channels; c++) {
                    offsets.add((float) fit.mean(c));
                    factors.add(reciprocal(fit.deviation(c)));
                }
            }
        }
        return new InputPreparation(
                dataset.unit(), dataset.channels(), dataset.rateHertz(), fit.kneeList(), offsets, factors);
    }

    /** One entry for all channels, or one each where a channel has a knee; none where nothing changes. */
    private void sameForAll(float factor, List<Float> offsets, List<Float> factors) {
        int entries = kneeList().isEmpty() ? (factor == 1 ? 0 : 1) : channels;
        for (int i = 0; i < entries; i++) {
            offsets.add(0f);
            factors.add(factor);
        }
    }

    /** Nothing where no channel has a knee. */
    private List<Float> kneeList() {
        List<Float> knees = new ArrayList<>();
        for (float channelKnee : knee) {
            knees.add(channelKnee);
        }
        boolean any = knees.stream().anyMatch(value -> value > 0);
        return any ? knees : List.of();
    }

    private void scan(Samples samples) {
        for (int i = 0; i < samples.count(); i++) {
            float[] values = samples.values(i);
            for (int k = 0; k < values.length; k++) {
                requireFinite(i, k, values[k]);
            }
            float[] outputs = path.floats(values);
            for (int k = 0; k < outputs.length; k++) {
                add(k % channels, outputs[k]);
            }
            valuesPerChannel += outputs.length / channels;
        }
    }

    private void requireFinite(int sample, int position, float value) {
        if (!Float.isFinite(value)) {
            throw new BadInputException(dataset.name() + ": value " + position + " of training sample " + sample
                    + " is " + value + ", expected a finite number; remove or repair that sample");
        }
    }

    private void add(int channel, float value) {
        sum[channel] += value;
        sumOfSquares[channel] += (double) value * value;
        min[channel] = Math.min(min[channel], value);
        max[channel] = Math.max(max[channel], value);
    }

    private double mean(int channel) {
        return sum[channel] / valuesPerChannel;
    }

    private double deviation(int channel) {
        double mean = mean(channel);
        return Math.sqrt(Math.max(0, sumOfSquares[channel] / valuesPerChannel - mean * mean));
    }

    /** A channel that never changes keeps its size: nothing is known about it. */
    private static float reciprocal(double width) {
        return width < 1e-12 ? 1 : (float) (1 / width);
    }
}
