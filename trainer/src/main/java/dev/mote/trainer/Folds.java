package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Parts of about the same size, each sample in one of them: whole groups (persons, recordings) where the data has at least as many as there
 * are folds, else the same share of each class.
 *
 * @param ofSample fold of each sample, 0 to count - 1
 */
record Folds(int count, boolean byGroup, int[] ofSample) {
    /** @throws BadInputException if there are fewer samples than folds */
    static void requireSamples(Samples samples, int count) {
        if (samples.count() < count) {
            throw new BadInputException("--folds is " + count + ", but the training split has only " + samples.count()
                    + " samples; give fewer folds");
        }
    }

    /** @throws BadInputException if there are fewer samples than folds */
    static Folds of(Samples samples, int count, SplittableRandom random) {
        requireSamples(samples, count);
        int[] groups = IntStream.of(samples.groups()).distinct().toArray();
        boolean byGroup = groups.length >= count && IntStream.of(groups).noneMatch(group -> group == Samples.NO_GROUP);
        return new Folds(
                count, byGroup, byGroup ? byGroup(samples, groups, count, random) : byClass(samples, count, random));
    }

    /** The largest group first, each to the fold that has the fewest samples; chance decides between groups of one size. */
    private static int[] byGroup(Samples samples, int[] groups, int count, SplittableRandom random) {
        Shuffle.shuffle(groups, random);
        List<int[]> members = new ArrayList<>();
        for (int group : groups) {
            members.add(IntStream.range(0, samples.count())
                    .filter(i -> samples.group(i) == group)
                    .toArray());
        }
        members.sort(Comparator.comparingInt(group -> -group.length));
        int[] sizes = new int[count];
        int[] folds = new int[samples.count()];
        for (int[] group : members) {
            int smallest = IntStream.range(0, count).reduce(0, (best, f) -> sizes[f] < sizes[best] ? f : best);
            sizes[smallest] += group.length;
            for (int sample : group) {
                folds[sample] = smallest;
            }
        }
        return folds;
    }

    /** Shuffled samples, class after class, are dealt out in turn. Samples without classes are all of class 0. */
    private static int[] byClass(Samples samples, int count, SplittableRandom random) {
        int[] order = IntStream.range(0, samples.count()).toArray();
        Shuffle.shuffle(order, random);
        List<Integer> dealt = IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingInt(samples::label))
                .toList();
        int[] folds = new int[samples.count()];
        for (int i = 0; i < dealt.size(); i++) {
            folds[dealt.get(i)] = i % count;
        }
        return folds;
    }

    int[] inside(int fold) {
        return IntStream.range(0, ofSample.length)
                .filter(i -> ofSample[i] == fold)
                .toArray();
    }

    int[] outside(int fold) {
        return IntStream.range(0, ofSample.length)
                .filter(i -> ofSample[i] != fold)
                .toArray();
    }
}
