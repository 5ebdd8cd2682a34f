package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.Hann;
import dev.mote.model.frontend.arithmetic.Log2;
import dev.mote.model.frontend.arithmetic.RealFft;
import dev.mote.model.frontend.arithmetic.SquareRoot;
import java.util.List;

/** Spectrum of one channel of a window, as {@link SignalStep.Spectrum} says, with its tables. For several threads at once. */
final class SpectrumStep implements FeatureStep {
    private static final int DROPPED_BITS = 8;

    private final SignalStep.Spectrum step;
    private final RealFft transform;
    private final int[] hann;

    SpectrumStep(SignalStep.Spectrum step) {
        this.step = step;
        transform = new RealFft(step.size());
        hann = Hann.table(step.length());
    }

    @Override
    public int width() {
        return step.width();
    }

    @Override
    public void run(int[] signal, int[] numbers, int start) {
        long[] power = power(signal);
        int at = start;
        for (SignalStep.Bins band : step.bands()) {
            long sum = 0;
            for (int k = band.first(); k < band.end(); k++) {
                sum += power[k];
            }
            numbers[at++] = strength(sum);
        }
        boolean[] taken = new boolean[power.length];
        for (int peak = 0; peak < step.peaks(); peak++) {
            int k = highest(power, taken);
            taken[k] = true;
            numbers[at++] = k;
            numbers[at++] = strength(k == 0 ? 0 : power[k - 1] + power[k] + power[k + 1]);
        }
    }

    @Override
    public List<Integer> channels() {
        return step.channels();
    }

    /** P of bins 0 to size / 2, summed over the parts. */
    private long[] power(int[] signal) {
        long[] power = new long[step.size() / 2 + 1];
        for (int part = 0; part < step.parts(); part++) {
            int[] data = weighted(signal, part * (step.size() / 2));
            transform.transform(data);
            power[0] += square(data[0], 0);
            power[step.size() / 2] += square(data[1], 0);
            for (int k = 1; k < step.size() / 2; k++) {
                power[k] += square(data[2 * k], data[2 * k + 1]);
            }
        }
        return power;
    }

    private static long square(long real, long imaginary) {
        return real * real + imaginary * imaginary >> DROPPED_BITS;
    }

    private int[] weighted(int[] signal, int first) {
        long sum = 0;
        for (int n = 0; n < step.length(); n++) {
            sum += signal[first + n];
        }
        int mean = (int) Math.floorDiv((sum << step.gain()) + (step.length() >> 1), (long) step.length());
        int[] data = new int[step.size()];
        for (int n = 0; n < step.length(); n++) {
            int weight = Hann.at(hann, n, step.length());
            data[n] = Hann.apply(weight, signal[first + n], mean, step.gain());
        }
        return data;
    }

    /** The bin of the highest peak that is not taken; 0 where there is none. */
    private static int highest(long[] power, boolean[] taken) {
        int best = 0;
        for (int k = 1; k < power.length - 1; k++) {
            boolean isPeak = power[k - 1] < power[k] && power[k] >= power[k + 1];
            if (isPeak && !taken[k] && (best == 0 || power[k] > power[best])) {
                best = k;
            }
        }
        return best;
    }

    private int strength(long power) {
        return step.log() ? Log2.of(power + step.floor()) : SquareRoot.of(power);
    }
}
