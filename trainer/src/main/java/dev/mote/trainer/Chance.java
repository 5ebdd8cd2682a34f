package dev.mote.trainer;

import java.util.SplittableRandom;

/**
 * Random numbers as a pure function of seed, purpose, epoch and sample. So a sample may be prepared by any thread, in any order, and a run
 * may go on after a stop, with the same numbers; and a change of one purpose does not move the others.
 *
 * @param seed of the recipe
 */
record Chance(long seed) {
    /** What numbers are for; the place in this list is part of them. */
    enum Purpose {
        SPLIT,
        INITIAL_WEIGHTS,
        ORDER,
        DROPOUT,
        AUGMENTATION,
        MIXUP,
        FOLDS
    }

    /** Of one sample in one epoch. */
    SplittableRandom numbers(Purpose purpose, int epoch, int sample) {
        long mixed = mix(mix(mix(seed) + purpose.ordinal()) + epoch);
        return new SplittableRandom(mix(mixed + sample));
    }

    /** Of a whole epoch. */
    SplittableRandom numbers(Purpose purpose, int epoch) {
        return numbers(purpose, epoch, -1);
    }

    /** Of a whole run. */
    SplittableRandom numbers(Purpose purpose) {
        return numbers(purpose, -1, -1);
    }

    /** Neighbouring numbers become far apart ones. Source: D. Stafford, "Better bit mixing", variant 13 of MurmurHash3's finalizer. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
