package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.ChannelScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from accumulators to outputs in a few instructions: it takes accumulators below 2^30 and factors below 1/2, for which no
 * step of it leaves 32 bits (docs/arithmetic.md, section 2).
 */
final class FastScaling {
    private static final long BOUND = 1L << 30;
    private static final Multiplier ALWAYS_ZERO = new Multiplier(0, -1);

    private FastScaling() {}

    /**
     * The same scaling for the fast way.
     *
     * @param bounds the largest accumulator of each channel, without its sign
     * @return empty if the fast way might give something else
     */
    static Optional<ChannelScaling> of(ChannelScaling scaling, long[] bounds) {
        List<Multiplier> factors = new ArrayList<>();
        for (int channel = 0; channel < bounds.length; channel++) {
            Multiplier factor = scaling.factor(channel);
            if (!scaling.isUniform() && isAlwaysZero(factor, bounds[channel])) {
                factors.add(ALWAYS_ZERO);
            } else if (fits(factor, bounds[channel])) {
                factors.add(factor);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(scaling.isUniform() ? scaling : new ChannelScaling(factors));
    }

    /**
     * Largest accumulators, without their signs, of channels whose inputs are any int8.
     *
     * @param weights each channel's in one piece
     */
    static long[] bounds(int[] bias, int[] weights) {
        int length = weights.length / bias.length;
        long[] bounds = new long[bias.length];
        for (int channel = 0; channel < bias.length; channel++) {
            bounds[channel] = Math.abs((long) bias[channel]);
        }
        for (int i = 0; i < weights.length; i++) {
            bounds[i / length] += -Byte.MIN_VALUE * Math.abs((long) weights[i]);
        }
        return bounds;
    }

    private static boolean isAlwaysZero(Multiplier factor, long bound) {
        return factor.multiplier() == 0 || factor.shift() <= 0 && 2 * product(factor, bound) < 1L << -factor.shift();
    }

    private static boolean fits(Multiplier factor, long bound) {
        int right = -factor.shift();
        return right >= 1
                && right <= 30
                && bound < BOUND
                && product(factor, bound) + (1L << (right + 7)) < Integer.MAX_VALUE;
    }

    /** Largest doubling high product. */
    private static long product(Multiplier factor, long bound) {
        return bound < BOUND ? (bound * factor.multiplier() >> 31) + 1 : bound;
    }
}
