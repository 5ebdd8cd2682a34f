package dev.mote.model.frontend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * One step of a {@link SignalFrontEnd}, in real units; {@link SignalProgram} holds it in integers. A list of channels holds their
 * positions in the series that the stage reads; where it may be empty, that means all of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Select.class, name = "select"),
    @JsonSubTypes.Type(value = Stage.HighPass.class, name = "high_pass"),
    @JsonSubTypes.Type(value = Stage.LowPass.class, name = "low_pass"),
    @JsonSubTypes.Type(value = Stage.Magnitude.class, name = "magnitude"),
    @JsonSubTypes.Type(value = Stage.Difference.class, name = "difference"),
    @JsonSubTypes.Type(value = Stage.Compress.class, name = "compress"),
    @JsonSubTypes.Type(value = Stage.Statistics.class, name = "statistics"),
    @JsonSubTypes.Type(value = Stage.Spectrum.class, name = "spectrum")
})
public sealed interface Stage {
    /**
     * Series [L, channels] to series, in whole counts. The counts of a channel stand for real numbers by its step (real = count * step).
     */
    sealed interface Series extends Stage {}

    /** Series [L, channels] to numbers: those of the first channel, then those of the next. The last stages; several stand side by side. */
    sealed interface Features extends Stage {}

    /** Keeps only some channels, in this order. */
    record Select(List<Integer> channels) implements Series {
        public Select {
            channels = positions("select", channels, 1);
        }
    }

    /**
     * Removes gravity and other slow parts: the signal less its own {@link LowPass}.
     *
     * @param cutoffHertz above 0, below half of the rate
     * @param keep whether the channels go on too, in front of what is left of them: for a network that needs gravity as well
     */
    record HighPass(double cutoffHertz, List<Integer> channels, boolean keep) implements Series {
        public HighPass {
            requireCutoff(cutoffHertz);
            channels = positions("high_pass", channels, 0);
        }
    }

    /**
     * Removes fast parts: one pole, y += (x - y) (1 - exp(-2 pi cutoff / rate)), which starts at the window's mean.
     *
     * @param cutoffHertz above 0, below half of the rate
     * @param keep whether the channels go on too, in front of what is left of them
     */
    record LowPass(double cutoffHertz, List<Integer> channels, boolean keep) implements Series {
        public LowPass {
            requireCutoff(cutoffHertz);
            channels = positions("low_pass", channels, 0);
        }
    }

    /**
     * Square root of the sum of squares of 1 to 3 axes of one step, as a new last channel of their step.
     *
     * @param keep whether the axes stay in the series
     */
    record Magnitude(List<Integer> axes, boolean keep) implements Series {
        public Magnitude {
            axes = positions("magnitude", axes, 1);
            if (axes.size() > 3) {
                throw new IllegalArgumentException("magnitude of " + axes.size() + " axes, expected 1 to 3");
            }
        }
    }

    /** Each value less the one before it; the first becomes 0. */
    record Difference(List<Integer> channels) implements Series {
        public Difference {
            channels = positions("difference", channels, 0);
        }
    }

    /**
     * asinh(value / knee): linear far below the knee, logarithmic far above it. Becomes a pure number with step 2^-12.
     *
     * @param knee of each channel of the series, in its unit; 0: the channel stays as it is
     */
    record Compress(List<Float> knee) implements Series {
        public Compress {
            knee = List.copyOf(knee);
            for (float channelKnee : knee) {
                if (!(channelKnee >= 0 && channelKnee <= SignalFrontEnd.LARGEST)) {
                    throw new IllegalArgumentException("compress: knee " + channelKnee + ", expected 0 or more");
                }
            }
        }
    }

    /** For each channel these numbers, in this order. */
    record Statistics(List<Statistic> statistics, List<Integer> channels) implements Features {
        public Statistics {
            statistics = List.copyOf(statistics);
            channels = positions("statistics", channels, 0);
            if (statistics.isEmpty() || new HashSet<>(statistics).size() != statistics.size()) {
                throw new IllegalArgumentException("statistics " + statistics + ", expected at least one, each once");
            }
        }
    }

    /** Frequencies from low to below high, in Hz. */
    record Band(double lowHertz, double highHertz) {
        public Band {
            if (!(lowHertz >= 0 && lowHertz < highHertz && highHertz <= SignalFrontEnd.LARGEST)) {
                throw new IllegalArgumentException(
                        "band from " + lowHertz + " to " + highHertz + " Hz, expected a low end below the high end");
            }
        }
    }

    /**
     * For each channel: the strength of each band; then of each of the strongest peaks its frequency in Hz and its strength. By a fast
     * Fourier transform of the window less its mean, under a Hann window; a shorter window is filled up with zeros, and of a longer one
     * the power is averaged over parts that overlap by half, as far as whole parts fit.
     *
     * @param size of the transform: a power of two, 16 to 1024
     * @param peaks how many; 0 for none
     * @param log strength is the natural logarithm of the mean square (in the square of the unit); else its square root (in the unit)
     */
    record Spectrum(int size, List<Band> bands, int peaks, boolean log, List<Integer> channels) implements Features {
        public static final int MOST_BANDS = 64;
        public static final int MOST_PEAKS = 16;

        public Spectrum {
            bands = List.copyOf(bands);
            channels = positions("spectrum", channels, 0);
            if (size < 16 || size > 1024 || Integer.bitCount(size) != 1) {
                throw new IllegalArgumentException("spectrum: size " + size + ", expected a power of two, 16 to 1024");
            }
            if (peaks < 0 || peaks > MOST_PEAKS || bands.size() > MOST_BANDS) {
                throw new IllegalArgumentException("spectrum: " + bands.size() + " bands and " + peaks
                        + " peaks, expected at most " + MOST_BANDS + " and " + MOST_PEAKS);
            }
            if (bands.isEmpty() && peaks == 0) {
                throw new IllegalArgumentException("spectrum: neither bands nor peaks, expected at least one");
            }
        }
    }

    private static List<Integer> positions(String stage, List<Integer> channels, int least) {
        List<Integer> copy = List.copyOf(Objects.requireNonNullElse(channels, List.of()));
        if (copy.size() < least || new HashSet<>(copy).size() != copy.size()) {
            throw new IllegalArgumentException(stage + ": channels " + copy + ", expected each once");
        }
        return copy;
    }

    private static void requireCutoff(double cutoffHertz) {
        if (!(cutoffHertz > 0 && cutoffHertz <= SignalFrontEnd.LARGEST)) {
            throw new IllegalArgumentException("cutoff " + cutoffHertz + " Hz, expected a frequency above 0");
        }
    }
}
