package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockScoresTest {
    private static final List<String> LABELS = List.of("no", "yes");

    /** Blocks of 10 samples of class 1, so many of them right. */
    private static BlockScores right(int... hits) {
        int[] truth = new int[hits.length * 10];
        int[] predicted = new int[truth.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = 1;
            predicted[i] = i % 10 < hits[i / 10] ? 1 : 0;
        }
        List<Integer> blocks =
                IntStream.range(0, truth.length).map(i -> i / 10).boxed().toList();
        return BlockScores.of(LABELS, truth, predicted, blocks, hits.length);
    }

    /**
     * Of equal blocks the jackknife is the standard error of their mean. By hand: 0.8, 0.9, 0.7, 0.8 have the mean 0.8 and the deviation
     * 0.0816497, so an error of 0.0408248; times 3.182446, the quantile of Student's t with 3 degrees of freedom, 0.129923.
     */
    @Test
    void intervalIsThatOfTheMeanOverBlocks() {
        Interval interval =
                right(8, 9, 7, 8).estimate(ConfusionMatrix::accuracy).interval();
        assertEquals(
                0.0408248, right(8, 9, 7, 8).estimate(ConfusionMatrix::accuracy).error(), 1e-6);
        assertEquals(0.8 - 0.129923, interval.low(), 1e-6);
        assertEquals(0.8 + 0.129923, interval.high(), 1e-6);
    }

    /** Two blocks differ a lot, but one is always 0.1 better. */
    @Test
    void whatIsHardForBothCancelsOut() {
        BlockScores better = right(10, 2, 6);
        BlockScores worse = right(9, 1, 5);
        Interval difference =
                better.difference(worse, ConfusionMatrix::accuracy).interval();
        assertEquals(0.1, difference.low(), 1e-9);
        assertEquals(0.1, difference.high(), 1e-9);
        assertTrue(better.estimate(ConfusionMatrix::accuracy).interval().low() < 0);
        Interval chance = right(10, 2, 6)
                .difference(right(8, 4, 5), ConfusionMatrix::accuracy)
                .interval();
        assertTrue(chance.low() < 0 && chance.high() > 0);
    }

    @Test
    void blocksWithoutSamplesDoNotCount() {
        BlockScores some = right(8, 9, 7, 8);
        ConfusionMatrix empty = ConfusionMatrix.of(LABELS, new int[0], new int[0]);
        BlockScores padded = new BlockScores(List.of(
                some.blocks().get(0),
                some.blocks().get(1),
                empty,
                some.blocks().get(2),
                some.blocks().get(3)));
        assertEquals(some.estimate(ConfusionMatrix::macroF1), padded.estimate(ConfusionMatrix::macroF1));
        assertTrue(Double.isNaN(
                right(8).estimate(ConfusionMatrix::accuracy).interval().low()));
    }

    @Test
    void addsUp() {
        assertEquals(0.75, right(8, 9).plus(right(6, 7)).all().accuracy(), 1e-12);
        assertEquals(40, right(8, 9).plus(right(6, 7)).all().total());
    }
}
