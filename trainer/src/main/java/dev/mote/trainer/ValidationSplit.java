package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.trainer.recipe.TrainingOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which samples are trained on, and which are held back.
 *
 * @param validation empty if nothing is held back
 */
record ValidationSplit(int[] training, int[] validation) {
    static ValidationSplit of(Examples examples, Classes classes, TrainingOptions options, SplittableRandom random) {
        int[] all = IntStream.range(0, examples.count()).toArray();
        int wanted = (int) Math.round(examples.count() * options.validationSplit());
        if (options.validationSplit() == 0 || examples.count() < 2) {
            return new ValidationSplit(all, new int[0]);
        }
        wanted = Math.clamp(wanted, 1, examples.count() - 1);
        int[] groups = groups(examples);
        if (options.validationByGroup() && groups.length > 1) {
            return byGroup(examples, groups, wanted, random);
        }
        Shuffle.shuffle(all, random);
        return options.stratify() && classes.known()
                ? byClass(all, classes, wanted)
                : heldBack(examples.count(), IntStream.of(all).limit(wanted).toArray());
    }

    /** In order of appearance; empty if a sample has none. */
    static int[] groups(Examples examples) {
        int[] groups = IntStream.range(0, examples.count())
                .map(examples::group)
                .distinct()
                .toArray();
        return IntStream.of(groups).anyMatch(group -> group == Samples.NO_GROUP) ? new int[0] : groups;
    }

    /** All samples in ascending order, those of {@code validation} apart. */
    static ValidationSplit heldBack(int count, int[] validation) {
        boolean[] held = new boolean[count];
        for (int sample : validation) {
            held[sample] = true;
        }
        return new ValidationSplit(
                IntStream.range(0, count).filter(i -> !held[i]).toArray(),
                IntStream.range(0, count).filter(i -> held[i]).toArray());
    }

    /** The same share of each class: the largest fractions are rounded up, until there are as many samples as wanted. */
    private static ValidationSplit byClass(int[] shuffled, Classes classes, int wanted) {
        int[][] ofClass = new int[classes.names().size()][];
        int[] take = new int[ofClass.length];
        double[] fraction = new double[ofClass.length];
        int missing = wanted;
        for (int c = 0; c < ofClass.length; c++) {
            int label = c;
            ofClass[c] = IntStream.of(shuffled)
                    .filter(i -> classes.ofSample()[i] == label)
                    .toArray();
            double exact = (double) ofClass[c].length * wanted / shuffled.length;
            take[c] = (int) exact;
            fraction[c] = exact - take[c];
            missing -= take[c];
        }
        List<Integer> byFraction = IntStream.range(0, take.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -fraction[c]))
                .toList();
        for (int i = 0; i < missing; i++) {
            take[byFraction.get(i)]++;
        }
        int[] validation = IntStream.range(0, take.length)
                .flatMap(c -> IntStream.of(ofClass[c]).limit(take[c]))
                .toArray();
        return heldBack(shuffled.length, validation);
    }

    /** Whole groups, until there are as many samples as wanted; one group at least stays for training. */
    private static ValidationSplit byGroup(Examples examples, int[] groups, int wanted, SplittableRandom random) {
        Shuffle.shuffle(groups, random);
        List<Integer> validation = new ArrayList<>();
        for (int g = 0; g < groups.length - 1 && validation.size() < wanted; g++) {
            int group = groups[g];
            IntStream.range(0, examples.count())
                    .filter(i -> examples.group(i) == group)
                    .forEach(validation::add);
        }
        return heldBack(examples.count(), validation.stream().mapToInt(i -> i).toArray());
    }
}
