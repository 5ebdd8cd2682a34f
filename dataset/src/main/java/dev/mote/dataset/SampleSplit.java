package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which samples of a user's own data are for training, and which for the test. */
record SampleSplit(int[] train, int[] test) {
    /** Shuffles of the groups that are tried until both splits have every label. */
    private static final int TRIES = 200;

    /** No group is in both splits, so that the test tells about persons who were never seen. */
    static SampleSplit byGroup(String where, Samples samples, List<String> labels, long seed, double testShare) {
        int[] groups = Arrays.stream(samples.groups()).distinct().sorted().toArray();
        if (groups.length < 2) {
            throw new BadInputException(
                    where + ": only one group has windows, at least 2 are needed for a split; record "
                            + "another, or leave the group column out");
        }
        int testGroups = Math.min(share(groups.length, testShare), groups.length - 1);
        SeededRandom random = SeededRandom.of(seed, "split", 0);
        for (int i = 0; i < TRIES; i++) {
            random.shuffle(groups);
            Set<Integer> chosen =
                    Arrays.stream(groups).limit(testGroups).boxed().collect(Collectors.toCollection(TreeSet::new));
            SampleSplit split = new SampleSplit(
                    indices(samples, index -> !chosen.contains(samples.group(index))),
                    indices(samples, index -> chosen.contains(samples.group(index))));
            if (split.hasEveryLabel(samples, labels.size())) {
                return split;
            }
        }
        throw new BadInputException(
                where + ": no split by group leaves each label in both splits; record every label with "
                        + "more groups, or leave the group column out");
    }

    /** Of each label the last part is the test; windows that share rows with it are left out of the training. */
    static SampleSplit byTime(
            String where, Samples samples, List<String> labels, int[] starts, int length, double testShare) {
        boolean[] test = new boolean[samples.count()];
        boolean[] train = new boolean[samples.count()];
        for (int label = 0; label < labels.size(); label++) {
            int wanted = label;
            int[] windows = indices(samples, index -> samples.label(index) == wanted);
            int firstTest = windows.length - share(windows.length, testShare);
            for (int i = 0; i < windows.length; i++) {
                test[windows[i]] = i >= firstTest;
                train[windows[i]] = i < firstTest && starts[windows[i]] + length <= starts[windows[firstTest]];
            }
        }
        SampleSplit split = new SampleSplit(indices(samples, i -> train[i]), indices(samples, i -> test[i]));
        split.requireEveryLabel(where, samples, labels);
        return split;
    }

    /** Of each label the same share at random; of all samples, if these have no labels. */
    static SampleSplit stratified(String where, Samples samples, List<String> labels, long seed, double testShare) {
        boolean[] test = new boolean[samples.count()];
        for (int label = 0; label < Math.max(labels.size(), 1); label++) {
            int wanted = label;
            int[] ofLabel = indices(samples, index -> samples.label(index) == wanted);
            SeededRandom.of(seed, "split", label).shuffle(ofLabel);
            Arrays.stream(ofLabel).limit(share(ofLabel.length, testShare)).forEach(index -> test[index] = true);
        }
        SampleSplit split = new SampleSplit(indices(samples, i -> !test[i]), indices(samples, i -> test[i]));
        split.requireEveryLabel(where, samples, labels);
        return split;
    }

    private static int share(int count, double testShare) {
        return Math.max(1, (int) Math.round(count * testShare));
    }

    private static int[] indices(Samples samples, IntPredicate wanted) {
        return IntStream.range(0, samples.count()).filter(wanted).toArray();
    }

    private boolean hasEveryLabel(Samples samples, int labels) {
        int classes = Math.max(labels, 1);
        return Arrays.stream(samples.subset(train).countsPerClass(classes)).allMatch(count -> count > 0)
                && Arrays.stream(samples.subset(test).countsPerClass(classes)).allMatch(count -> count > 0);
    }

    private void requireEveryLabel(String where, Samples samples, List<String> labels) {
        if (train.length == 0 || test.length == 0) {
            throw new BadInputException(
                    where + ": " + (samples.count() == 1 ? "1 sample is" : samples.count() + " samples are")
                            + " too few for two splits; with"
                            + " data: {test: none} in the recipe the training samples are the test");
        }
        int[] trained = samples.subset(train).countsPerClass(Math.max(labels.size(), 1));
        int[] tested = samples.subset(test).countsPerClass(Math.max(labels.size(), 1));
        for (int label = 0; label < labels.size(); label++) {
            if (trained[label] == 0 || tested[label] == 0) {
                throw new BadInputException(where + ": label \"" + labels.get(label) + "\" has "
                        + (trained[label] == 0 ? "no sample left for training" : "no sample left for the test")
                        + "; more data of it is needed, or data: {test: none} in the recipe");
            }
        }
    }
}
