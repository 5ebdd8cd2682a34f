package dev.mote.model.frontend;

import java.util.List;

/**
 * A {@link Stage} with every number that the kernels need: Java computes with it, and codegen writes it out. A series is
 * {@code int32[L][channelsIn]} in counts, the channel innermost; {@code channels} are those that the step changes or reads, never empty; a
 * series step leaves the others as they are. Shifts to the right round down.
 */
public sealed interface SignalStep {
    /** Steps from series to series. */
    sealed interface Series extends SignalStep {
        int channelsOut();
    }

    /** Steps from series to int32 numbers. */
    sealed interface Features extends SignalStep {
        /** Numbers for each channel. */
        int width();

        List<Integer> channels();
    }

    /** Channels of the series that is read. */
    int channelsIn();

    record Select(int channelsIn, List<Integer> channels) implements Series {
        @Override
        public int channelsOut() {
            return channels.size();
        }
    }

    /**
     * {@code out = x - low}, with low the output of the {@link LowPass} of the same share.
     *
     * @param share Q30, in [1, 2^30)
     */
    record HighPass(int channelsIn, List<Integer> channels, int share) implements Series {
        @Override
        public int channelsOut() {
            return channelsIn;
        }
    }

    /**
     * In Q12: state = floor((sum * 2^12 + floor(L / 2)) / L); then for each x in order of time
     * {@code state += (((x << 12) - state) * share + 2^29) >> 30; out = (state + 2^11) >> 12}.
     *
     * @param of the newest value: Q30, in [1, 2^30)
     */
    record LowPass(int channelsIn, List<Integer> channels, int share) implements Series {
        @Override
        public int channelsOut() {
            return channelsIn;
        }
    }

    /** {@code out = floor(sqrt(sum of squares of the axes))} as a new last channel, after those of {@code kept}. */
    record Magnitude(int channelsIn, List<Integer> axes, List<Integer> kept) implements Series {
        @Override
        public int channelsOut() {
            return kept.size() + 1;
        }
    }

    /** {@code out = x[t] - x[t-1]}; 0 for the first. */
    record Difference(int channelsIn, List<Integer> channels) implements Series {
        @Override
        public int channelsOut() {
            return channelsIn;
        }
    }

    /**
     * {@code out = asinh(x / knee)} in Q12.
     *
     * @param knee in counts, one for each of {@code channels}
     */
    record Compress(int channelsIn, List<Integer> channels, List<Double> knee) implements Series {
        @Override
        public int channelsOut() {
            return channelsIn;
        }
    }

    /** As {@link Statistic} says. */
    record Statistics(int channelsIn, List<Integer> channels, List<Statistic> statistics) implements Features {
        @Override
        public int width() {
            return statistics.size();
        }
    }

    /** Bins of the transform, from first to below end; first is at least 1, end at most size / 2. */
    record Bins(int first, int end) {}

    /**
     * For each channel. A part is {@code length} values; parts begin {@code size / 2} apart. Of each part, in units of 2^-gain counts:
     * m = floor((2^gain * sum + floor(length / 2)) / length); v = (((x << gain) - m) * hann + 2^14) >> 15 with a Hann window of
     * {@code length} in Q15, filled up with zeros to {@code size}; X = its Fourier transform, not scaled; for bin k
     * P[k] += (re^2 + im^2) >> 8, in 64 bits. Strength of a sum p of P: with a logarithm log2(p + floor) in Q16, else floor(sqrt(p)).
     * Out come the strengths of the sums over {@code bands}; then for each of {@code peaks} its bin and the strength of
     * P[k-1] + P[k] + P[k+1]. A peak is a k in [1, size / 2 - 1] with P[k-1] < P[k] >= P[k+1]; the largest P[k] first, of equal ones the
     * smallest k. Where there are no more, bin 0 and p = 0.
     *
     * @param length min(L, size)
     * @param parts 1 where the window is not longer than {@code size}
     * @param gain in [0, 12], as large as the transform allows for the values that may come
     * @param floor the p that a mean square of one count^2 gives; at least 1
     */
    record Spectrum(
            int channelsIn,
            List<Integer> channels,
            int size,
            int length,
            int parts,
            int gain,
            List<Bins> bands,
            int peaks,
            boolean log,
            long floor)
            implements Features {
        @Override
        public int width() {
            return bands.size() + 2 * peaks;
        }
    }
}
