package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.Asinh;
import dev.mote.model.frontend.arithmetic.Compression;

/** asinh(count / knee) in Q12. */
final class Knee {
    /** What one stands for. */
    static final double STEP = 1.0 / (1 << Asinh.FRACTION_BITS);

    private static final int[] TABLE = Asinh.table((1 << Asinh.RATIO_BITS) - 1);

    private final Compression compression;

    /** @param counts at least 1, so that no value of a series is too large a ratio for the table */
    Knee(double counts) {
        compression = Compression.of(counts);
    }

    int apply(int count) {
        return compression.apply(TABLE, count);
    }
}
