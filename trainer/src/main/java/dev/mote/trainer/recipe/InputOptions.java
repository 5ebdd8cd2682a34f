package dev.mote.trainer.recipe;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How physical values become the input of the network.
 *
 * @param scale factor of {@link Normalize#SCALE}; 1 for the others
 * @param compress knee of all channels whose names begin with the key; see {@link dev.mote.model.graph.InputPreparation}
 * @param channels used, in this order; empty: all of the data set
 */
public record InputOptions(
        Normalize normalize, double scale, List<String> channels, SortedMap<String, Double> compress) {
    /** Fitted channel by channel on the training split. Names are those of recipes, in lower case. */
    public enum Normalize {
        /** Values stay as they are. */
        NONE,
        /** One given factor. */
        SCALE,
        /** To [0, 1]. */
        MIN_MAX,
        /** To mean 0 and standard deviation 1. */
        STANDARDIZE
    }

    public static final InputOptions NONE = new InputOptions(Normalize.NONE, 1, List.of(), new TreeMap<>());

    public InputOptions {
        Objects.requireNonNull(normalize);
        channels = List.copyOf(channels);
        compress = Collections.unmodifiableSortedMap(new TreeMap<>(compress));
        compress.values().forEach(knee -> Check.positive("compress", knee));
        Check.positive("scale", scale);
        if (normalize != Normalize.SCALE && scale != 1) {
            throw new InvalidValueException("scale", "given, but only 'normalize: scale' has one");
        }
        if (new HashSet<>(channels).size() != channels.size()) {
            throw new InvalidValueException("channels", channels + ", expected each channel once");
        }
    }
}
