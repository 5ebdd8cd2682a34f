package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Prepared samples in memory, for data that is no {@link dev.mote.dataset.Dataset}: a regression, a test. Inputs are what the network
 * reads; a recipe's {@code input} is not applied to them.
 */
public final class TrainingData implements Examples {
    private final Shape inputShape;
    private final float[][] inputs;
    private final float[][] targets;
    private final IntUnaryOperator groups;
    private final List<String> classNames;

    private TrainingData(
            Shape inputShape, float[][] inputs, float[][] targets, IntUnaryOperator groups, List<String> classNames) {
        this.inputShape = inputShape;
        this.inputs = inputs;
        this.targets = targets;
        this.groups = groups;
        this.classNames = classNames;
    }

    /**
     * @param inputShape of one sample
     * @param targets one array for each sample, all of the same length: values, or 1 for each class that is there and 0 for the others
     * @throws BadInputException if lengths differ or a value is not finite
     */
    public static TrainingData of(Shape inputShape, float[][] inputs, float[][] targets) {
        if (inputs.length != targets.length || inputs.length == 0) {
            throw new BadInputException("training data: " + inputs.length + " inputs and " + targets.length
                    + " targets, expected as many, and at least one");
        }
        for (int i = 0; i < inputs.length; i++) {
            check("input", i, inputs[i], inputShape.elements());
            check("target", i, targets[i], targets[0].length);
        }
        return new TrainingData(inputShape, inputs, targets, i -> Samples.NO_GROUP, List.of());
    }

    /** One class of {@code classes} for each sample; they are called 0, 1, ... */
    public static TrainingData ofClasses(Shape inputShape, float[][] inputs, int[] labels, int classes) {
        float[][] targets = new float[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new BadInputException("training data: label of sample " + i + " is " + labels[i]
                        + ", expected 0 to " + (classes - 1));
            }
            targets[i][labels[i]] = 1;
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        TrainingData checked = of(inputShape, inputs, targets);
        return new TrainingData(inputShape, inputs, targets, checked.groups, names);
    }

    /** The same samples, each of them of a person or recording. */
    public TrainingData withGroups(List<Integer> groupOfSample) {
        if (groupOfSample.size() != count()) {
            throw new BadInputException(
                    "training data: " + groupOfSample.size() + " groups, but " + count() + " samples");
        }
        return new TrainingData(inputShape, inputs, targets, List.copyOf(groupOfSample)::get, classNames);
    }

    @Override
    public boolean hasClasses() {
        return !classNames.isEmpty();
    }

    /** Empty for targets that are values. */
    List<String> classNames() {
        return classNames;
    }

    private static void check(String what, int index, float[] values, int length) {
        if (values.length != length) {
            throw new BadInputException(
                    "training data: " + what + " " + index + " has " + values.length + " values, expected " + length);
        }
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new BadInputException("training data: value " + i + " of " + what + " " + index + " is "
                        + values[i] + ", expected a finite number; remove or repair that sample");
            }
        }
    }

    @Override
    public int count() {
        return inputs.length;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int targetWidth() {
        return targets[0].length;
    }

    @Override
    public void copyInput(int i, float[] target, int offset) {
        System.arraycopy(inputs[i], 0, target, offset, inputs[i].length);
    }

    @Override
    public void copyTarget(int i, float[] target, int offset) {
        System.arraycopy(targets[i], 0, target, offset, targets[i].length);
    }

    @Override
    public int group(int i) {
        return groups.applyAsInt(i);
    }
}
