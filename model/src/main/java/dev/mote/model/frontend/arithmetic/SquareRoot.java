package dev.mote.model.frontend.arithmetic;

/** The largest integer whose square is not above a number. */
public final class SquareRoot {
    private SquareRoot() {}

    /**
     * @param x at least 0
     * @return in [0, 46340]
     */
    public static int of(int x) {
        return of((long) x);
    }

    /**
     * @param x in [0, 2^62)
     * @return in [0, 2^31)
     */
    public static int of(long x) {
        if (x < 0 || x >= 1L << 62) {
            throw new IllegalArgumentException("root of " + x + ", outside [0, 2^62)");
        }
        // A double has 53 bits, so that the estimate may be one off.
        long root = (long) Math.sqrt((double) x);
        while (root * root > x) {
            root--;
        }
        while ((root + 1) * (root + 1) <= x) {
            root++;
        }
        return (int) root;
    }
}
