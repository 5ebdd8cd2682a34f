package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void everySeedPurposeEpochAndSampleHasItsOwnNumbers() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 4; seed++) {
            for (Chance.Purpose purpose : Chance.Purpose.values()) {
                for (int epoch = -1; epoch < 20; epoch++) {
                    for (int sample = -1; sample < 50; sample++) {
                        firsts.add(
                                new Chance(seed).numbers(purpose, epoch, sample).nextLong());
                    }
                }
            }
        }
        assertEquals(4 * Chance.Purpose.values().length * 21 * 51, firsts.size());
    }

    @Test
    void equalQuestionsGiveEqualNumbers() {
        assertEquals(
                new Chance(7).numbers(Chance.Purpose.ORDER, 3).nextLong(),
                new Chance(7).numbers(Chance.Purpose.ORDER, 3).nextLong());
    }

    /** Neighbouring samples must not be alike: the mean of 40,000 uniform numbers deviates by 0.0014, their correlation by 0.005. */
    @Test
    void numbersOfNeighboursAreIndependent() {
        int count = 40_000;
        double sum = 0;
        double products = 0;
        double before = 0;
        for (int sample = 0; sample < count; sample++) {
            double drawn = new Chance(1)
                            .numbers(Chance.Purpose.AUGMENTATION, 1, sample)
                            .nextDouble()
                    - 0.5;
            sum += drawn;
            products += drawn * before;
            before = drawn;
        }
        assertEquals(0, sum / count, 0.006);
        assertEquals(0, products / count * 12, 0.02);
    }
}
