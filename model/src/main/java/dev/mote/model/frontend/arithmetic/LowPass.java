package dev.mote.model.frontend.arithmetic;

/**
 * A low-pass of one pole, y += (x - y) * share, from a start of its own. The state has 12 fractional bits.
 *
 * @param share in Q30, in [1, 2^30]: 1 - exp(-2 pi cutoff / rate)
 */
public record LowPass(int share) {
    /** Fractional bits of the state. */
    public static final int STATE_BITS = 12;

    private static final int SHARE_BITS = 30;

    public LowPass {
        if (share < 1 || share > 1 << SHARE_BITS) {
            throw new IllegalArgumentException("share " + share);
        }
    }

    /**
     * @param cutoffHertz where half of the power passes, above 0
     * @param rateHertz samples a second
     */
    public static LowPass of(double cutoffHertz, double rateHertz) {
        double share = 1 - StrictMath.exp(-2 * Math.PI * cutoffHertz / rateHertz);
        return new LowPass((int) Math.clamp(Math.floor(share * (1 << SHARE_BITS) + 0.5), 1, 1 << SHARE_BITS));
    }

    /**
     * State that stands for the mean of a channel's window.
     *
     * @param sum of its values
     * @param rows how many they are
     */
    public static int start(long sum, int rows) {
        return (int) Math.floorDiv((sum << STATE_BITS) + (rows >> 1), (long) rows);
    }

    /** @param value of fewer than {@link FrontEndFormats#SERIES_BITS} bits */
    public int next(int state, int value) {
        int difference = (value << STATE_BITS) - state;
        return state + (int) ((long) difference * share + (1L << SHARE_BITS - 1) >> SHARE_BITS);
    }

    /** The output that the state stands for, in counts. */
    public static int output(int state) {
        return state + (1 << STATE_BITS - 1) >> STATE_BITS;
    }
}
