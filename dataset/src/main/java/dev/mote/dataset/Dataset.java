package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Samples for training and for the test, with what is needed to read their values.
 *
 * @param name as the user gives it to {@code --data}
 * @param synthetic true if the samples were generated; every report then says so
 * @param sampleShape without a batch dimension: images [28, 28, 1], signals [128, 9] (time x channels)
 * @param labels names of the classes, in the order of their indices; empty if targets are numbers
 * @param targets the numbers that are to be predicted; empty if there are classes
 * @param unit of the values, as {@code grey level} or {@code g}; several, one a channel, separated by commas
 * @param channels names of the innermost dimension's entries
 * @param rateHertz samples a second of a signal; 0 for images and tables
 * @param notes what was put right or left out when the data was read, a sentence each
 * @param test may be {@code train} itself, where there are too few samples for two splits
 */
public record Dataset(
        String name,
        boolean synthetic,
        Shape sampleShape,
        List<String> labels,
        List<Quantity> targets,
        String unit,
        List<String> channels,
        double rateHertz,
        List<String> notes,
        Samples train,
        Samples test) {
    /** Of samples with classes. */
    public Dataset(
            String name,
            boolean synthetic,
            Shape sampleShape,
            List<String> labels,
            String unit,
            List<String> channels,
            double rateHertz,
            Samples train,
            Samples test) {
        this(name, synthetic, sampleShape, labels, List.of(), unit, channels, rateHertz, train, test);
    }

    /** Of data in which nothing was put right. */
    public Dataset(
            String name,
            boolean synthetic,
            Shape sampleShape,
            List<String> labels,
            List<Quantity> targets,
            String unit,
            List<String> channels,
            double rateHertz,
            Samples train,
            Samples test) {
        this(name, synthetic, sampleShape, labels, targets, unit, channels, rateHertz, List.of(), train, test);
    }

    /** @throws BadInputException if the parts do not fit together, with the first sample that does not */
    public Dataset {
        labels = List.copyOf(labels);
        targets = List.copyOf(targets);
        channels = List.copyOf(channels);
        notes = List.copyOf(notes);
        if (targets.isEmpty() && labels.size() < 2) {
            throw new BadInputException(
                    name + ": has " + (labels.isEmpty() ? "no class" : "one class only") + ", at least 2 are needed");
        }
        if (channels.size() != sampleShape.dimension(-1)) {
            throw new BadInputException(
                    name + ": " + channels.size() + " channel names, but samples of shape " + sampleShape);
        }
        check(name, "train", train, sampleShape, labels.size(), targets.size());
        check(name, "test", test, sampleShape, labels.size(), targets.size());
    }

    /** Whether numbers are to be predicted, not classes. */
    public boolean isRegression() {
        return !targets.isEmpty();
    }

    /** Whether the test split is the training split: there are no other samples. */
    public boolean testsOnTraining() {
        return test == train;
    }

    private static void check(String name, String split, Samples samples, Shape shape, int classes, int targets) {
        if (samples.count() == 0) {
            throw new BadInputException(name + ": the " + split + " split has no samples; more data is needed");
        }
        if (!samples.shape().equals(shape)) {
            throw new BadInputException(
                    name + ": " + split + " samples have shape " + samples.shape() + ", expected " + shape);
        }
        if (samples.targetWidth() != targets) {
            throw new BadInputException(name + ": " + split + " samples have " + samples.targetWidth()
                    + " target values, expected " + targets);
        }
        for (int i = 0; i < samples.count() && targets == 0; i++) {
            int label = samples.label(i);
            if (label < 0 || label >= classes) {
                throw new BadInputException(name + ": " + split + " sample " + i + " has label " + label
                        + ", expected 0 to " + (classes - 1));
            }
        }
    }

    /**
     * @param split {@code train} or {@code test}, as after the colon of {@code --data NAME:SPLIT}
     * @throws BadInputException for any other word
     */
    public Samples split(String split) {
        return switch (split) {
            case "train" -> train;
            case "test" -> test;
            default -> throw new BadInputException(name + ": unknown split \"" + split + "\", expected train or test");
        };
    }

    /** The same kind of samples, divided otherwise: to choose something without a look at the test split. */
    public Dataset withSplits(Samples training, Samples judged) {
        return with(labels, unit, channels, training, judged);
    }

    /**
     * The data set with only some of its channels, in the order of {@code names}; all of them if that is empty. Units that are given
     * one a channel follow.
     *
     * @throws BadInputException if there is no channel of a name
     */
    public Dataset withChannels(List<String> names) {
        if (names.isEmpty() || names.equals(channels)) {
            return this;
        }
        for (String wanted : names) {
            if (!channels.contains(wanted)) {
                throw new BadInputException(name + ": has no channel '" + wanted + "', only: "
                        + String.join(", ", channels) + "; give the data that the model or the recipe was made for");
            }
        }
        int[] indices = names.stream().mapToInt(channels::indexOf).toArray();
        Samples selected = train.withChannels(indices);
        String selectedUnit = unit;
        String[] units = unit.split(",", -1);
        if (units.length == channels.size()) {
            selectedUnit = IntStream.of(indices).mapToObj(i -> units[i]).collect(Collectors.joining(","));
        }
        return with(labels, selectedUnit, names, selected, testsOnTraining() ? selected : test.withChannels(indices));
    }

    /**
     * The data set with only some of its classes, in the order of {@code names}; all of them if that is empty.
     *
     * @throws BadInputException if there is no class of a name
     */
    public Dataset withClasses(List<String> names) {
        if (names.isEmpty() || names.equals(labels)) {
            return this;
        }
        for (String wanted : names) {
            if (!labels.contains(wanted)) {
                throw new BadInputException(name + ": has no class '" + wanted + "', "
                        + (labels.isEmpty() ? "its targets are numbers" : "only: " + String.join(", ", labels)));
            }
        }
        int[] indices = names.stream().mapToInt(labels::indexOf).toArray();
        Samples selected = train.withClasses(indices);
        return with(names, unit, channels, selected, testsOnTraining() ? selected : test.withClasses(indices));
    }

    /** The same data, said to be generated. */
    Dataset asSynthetic() {
        return new Dataset(name, true, sampleShape, labels, targets, unit, channels, rateHertz, notes, train, test);
    }

    Dataset withNotes(List<String> newNotes) {
        return new Dataset(
                name, synthetic, sampleShape, labels, targets, unit, channels, rateHertz, newNotes, train, test);
    }

    private Dataset with(
            List<String> newLabels, String newUnit, List<String> newChannels, Samples newTrain, Samples newTest) {
        return new Dataset(
                name,
                synthetic,
                newTrain.shape(),
                newLabels,
                targets,
                newUnit,
                newChannels,
                rateHertz,
                notes,
                newTrain,
                newTest);
    }
}
