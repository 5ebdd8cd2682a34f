package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.SquareRoot;
import java.util.List;

/** Statistics of one channel of a window, as {@link Statistic} says. */
record StatisticsStep(SignalStep.Statistics step) implements FeatureStep {
    @Override
    public List<Integer> channels() {
        return step.channels();
    }

    @Override
    public int width() {
        return step.width();
    }

    @Override
    public void run(int[] signal, int[] numbers, int start) {
        Sums sums = Sums.of(signal);
        for (int i = 0; i < step.width(); i++) {
            numbers[start + i] = sums.statistic(step.statistics().get(i));
        }
    }

    /**
     * Exact sums over a channel.
     *
     * @param sum of 28 bits
     * @param squares sum of squares, of 46 bits
     * @param spread L^2 times the variance: below 2^56
     */
    private record Sums(int[] signal, long sum, long squares, long spread) {
        static Sums of(int[] signal) {
            long sum = 0;
            long squares = 0;
            for (int value : signal) {
                sum += value;
                squares += (long) value * value;
            }
            return new Sums(signal, sum, squares, signal.length * squares - sum * sum);
        }

        int statistic(Statistic statistic) {
            return switch (statistic) {
                case MEAN -> (int) sum;
                case RMS -> SquareRoot.of(squares);
                case VARIANCE -> (int) Math.min(spread / ((long) signal.length * signal.length), Integer.MAX_VALUE);
                case DEVIATION -> SquareRoot.of(spread);
                case ZERO_CROSSINGS -> crossings();
                case PEAKS -> peaks();
                case MINIMUM -> minimum();
                case MAXIMUM -> maximum();
            };
        }

        private boolean isAtLeastMean(int value) {
            return (long) signal.length * value >= sum;
        }

        private int crossings() {
            int count = 0;
            for (int i = 1; i < signal.length; i++) {
                count += isAtLeastMean(signal[i - 1]) != isAtLeastMean(signal[i]) ? 1 : 0;
            }
            return count;
        }

        private int peaks() {
            long deviation = SquareRoot.of(spread);
            int count = 0;
            boolean low = true;
            for (int value : signal) {
                long above = (long) signal.length * value - sum;
                if (low && 2 * above > deviation) {
                    count++;
                    low = false;
                } else if (above <= 0) {
                    low = true;
                }
            }
            return count;
        }

        private int minimum() {
            int least = signal[0];
            for (int value : signal) {
                least = Math.min(least, value);
            }
            return least;
        }

        private int maximum() {
            int most = signal[0];
            for (int value : signal) {
                most = Math.max(most, value);
            }
            return most;
        }
    }
}
