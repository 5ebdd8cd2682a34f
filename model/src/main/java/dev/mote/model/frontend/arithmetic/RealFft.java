package dev.mote.model.frontend.arithmetic;

/**
 * Fourier transform of real int32 values, in place, without scaling: X[k] = sum(x[n] exp(-2 pi i k n / length)). Half as many complex
 * values go through radix 2, decimation in time; each product with a factor (Q15) is rounded once, from 64 bits. Nothing overflows while
 * every |x[n]| <= 2^30 / length.
 */
public final class RealFft {
    /** Fractional bits of the factors. */
    public static final int FACTOR_BITS = 15;

    private static final long HALF = 1L << FACTOR_BITS - 1;

    private final int length;
    private final int[] sine;

    /** @param length a power of two in [16, 1024] */
    public RealFft(int length) {
        if (length < 16 || length > 1024 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("transform of " + length + " values");
        }
        this.length = length;
        this.sine = sine(length);
    }

    /** The first quarter of a sine in Q15, both ends included: length / 4 + 1 entries in [0, 32768]. */
    public static int[] sine(int length) {
        int[] table = new int[length / 4 + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (int) Math.floor(StrictMath.sin(2 * Math.PI * i / length) * (1 << FACTOR_BITS) + 0.5);
        }
        return table;
    }

    public int length() {
        return length;
    }

    /**
     * @param data the values; afterwards X[0], X[length / 2] (both real), then real and imaginary part of X[1], X[2], ... X[length / 2 - 1]
     */
    public void transform(int[] data) {
        int points = length / 2;
        reverse(data, points);
        for (int half = 1; half < points; half *= 2) {
            combine(data, points, half);
        }
        split(data, points);
    }

    /** Complex value i goes to where i's bits, reversed, say. */
    private static void reverse(int[] data, int points) {
        int target = 0;
        for (int i = 0; i < points; i++) {
            if (target > i) {
                swap(data, 2 * i, 2 * target);
                swap(data, 2 * i + 1, 2 * target + 1);
            }
            // Counts up from the highest bit.
            int bit = points >> 1;
            while ((target & bit) != 0) {
                target ^= bit;
                bit >>= 1;
            }
            target |= bit;
        }
    }

    private static void swap(int[] data, int a, int b) {
        int kept = data[a];
        data[a] = data[b];
        data[b] = kept;
    }

    /** Pairs of transforms of {@code half} points become transforms of twice as many. */
    private void combine(int[] data, int points, int half) {
        for (int k = 0; k < half; k++) {
            int angle = k * (points / half);
            long cosine = cosineOf(angle);
            long minusSine = -sineOf(angle);
            for (int even = k; even < points; even += 2 * half) {
                int a = 2 * even;
                int b = 2 * (even + half);
                int real = (int) (data[b] * cosine - data[b + 1] * minusSine + HALF >> FACTOR_BITS);
                int imaginary = (int) (data[b] * minusSine + data[b + 1] * cosine + HALF >> FACTOR_BITS);
                data[b] = data[a] - real;
                data[b + 1] = data[a + 1] - imaginary;
                data[a] += real;
                data[a + 1] += imaginary;
            }
        }
    }

    /** From the transform of the complex values to that of the real ones. */
    private void split(int[] data, int points) {
        int first = data[0];
        data[0] = first + data[1];
        data[1] = first - data[1];
        for (int k = 1; k <= points / 2; k++) {
            int a = 2 * k;
            int b = 2 * (points - k);
            long evenReal = (long) (data[a] + data[b]) << FACTOR_BITS;
            long evenImaginary = (long) (data[a + 1] - data[b + 1]) << FACTOR_BITS;
            int oddReal = data[a + 1] + data[b + 1];
            int oddImaginary = data[b] - data[a];
            long cosine = cosineOf(k);
            long minusSine = -sineOf(k);
            long real = oddReal * cosine - oddImaginary * minusSine;
            long imaginary = oddReal * minusSine + oddImaginary * cosine;
            data[b] = (int) (evenReal - real + (1L << FACTOR_BITS) >> FACTOR_BITS + 1);
            data[b + 1] = (int) (imaginary - evenImaginary + (1L << FACTOR_BITS) >> FACTOR_BITS + 1);
            data[a] = (int) (evenReal + real + (1L << FACTOR_BITS) >> FACTOR_BITS + 1);
            data[a + 1] = (int) (evenImaginary + imaginary + (1L << FACTOR_BITS) >> FACTOR_BITS + 1);
        }
    }

    /** sin(2 pi angle / length) in Q15, angle in [0, length / 2). */
    private long sineOf(int angle) {
        int quarter = length / 4;
        return angle <= quarter ? sine[angle] : sine[2 * quarter - angle];
    }

    private long cosineOf(int angle) {
        int quarter = length / 4;
        return angle <= quarter ? sine[quarter - angle] : -sine[angle - quarter];
    }
}
