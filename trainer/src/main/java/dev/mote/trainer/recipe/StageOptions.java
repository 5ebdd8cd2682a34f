package dev.mote.trainer.recipe;

import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stage of a front end as a recipe names it: {@link dev.mote.model.frontend.Stage} with beginnings of channels' names in the place of
 * positions. Where a list of channels may be empty, that means all of them.
 */
public sealed interface StageOptions {
    /** Keeps only some channels. */
    record Select(List<String> channels) implements StageOptions {
        public Select {
            channels = names("select", channels, 1);
        }
    }

    /**
     * Removes gravity and other slow parts.
     *
     * @param keep whether the channels stay, beside new ones
     */
    record HighPass(double cutoff, List<String> channels, boolean keep) implements StageOptions {
        public HighPass {
            Check.positive("cutoff", cutoff);
            channels = names("channels", channels, 0);
        }
    }

    /**
     * Removes fast parts.
     *
     * @param keep whether the channels stay, beside new ones
     */
    record LowPass(double cutoff, List<String> channels, boolean keep) implements StageOptions {
        public LowPass {
            Check.positive("cutoff", cutoff);
            channels = names("channels", channels, 0);
        }
    }

    /**
     * One new channel for each of {@code of}: the magnitude of the axes whose names begin so.
     *
     * @param keep whether the axes stay
     */
    record Magnitude(List<String> of, boolean keep) implements StageOptions {
        public Magnitude {
            of = names("of", of, 1);
        }
    }

    /** Each value less the one before it. */
    record Difference(List<String> channels) implements StageOptions {
        public Difference {
            channels = names("channels", channels, 0);
        }
    }

    /** asinh(value / knee) of the channels whose names begin so. */
    record Compress(SortedMap<String, Double> knee) implements StageOptions {
        public Compress {
            knee = Collections.unmodifiableSortedMap(new TreeMap<>(knee));
            knee.values().forEach(value -> Check.positive("compress", value));
            if (knee.isEmpty()) {
                throw new InvalidValueException("compress", "empty, expected a knee for a channel, as {acc: 0.1}");
            }
        }
    }

    /** Numbers of each channel. */
    record Statistics(List<Statistic> of, List<String> channels) implements StageOptions {
        public Statistics {
            of = List.copyOf(of);
            channels = names("channels", channels, 0);
            if (of.isEmpty() || new HashSet<>(of).size() != of.size()) {
                throw new InvalidValueException("of", of.size() + " statistics, expected at least one, each once");
            }
        }
    }

    /** Strengths of bands and peaks of each channel's spectrum. */
    record Spectrum(int size, List<Stage.Band> bands, int peaks, boolean log, List<String> channels)
            implements StageOptions {
        public Spectrum {
            bands = List.copyOf(bands);
            channels = names("channels", channels, 0);
            if (size < 16 || size > 1024 || Integer.bitCount(size) != 1) {
                throw new InvalidValueException("size", size + ", expected a power of two, 16 to 1024");
            }
            Check.whole("peaks", peaks, 0, Stage.Spectrum.MOST_PEAKS);
            Check.whole("number of bands", bands.size(), 0, Stage.Spectrum.MOST_BANDS);
            if (bands.isEmpty() && peaks == 0) {
                throw new InvalidValueException("bands", "empty and peaks is 0, expected bands or peaks");
            }
        }
    }

    private static List<String> names(String key, List<String> names, int least) {
        List<String> copy = List.copyOf(names);
        if (copy.size() < least || new HashSet<>(copy).size() != copy.size()) {
            throw new InvalidValueException(
                    key, copy + ", expected " + (least == 0 ? "" : "at least one name, ") + "each name once");
        }
        return copy;
    }
}
