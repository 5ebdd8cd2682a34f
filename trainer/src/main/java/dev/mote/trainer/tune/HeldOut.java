package dev.mote.trainer.tune;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The training split, divided for choices: what a choice is judged on is held out of its training. The test split has no part in it.
 *
 * @param byGroup no person (or recording) is in two parts
 * @param parts of each sample of the training split: the number of its part
 */
public record HeldOut(boolean byGroup, int count, List<Integer> parts) {
    private static final int MOST_BLOCKS = 100;
    private static final int PLAIN_BLOCKS = 20;

    public HeldOut {
        parts = List.copyOf(parts);
    }

    /**
     * Parts of about equal size. Where the data has groups, whole ones, and no more parts than groups. Otherwise of each class as many in
     * each part.
     *
     * @param count 2 or more
     * @param inTime whether samples follow each other in time, and may overlap: a part then has a stretch of each class
     */
    public static HeldOut divide(Samples training, boolean inTime, int count, long seed) {
        if (count < 2 || count > training.count()) {
            throw new BadInputException("the training split is to be divided into " + count + " parts, expected 2 to "
                    + training.count() + ", the number of its samples");
        }
        int[] groups = Arrays.stream(training.groups()).distinct().sorted().toArray();
        SplittableRandom random = new SplittableRandom(seed);
        if (groups.length > 1 && groups[0] != Samples.NO_GROUP) {
            int parts = Math.min(count, groups.length);
            return new HeldOut(true, parts, boxed(byGroup(training, groups, parts, random)));
        }
        int[] parts = inTime ? byStretch(training, count) : byClass(training, count, random);
        long used = Arrays.stream(parts).distinct().count();
        if (used < count) {
            throw new BadInputException("the training split is to be divided into " + count
                    + " stretches of each class, but no class has as many samples; give fewer parts");
        }
        return new HeldOut(false, count, boxed(parts));
    }

    private static List<Integer> boxed(int[] parts) {
        return Arrays.stream(parts).boxed().toList();
    }

    /** The groups in a random order, each to the part that has the fewest samples yet. */
    private static int[] byGroup(Samples training, int[] groups, int count, SplittableRandom random) {
        shuffle(groups, random);
        int[] sizes = new int[count];
        int[] parts = new int[training.count()];
        for (int group : groups) {
            int smallest = IntStream.range(0, count).reduce(0, (a, b) -> sizes[b] < sizes[a] ? b : a);
            for (int i = 0; i < parts.length; i++) {
                if (training.group(i) == group) {
                    parts[i] = smallest;
                    sizes[smallest]++;
                }
            }
        }
        return parts;
    }

    /** The samples of each class in a random order, dealt like cards. */
    private static int[] byClass(Samples training, int count, SplittableRandom random) {
        int[] order = IntStream.range(0, training.count()).toArray();
        shuffle(order, random);
        int[] sorted = sortedByClass(training, order);
        int[] parts = new int[order.length];
        for (int k = 0; k < sorted.length; k++) {
            parts[sorted[k]] = k % count;
        }
        return parts;
    }

    private static int[] byStretch(Samples training, int count) {
        int[] sorted =
                sortedByClass(training, IntStream.range(0, training.count()).toArray());
        int[] parts = new int[sorted.length];
        for (int start = 0, end = 0; start < sorted.length; start = end) {
            while (end < sorted.length && training.label(sorted[end]) == training.label(sorted[start])) {
                end++;
            }
            for (int k = start; k < end; k++) {
                parts[sorted[k]] = (int) ((long) (k - start) * count / (end - start));
            }
        }
        return parts;
    }

    /** In each class, the order stays. */
    private static int[] sortedByClass(Samples training, int[] order) {
        return Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingInt(training::label))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void shuffle(int[] items, SplittableRandom random) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }

    /** Ascending. */
    public int[] indices(int part) {
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) == part)
                .toArray();
    }

    /** The data without the test: part {@code part} stands in its place, the others are what is trained on. */
    public Dataset without(int part, Dataset dataset) {
        int[] trained = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) != part)
                .toArray();
        return dataset.withSplits(
                dataset.train().subset(trained), dataset.train().subset(indices(part)));
    }

    /**
     * Samples of one block resemble each other more than those of two: a person or recording each, at most 100. Without groups, 20 blocks
     * of any samples.
     */
    public static List<Integer> blocks(Samples samples) {
        int[] groups = Arrays.stream(samples.groups()).distinct().sorted().toArray();
        boolean grouped = groups.length > 1 && groups[0] != Samples.NO_GROUP;
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            blocks.add(grouped ? Arrays.binarySearch(groups, samples.group(i)) % MOST_BLOCKS : i % PLAIN_BLOCKS);
        }
        return blocks;
    }
}
