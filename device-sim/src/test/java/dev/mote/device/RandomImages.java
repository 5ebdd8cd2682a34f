package dev.mote.device;

import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Appends drawn operators that resize images, take them apart, replace parts and sum; they make images of four dimensions from such. */
record RandomImages(Random random, List<Tensor> tensors, List<Node> nodes) {
    private static final int MOST_PIXELS = 12;

    int change(int input) {
        return switch (random.nextInt(6)) {
            case 0 -> nearest(input);
            case 1 -> bilinear(input);
            case 2 -> phases(input);
            case 3 -> gatherNd(input);
            case 4 -> updateSlice(input);
            default -> sum(input);
        };
    }

    private int nearest(int input) {
        return resize(new Operator.ResizeNearestNeighbor(random.nextBoolean(), random.nextBoolean()), input);
    }

    private int bilinear(int input) {
        int flags = random.nextInt(3);
        return resize(new Operator.ResizeBilinear(flags == 1, flags == 2), input);
    }

    private int resize(Operator operator, int input) {
        int[] sizes = sizes(input);
        sizes[1] = 1 + random.nextInt(MOST_PIXELS);
        sizes[2] = 1 + random.nextInt(MOST_PIXELS);
        return add(operator, input, sizes, quantization(input), input, ints(sizes[1], sizes[2]));
    }

    /** Apart with paddings that make the sizes fit, and together again with crops of their own. */
    private int phases(int input) {
        int[] sizes = sizes(input);
        int[] block = {1 + random.nextInt(3), 1 + random.nextInt(3)};
        int[] paddings = new int[4];
        int[] apart = sizes.clone();
        for (int d = 0; d < 2; d++) {
            paddings[2 * d] = random.nextInt(3);
            int padded = sizes[d + 1] + paddings[2 * d];
            paddings[2 * d + 1] = Math.ceilDiv(padded, block[d]) * block[d] - padded;
            apart[d + 1] = Math.ceilDiv(padded, block[d]);
            apart[0] *= block[d];
        }
        int blocks = ints(block);
        int phases = add(
                new Operator.SpaceToBatchNd(),
                input,
                apart,
                quantization(input),
                input,
                blocks,
                constant(Shape.of(2, 2), paddings));
        int[] crops = new int[4];
        for (int d = 0; d < 2; d++) {
            int whole = apart[d + 1] * block[d];
            crops[2 * d] = random.nextInt(Math.min(3, whole));
            crops[2 * d + 1] = random.nextInt(Math.min(3, whole - crops[2 * d]));
            sizes[d + 1] = whole - crops[2 * d] - crops[2 * d + 1];
        }
        return add(
                new Operator.BatchToSpaceNd(),
                input,
                sizes,
                quantization(input),
                phases,
                blocks,
                constant(Shape.of(2, 2), crops));
    }

    /** Rows of one or more images by two indices each. */
    private int gatherNd(int input) {
        int[] sizes = sizes(input);
        int count = 1 + random.nextInt(4);
        int[] indices = IntStream.range(0, 2 * count)
                .map(i -> random.nextInt(sizes[i % 2]))
                .toArray();
        int rows = constant(Shape.of(1, count, 2), indices);
        return add(
                new Operator.GatherNd(),
                input,
                new int[] {1, count, sizes[2], sizes[3]},
                quantization(input),
                input,
                rows);
    }

    /** A part of the tensor itself, somewhere else. */
    private int updateSlice(int input) {
        int[] part =
                IntStream.of(sizes(input)).map(size -> 1 + random.nextInt(size)).toArray();
        int slice = add(new Operator.Slice(), input, part, quantization(input), input, ints(0, 0, 0, 0), ints(part));
        int start = ints(random.ints(4, -2, MOST_PIXELS).toArray());
        return add(new Operator.DynamicUpdateSlice(), input, sizes(input), quantization(input), input, slice, start);
    }

    private int sum(int input) {
        Quantization.PerTensor in = (Quantization.PerTensor) quantization(input);
        Quantization out = Quantization.perTensor(in.scale() * (1 + random.nextInt(9)), random.nextInt(256) - 128);
        Operator sum = new Operator.CumulativeSum(random.nextBoolean(), random.nextBoolean());
        return add(sum, input, sizes(input), out, input, ints(random.nextInt(8) - 4));
    }

    private int[] sizes(int tensor) {
        return tensors.get(tensor).shape().dimensions();
    }

    private Quantization quantization(int tensor) {
        return tensors.get(tensor).quantization();
    }

    private int add(Operator operator, int like, int[] sizes, Quantization quantization, Integer... operands) {
        tensors.add(Tensor.variable("t" + tensors.size(), tensors.get(like).type(), Shape.of(sizes), quantization));
        int output = tensors.size() - 1;
        nodes.add(new Node(operator, List.of(operands), List.of(output)));
        return output;
    }

    private int ints(int... values) {
        return constant(Shape.of(values.length), values);
    }

    private int constant(Shape shape, int... values) {
        tensors.add(Tensor.constant(
                "t" + tensors.size(), TensorType.INT32, shape, Quantization.NONE, TensorData.ofInts(values)));
        return tensors.size() - 1;
    }
}
