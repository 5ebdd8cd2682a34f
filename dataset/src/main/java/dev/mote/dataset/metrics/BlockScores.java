package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Scores with their uncertainty, where samples of one block (a person) resemble each other: a jackknife that leaves out one block after the
 * other. Source: B. Efron, C. Stein, "The jackknife estimate of variance", 1981.
 *
 * @param blocks samples of each block, in the same order for all that are compared; some may have none
 */
public record BlockScores(List<ConfusionMatrix> blocks) {
    private static final double UPPER_TAIL = 0.025;

    public BlockScores {
        blocks = List.copyOf(blocks);
    }

    /** @param blockOfSample counted from 0 */
    public static BlockScores of(
            List<String> labels, int[] truth, int[] predicted, List<Integer> blockOfSample, int blocks) {
        return new BlockScores(IntStream.range(0, blocks)
                .mapToObj(block -> {
                    int[] members = IntStream.range(0, truth.length)
                            .filter(i -> blockOfSample.get(i) == block)
                            .toArray();
                    return ConfusionMatrix.of(
                            labels,
                            IntStream.of(members).map(i -> truth[i]).toArray(),
                            IntStream.of(members).map(i -> predicted[i]).toArray());
                })
                .toList());
    }

    /** With other answers, as of another seed or about other samples. */
    public BlockScores plus(BlockScores other) {
        return new BlockScores(IntStream.range(0, blocks.size())
                .mapToObj(i -> blocks.get(i).plus(other.blocks.get(i)))
                .toList());
    }

    public ConfusionMatrix all() {
        return without(-1);
    }

    /** Of the score for blocks like these, 95 %; NaN with a single block. */
    public Interval interval(ToDoubleFunction<ConfusionMatrix> score) {
        return interval(
                score.applyAsDouble(all()),
                used().stream()
                        .mapToDouble(block -> score.applyAsDouble(without(block)))
                        .toArray());
    }

    /** Of this score less that of {@code other} on the same samples. What is hard for both cancels out. */
    public Interval difference(BlockScores other, ToDoubleFunction<ConfusionMatrix> score) {
        return interval(
                score.applyAsDouble(all()) - score.applyAsDouble(other.all()),
                used().stream()
                        .mapToDouble(block ->
                                score.applyAsDouble(without(block)) - score.applyAsDouble(other.without(block)))
                        .toArray());
    }

    private static Interval interval(double estimate, double[] leftOut) {
        int count = leftOut.length;
        if (count < 2) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double mean = 0;
        for (double value : leftOut) {
            mean += value / count;
        }
        double squares = 0;
        for (double value : leftOut) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares * (count - 1) / count);
        double margin = TDistribution.of(count - 1.0).inverseSurvivalProbability(UPPER_TAIL) * error;
        return new Interval(estimate - margin, estimate + margin);
    }

    private List<Integer> used() {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).total() > 0)
                .boxed()
                .toList();
    }

    private ConfusionMatrix without(int block) {
        List<ConfusionMatrix> rest = new ArrayList<>(blocks);
        if (block >= 0) {
            rest.remove(block);
        }
        ConfusionMatrix none = ConfusionMatrix.of(blocks.getFirst().labels(), new int[0], new int[0]);
        return rest.stream().reduce(none, ConfusionMatrix::plus);
    }
}
