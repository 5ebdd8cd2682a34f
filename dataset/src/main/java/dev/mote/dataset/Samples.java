package dev.mote.dataset;

import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled samples of one shape, each a flat array of physical values, innermost dimension = channel. Immutable.
 * Grey levels are kept as bytes (60,000 images of 28x28 take 47 MB instead of 188), and subsets share the values.
 */
public final class Samples {
    /** The group of a sample that belongs to no known person or recording. */
    public static final int NO_GROUP = -1;

    private sealed interface Values {
        int length();

        void copy(int from, float[] target, int offset, int length);
    }

    private record Floats(float[] values) implements Values {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void copy(int from, float[] target, int offset, int length) {
            System.arraycopy(values, from, target, offset, length);
        }
    }

    private record GreyLevels(byte[] values) implements Values {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void copy(int from, float[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = Byte.toUnsignedInt(values[from + i]);
            }
        }
    }

    private final Shape shape;
    private final Values values;
    /** Position of sample i in {@code values}, in samples. */
    private final int[] positions;

    private final int[] labels;
    private final int[] groups;
    /** In the order of {@code values}; empty if the samples have classes. */
    private final float[] targets;

    private Samples(Shape shape, Values values, int[] positions, int[] labels, int[] groups, float[] targets) {
        this.shape = shape;
        this.values = values;
        this.positions = positions;
        this.labels = labels;
        this.groups = groups;
        this.targets = targets;
    }

    /**
     * The arrays become part of the samples: the caller must not change them afterwards.
     *
     * @param values all samples, one after the other
     * @param labels class index of each sample
     * @param groups person or recording of each sample, or an empty array when there are none
     * @throws IllegalArgumentException if sizes do not agree or a value is NaN or infinite
     */
    public static Samples of(Shape shape, float[] values, int[] labels, int[] groups) {
        requireFinite("value ", values);
        return of(shape, new Floats(values), labels, groups, new float[0]);
    }

    /**
     * Samples without classes, whose targets are numbers.
     *
     * @param targets of all samples, one sample after the other: as many each
     * @param groups as above
     */
    public static Samples ofTargets(Shape shape, float[] values, float[] targets, int[] groups) {
        requireFinite("value ", values);
        requireFinite("target ", targets);
        int count = values.length / shape.elements();
        if (targets.length == 0 || count == 0 || targets.length % count != 0) {
            throw new IllegalArgumentException(targets.length + " targets, but " + count + " samples");
        }
        return of(shape, new Floats(values), new int[count], groups, targets);
    }

    private static void requireFinite(String what, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(what + i + " is " + values[i] + ", expected a finite number");
            }
        }
    }

    /** As {@link #of}, from grey levels or colours of 0 to 255, one unsigned byte each. */
    public static Samples ofGreyLevels(Shape shape, byte[] values, int[] labels, int[] groups) {
        return of(shape, new GreyLevels(values), labels, groups, new float[0]);
    }

    private static Samples of(Shape shape, Values values, int[] labels, int[] groups, float[] targets) {
        if (values.length() != (long) labels.length * shape.elements()) {
            throw new IllegalArgumentException(
                    values.length() + " values, but " + labels.length + " labels for samples of " + shape);
        }
        if (groups.length != 0 && groups.length != labels.length) {
            throw new IllegalArgumentException(groups.length + " groups, but " + labels.length + " labels");
        }
        int[] everyGroup = groups;
        if (groups.length == 0) {
            everyGroup = new int[labels.length];
            Arrays.fill(everyGroup, NO_GROUP);
        }
        int[] positions = new int[labels.length];
        Arrays.setAll(positions, i -> i);
        return new Samples(shape, values, positions, labels, everyGroup, targets);
    }

    public int count() {
        return labels.length;
    }

    /** Of one sample, without a batch dimension. */
    public Shape shape() {
        return shape;
    }

    /** A copy of the physical values of sample {@code i}. */
    public float[] values(int i) {
        float[] copy = new float[shape.elements()];
        copyValues(i, copy, 0);
        return copy;
    }

    /** Writes the values of sample {@code i} to {@code target[offset ...]}: for filling a batch without a copy each. */
    public void copyValues(int i, float[] target, int offset) {
        values.copy(positions[i] * shape.elements(), target, offset, shape.elements());
    }

    /** Class of sample {@code i}; 0 if its targets are numbers. */
    public int label(int i) {
        return labels[i];
    }

    /** How many numbers are to be predicted for a sample; 0 if it has a class. */
    public int targetWidth() {
        return count() == 0 ? 0 : targets.length / (values.length() / shape.elements());
    }

    /** Writes the numbers that are to be predicted for sample {@code i} to {@code target[offset ...]}. */
    public void copyTargets(int i, float[] target, int offset) {
        int width = targetWidth();
        System.arraycopy(targets, positions[i] * width, target, offset, width);
    }

    /** The numbers that are to be predicted for sample {@code i}. */
    public float[] targets(int i) {
        float[] copy = new float[targetWidth()];
        copyTargets(i, copy, 0);
        return copy;
    }

    /** Those of all samples, in order. */
    public List<float[]> targets() {
        return IntStream.range(0, count()).mapToObj(this::targets).toList();
    }

    public int[] labels() {
        return labels.clone();
    }

    /** Person or recording of sample {@code i}, or {@link #NO_GROUP}. */
    public int group(int i) {
        return groups[i];
    }

    public int[] groups() {
        return groups.clone();
    }

    /** How many samples each of the classes 0 to {@code classes - 1} has. */
    public int[] countsPerClass(int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** The samples at {@code indices}, in that order; an index may occur more than once. */
    public Samples subset(int[] indices) {
        return new Samples(
                shape, values, pick(positions, indices), pick(labels, indices), pick(groups, indices), targets);
    }

    /** The first {@code limit} samples, or all if there are fewer. */
    public Samples first(int limit) {
        int[] indices = new int[Math.min(limit, count())];
        Arrays.setAll(indices, i -> i);
        return subset(indices);
    }

    /** The samples with only the entries {@code channels} of their innermost dimension, in that order. */
    Samples withChannels(int[] channels) {
        int all = shape.dimension(-1);
        int[] dimensions = shape.dimensions();
        dimensions[dimensions.length - 1] = channels.length;
        Shape selected = Shape.of(dimensions);
        float[] copies = new float[Math.multiplyExact(count(), selected.elements())];
        float[] sample = new float[shape.elements()];
        int k = 0;
        for (int i = 0; i < count(); i++) {
            copyValues(i, sample, 0);
            for (int start = 0; start < sample.length; start += all) {
                for (int channel : channels) {
                    copies[k++] = sample[start + channel];
                }
            }
        }
        int width = targetWidth();
        float[] picked = new float[count() * width];
        for (int i = 0; i < count(); i++) {
            copyTargets(i, picked, i * width);
        }
        return of(selected, new Floats(copies), labels, groups, picked);
    }

    /** The samples of some classes, whose index becomes their place in {@code classes}. */
    Samples withClasses(int[] classes) {
        int[] indices = IntStream.range(0, count())
                .filter(i -> IntStream.of(classes).anyMatch(wanted -> wanted == labels[i]))
                .toArray();
        Samples kept = subset(indices);
        int[] renamed = new int[indices.length];
        for (int i = 0; i < renamed.length; i++) {
            for (int place = 0; place < classes.length; place++) {
                renamed[i] = classes[place] == kept.labels[i] ? place : renamed[i];
            }
        }
        return new Samples(shape, values, kept.positions, renamed, kept.groups, targets);
    }

    private static int[] pick(int[] from, int[] indices) {
        int[] picked = new int[indices.length];
        Arrays.setAll(picked, i -> from[indices[i]]);
        return picked;
    }

    @Override
    public String toString() {
        return count() + " samples of " + shape;
    }
}
