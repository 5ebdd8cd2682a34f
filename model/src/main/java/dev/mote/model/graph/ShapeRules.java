package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shapes of inputs against that of the output. Sizes are computed in 64 bits, since a file may claim any. */
final class ShapeRules {
    /** What TFLM's kernels walk through at most. */
    private static final int MOST_DIMENSIONS = 8;

    private final CheckedNode node;
    private final long[] in;

    private ShapeRules(CheckedNode node) {
        this.node = node;
        this.in = sizes(node.input());
    }

    static void check(CheckedNode node) {
        if (requireSizes(node)) {
            new ShapeRules(node).check();
        }
    }

    private static boolean requireSizes(CheckedNode node) {
        boolean sound = true;
        for (Tensor tensor : node.tensors()) {
            boolean empty = tensor.shape().elements() == 0 && tensor.type() != TensorType.INT32;
            if (empty || tensor.shape().rank() > MOST_DIMENSIONS) {
                sound = false;
                node.error(
                        "TFL-30",
                        Places.quote(tensor.name()) + " has shape " + text(sizes(tensor)) + ", expected 1 to "
                                + MOST_DIMENSIONS + " dimensions of 1 or more",
                        "export the model with a fixed shape");
            }
        }
        return sound;
    }

    private void check() {
        switch (node.operator()) {
            case Operator.Conv2d conv -> new WindowRules(node).conv(conv);
            case Operator.DepthwiseConv2d conv -> new WindowRules(node).depthwise(conv);
            case Operator.TransposeConv conv -> new WindowRules(node).transposeConv(conv);
            case Operator.BatchMatmul matmul -> new MatmulRules(node).check(matmul);
            case Operator.Pool2d pool -> new WindowRules(node).pool(pool);
            case Operator.FullyConnected dense -> fullyConnected(dense);
            case Operator.Reduce reduce -> reduce(reduce.keepDimensions());
            case Operator.Softmax softmax -> rows();
            case Operator.LogSoftmax softmax -> rows();
            case Operator.L2Normalization norm -> rows();
            case Operator.Unary unary -> requireOutput(node, in);
            case Operator.LeakyRelu leaky -> requireOutput(node, in);
            case Operator.Prelu prelu -> broadcast();
            case Operator.AddN sum -> equalShapes();
            case Operator.Binary binary -> broadcast();
            case Operator.Pad pad -> pad();
            case Operator.Concatenation concatenation -> concatenation(concatenation.axis());
            case Operator.Reshape reshape -> reshape();
            case Operator.ShapeOf shape -> requireOutput(node, in.length);
            case Operator.ReduceProduct product -> product(product.keepDimensions());
            case Operator.ResizeBilinear resize -> new ResizeRules(node).bilinear(resize);
            case Operator.CumulativeSum sum -> cumulativeSum();
            case Operator.Movement movement -> new MovementRules(node).check(movement);
            case Operator.Stateful stateful -> StateShapes.check(node, stateful);
            case Operator.Quantize quantize -> requireOutput(node, in);
            case Operator.Dequantize dequantize -> requireOutput(node, in);
            case Operator.Logic logic -> logic(logic);
            case Operator.Unsupported unsupported -> {}
        }
    }

    private void fullyConnected(Operator.FullyConnected dense) {
        Shape weights = node.input(1).shape();
        if (weights.rank() != 2) {
            input("weights have shape " + weights + ", expected [outputs, inputs]");
            return;
        }
        int outputs = weights.dimension(0);
        int inputs = weights.dimension(1);
        long elements = node.input().shape().elements();
        boolean fits = dense.keepDimensions() ? in.length > 0 && in[in.length - 1] == inputs : elements % inputs == 0;
        if (!fits) {
            input("input " + text(in) + " does not fit weights " + weights);
            return;
        }
        requireBias(node, dense, outputs);
        long[] out = sizes(node.output());
        if (dense.keepDimensions()) {
            long[] expected = in.clone();
            expected[in.length - 1] = outputs;
            requireOutput(node, expected);
        } else if (out.length == 0 || out[out.length - 1] != outputs || product(out) != elements / inputs * outputs) {
            requireOutput(node, elements / inputs, outputs);
        }
    }

    private void reduce(boolean keepDimensions) {
        boolean[] reduced = new boolean[in.length];
        for (int axis : node.input(1).integers()) {
            if (axis < -in.length || axis >= in.length) {
                attribute("axis is " + axis + ", input has " + in.length + " dimensions");
                return;
            }
            reduced[axis < 0 ? axis + in.length : axis] = true;
        }
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            if (!reduced[i] || keepDimensions) {
                expected.add(reduced[i] ? 1 : in[i]);
            }
        }
        requireOutput(node, expected.stream().mapToLong(Long::longValue).toArray());
    }

    private void rows() {
        if (in.length == 0) {
            input("input is a scalar, expected one dimension or more");
        }
        requireOutput(node, in);
    }

    /** Of a shape as a whole. */
    private void product(boolean keepDimensions) {
        if (in.length != 1 || node.input(1).shape().elements() == 0) {
            input("input has shape " + text(in) + " and axes " + node.input(1).shape()
                    + ", expected one dimension and its number");
            return;
        }
        reduce(keepDimensions);
    }

    private void cumulativeSum() {
        int[] axes = node.input(1).integers();
        if (axes.length != 1 || axes[0] < -in.length || axes[0] >= in.length) {
            attribute("axis is " + Arrays.toString(Arrays.copyOf(axes, Math.min(axes.length, 8))) + ", expected one of "
                    + in.length + " dimensions");
            return;
        }
        requireOutput(node, in);
    }

    private void logic(Operator.Logic logic) {
        switch (logic) {
            case Operator.Compare compare -> broadcast();
            case Operator.Logical logical -> broadcast();
            case Operator.Select select -> {
                boolean single = node.tensors().stream()
                        .allMatch(tensor -> tensor.shape().elements() == 1);
                if (!single) {
                    broadcast();
                }
            }
            case Operator.ArgExtreme extreme -> argExtreme();
            case Operator.Cast cast -> requireOutput(node, in);
            case Operator.ReduceAll all -> reduce(all.keepDimensions());
        }
    }

    private void argExtreme() {
        int[] axes = node.input(1).integers();
        int axis = axes.length == 1 && axes[0] < 0 ? axes[0] + in.length : axes.length == 1 ? axes[0] : -1;
        if (axis < 0 || axis >= in.length) {
            attribute("axis is " + Arrays.toString(axes) + ", expected one of " + in.length + " dimensions");
            return;
        }
        requireOutput(
                node,
                IntStream.range(0, in.length)
                        .filter(i -> i != axis)
                        .mapToLong(i -> in[i])
                        .toArray());
    }

    /** All inputs, repeated along dimensions of 1 where others have more. */
    private void equalShapes() {
        for (int position = 1; position < node.node().inputs().size(); position++) {
            long[] other = sizes(node.input(position));
            if (!Arrays.equals(in, other)) {
                input("input " + position + " has shape " + text(other) + ", expected " + text(in));
                return;
            }
        }
        requireOutput(node, in);
    }

    private void broadcast() {
        long[] expected = in;
        for (int position = 1; position < node.node().inputs().size(); position++) {
            long[] other = sizes(node.input(position));
            Optional<long[]> both = broadcast(expected, other);
            if (both.isEmpty()) {
                input("inputs " + text(expected) + " and " + text(other) + " do not fit together");
                return;
            }
            expected = both.get();
        }
        requireOutput(node, expected);
    }

    private static Optional<long[]> broadcast(long[] first, long[] second) {
        long[] both = new long[Math.max(first.length, second.length)];
        for (int back = 1; back <= both.length; back++) {
            long a = back <= first.length ? first[first.length - back] : 1;
            long b = back <= second.length ? second[second.length - back] : 1;
            if (a != b && a != 1 && b != 1) {
                return Optional.empty();
            }
            both[both.length - back] = a == 1 ? b : a;
        }
        return Optional.of(both);
    }

    private void pad() {
        MovementRules.padded(node).ifPresent(expected -> requireOutput(node, expected));
    }

    private void concatenation(int attribute) {
        int axis = attribute < 0 ? attribute + in.length : attribute;
        if (axis < 0 || axis >= in.length) {
            attribute("axis is " + attribute + ", input has " + in.length + " dimensions");
            return;
        }
        long[] expected = in.clone();
        for (int position = 1; position < node.node().inputs().size(); position++) {
            long[] other = sizes(node.input(position));
            boolean fits = other.length == in.length;
            for (int i = 0; fits && i < in.length; i++) {
                fits = i == axis || other[i] == in[i];
            }
            if (!fits) {
                input("input " + position + " has shape " + text(other) + ", which does not fit " + text(in)
                        + " along axis " + axis);
                return;
            }
            expected[axis] += other[axis];
        }
        requireOutput(node, expected);
    }

    private void reshape() {
        if (product(sizes(node.output())) != product(in)) {
            output(node, "output has shape " + node.output().shape() + ", expected as many elements as " + text(in));
        }
    }

    private void input(String message) {
        node.error("TFL-30", message, "export the model again");
    }

    private void attribute(String message) {
        node.error("TFL-32", message, "export the model again");
    }

    static void requireBias(CheckedNode node, Operator.Weighted operator, int channels) {
        int bias = operator.bias();
        if (node.hasInput(bias) && !node.input(bias).shape().equals(Shape.of(channels))) {
            node.error(
                    "TFL-30",
                    "bias has shape " + node.input(bias).shape() + ", expected " + channels,
                    "export the model again");
        }
    }

    static void requireOutput(CheckedNode node, long... expected) {
        requireShape(node, node.output(), expected);
    }

    static void requireShape(CheckedNode node, Tensor output, long... expected) {
        if (!Arrays.equals(sizes(output), expected)) {
            output(node, "output has shape " + output.shape() + ", expected " + text(expected));
        }
    }

    private static void output(CheckedNode node, String message) {
        node.error("TFL-31", message, "export the model again, with a batch size of 1");
    }

    static long[] sizes(Tensor tensor) {
        return Arrays.stream(tensor.shape().dimensions()).asLongStream().toArray();
    }

    static long product(long[] sizes) {
        return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }

    static String text(long[] sizes) {
        if (sizes.length == 0) {
            return "scalar";
        }
        return Arrays.stream(sizes)
                .limit(2 * MOST_DIMENSIONS)
                .mapToObj(Long::toString)
                .collect(Collectors.joining("x"));
    }
}
