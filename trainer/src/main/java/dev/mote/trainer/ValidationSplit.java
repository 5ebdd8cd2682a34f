package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.trainer.recipe.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which samples are trained on, and which are held back.
 *
 * @param validation empty if nothing is held back
 */
record ValidationSplit(int[] training, int[] validation) {
    static ValidationSplit of(Examples examples, TrainingOptions options, SplittableRandom random) {
        int[] all = IntStream.range(0, examples.count()).toArray();
        int wanted = (int) Math.round(examples.count() * options.validationSplit());
        if (options.validationSplit() == 0 || examples.count() < 2) {
            return new ValidationSplit(all, new int[0]);
        }
        wanted = Math.clamp(wanted, 1, examples.count() - 1);
        int[] groups = groups(examples);
        return options.validationByGroup() && groups.length > 1
                ? byGroup(examples, groups, wanted, random)
                : bySample(all, wanted, random);
    }

    /** In order of appearance; empty if a sample has none. */
    private static int[] groups(Examples examples) {
        int[] groups = IntStream.range(0, examples.count())
                .map(examples::group)
                .distinct()
                .toArray();
        return IntStream.of(groups).anyMatch(group -> group == Samples.NO_GROUP) ? new int[0] : groups;
    }

    private static ValidationSplit bySample(int[] all, int wanted, SplittableRandom random) {
        Shuffle.shuffle(all, random);
        return new ValidationSplit(
                IntStream.of(all).skip(wanted).sorted().toArray(),
                IntStream.of(all).limit(wanted).sorted().toArray());
    }

    /** Whole groups, until there are as many samples as wanted; one group at least stays for training. */
    private static ValidationSplit byGroup(Examples examples, int[] groups, int wanted, SplittableRandom random) {
        Shuffle.shuffle(groups, random);
        List<Integer> heldBack = new ArrayList<>();
        long count = 0;
        for (int g = 0; g < groups.length - 1 && count < wanted; g++) {
            int group = groups[g];
            heldBack.add(group);
            count += IntStream.range(0, examples.count())
                    .filter(i -> examples.group(i) == group)
                    .count();
        }
        return new ValidationSplit(
                IntStream.range(0, examples.count())
                        .filter(i -> !heldBack.contains(examples.group(i)))
                        .toArray(),
                IntStream.range(0, examples.count())
                        .filter(i -> heldBack.contains(examples.group(i)))
                        .toArray());
    }
}
