package dev.mote.model.frontend.arithmetic;

/** Ranges that the parts of a front end agree on. */
public final class FrontEndFormats {
    /** A value of a series is below 2^18 in magnitude: counts have 15 bits, differences 16, the magnitude of 16 channels 17. */
    public static final int SERIES_BITS = 18;

    /** A window has fewer than 2^10 + 1 rows, so that a sum of a channel has 28 bits, and one of squares 46. */
    public static final int MOST_ROWS = 1024;

    private FrontEndFormats() {}
}
