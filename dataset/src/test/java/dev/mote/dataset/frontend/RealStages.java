package dev.mote.dataset.frontend;

import java.util.Arrays;

/**
 * What the stages of a front end are meant to compute, in double precision, with other formulas where there are any: sums over the whole
 * window in the place of recursions, Fourier's sum in the place of a fast transform.
 */
final class RealStages {
    private RealStages() {}

    /** The low pass as a sum: what is left of the mean, and of each value since. */
    static double[] lowPass(double[] x, double cutoffHertz, double rateHertz) {
        double left = Math.exp(-2 * Math.PI * cutoffHertz / rateHertz);
        double mean = mean(x);
        double[] powers = new double[x.length + 1];
        Arrays.setAll(powers, i -> Math.pow(left, i));
        double[] y = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            y[t] = mean * powers[t + 1];
            for (int s = 0; s <= t; s++) {
                y[t] += (1 - left) * powers[t - s] * x[s];
            }
        }
        return y;
    }

    static double[] highPass(double[] x, double cutoffHertz, double rateHertz) {
        double[] low = lowPass(x, cutoffHertz, rateHertz);
        double[] y = new double[x.length];
        Arrays.setAll(y, t -> x[t] - low[t]);
        return y;
    }

    static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
    }

    static double rms(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum() / x.length);
    }

    /** Mean square of the signal that belongs to each bin, one-sided; bins 0 to size / 2. */
    static double[] spectrum(double[] x, int size) {
        int length = Math.min(x.length, size);
        double[] power = new double[size / 2 + 1];
        int parts = 0;
        for (int first = 0; first + length <= x.length; first += size / 2) {
            double[] part = Arrays.copyOfRange(x, first, first + length);
            addPower(part, size, power);
            parts++;
        }
        for (int k = 0; k < power.length; k++) {
            power[k] /= parts;
        }
        return power;
    }

    private static void addPower(double[] part, int size, double[] power) {
        double mean = mean(part);
        double weights = 0;
        double[] weighted = new double[part.length];
        for (int n = 0; n < part.length; n++) {
            double hann = Math.pow(Math.sin(Math.PI * n / part.length), 2);
            weights += hann * hann;
            weighted[n] = hann * (part[n] - mean);
        }
        double[] cosine = new double[size];
        Arrays.setAll(cosine, i -> Math.cos(2 * Math.PI * i / size));
        for (int k = 0; k < power.length; k++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < part.length; n++) {
                int turn = k * n % size;
                real += weighted[n] * cosine[turn];
                // A sine is a cosine, a quarter of a turn late.
                imaginary += weighted[n] * cosine[(turn + 3 * size / 4) % size];
            }
            power[k] += 2 * (real * real + imaginary * imaginary) / (size * weights);
        }
    }

    /** Bin of the highest local maximum; 0 where there is none. */
    static int highestPeak(double[] power) {
        int best = 0;
        for (int k = 1; k < power.length - 1; k++) {
            if (power[k] > power[k - 1] && power[k] >= power[k + 1] && (best == 0 || power[k] > power[best])) {
                best = k;
            }
        }
        return best;
    }
}
