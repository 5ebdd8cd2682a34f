package dev.mote.trainer;

import java.util.SplittableRandom;

/** Fisher and Yates' shuffle, the same for the same random numbers. */
final class Shuffle {
    private Shuffle() {}

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
