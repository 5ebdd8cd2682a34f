package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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

    /**
     * A score, and how far it would be off with other blocks of the same kind.
     *
     * @param error standard error; NaN with a single block
     */
    public record Estimate(double score, double error, int blocks) {
        /** Of 95 %. */
        public Interval interval() {
            double margin = blocks < 2
                    ? Double.NaN
                    : TDistribution.of(blocks - 1.0).inverseSurvivalProbability(UPPER_TAIL) * error;
            return new Interval(score - margin, score + margin);
        }
    }

    public Estimate estimate(ToDoubleFunction<ConfusionMatrix> score) {
        return estimate(this::without, score::applyAsDouble);
    }

    /** This score less that of {@code other} on the same samples. What is hard for both cancels out. */
    public Estimate difference(BlockScores other, ToDoubleFunction<ConfusionMatrix> score) {
        return estimate(
                Function.identity(),
                block -> score.applyAsDouble(without(block)) - score.applyAsDouble(other.without(block)));
    }

    /** @param part what is left without a block; -1: all */
    private <T> Estimate estimate(Function<Integer, T> part, ToDoubleFunction<T> score) {
        double[] leftOut = used().stream()
                .mapToDouble(block -> score.applyAsDouble(part.apply(block)))
                .toArray();
        int count = leftOut.length;
        double mean = DoubleStream.of(leftOut).average().orElse(Double.NaN);
        double squares = DoubleStream.of(leftOut)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = count < 2 ? Double.NaN : Math.sqrt(squares * (count - 1) / count);
        return new Estimate(score.applyAsDouble(part.apply(-1)), error, count);
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
