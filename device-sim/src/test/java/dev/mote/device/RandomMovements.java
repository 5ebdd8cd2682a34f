package dev.mote.device;

import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Appends drawn operators that only move elements; they make images of four dimensions from such. */
record RandomMovements(Random random, List<Tensor> tensors, List<Node> nodes) {

    int move(int input) {
        return switch (random.nextInt(9)) {
            case 0 -> transpose(input);
            case 1 -> slice(input);
            case 2 -> stridedSlice(input);
            case 3 -> split(input);
            case 4 -> unpackAndPack(input);
            case 5 -> mirrorPad(input);
            case 6 -> gather(input);
            case 7 -> spaceToDepth(input);
            default -> reverse(input);
        };
    }

    private int transpose(int input) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, random);
        int[] permutation = order.stream().mapToInt(Integer::intValue).toArray();
        int[] sizes = IntStream.of(permutation).map(axis -> sizes(input)[axis]).toArray();
        return add(new Operator.Transpose(), input, sizes, input, ints(permutation));
    }

    private int slice(int input) {
        int[] begins = IntStream.of(sizes(input)).map(random::nextInt).toArray();
        int[] counts = IntStream.range(0, 4)
                .map(axis -> 1 + random.nextInt(sizes(input)[axis] - begins[axis]))
                .toArray();
        return add(new Operator.Slice(), input, counts, input, ints(begins), ints(counts));
    }

    /** Every second or third element of width, forwards or backwards. */
    private int stridedSlice(int input) {
        int[] sizes = sizes(input);
        int stride = (2 + random.nextInt(2)) * (random.nextBoolean() ? 1 : -1);
        sizes[2] = Math.ceilDiv(sizes[2], Math.abs(stride));
        return add(
                new Operator.StridedSlice(15, 15, 0),
                input,
                sizes,
                input,
                ints(0, 0, 0, 0),
                ints(0, 0, 0, 0),
                ints(1, 1, stride, 1));
    }

    /** Into parts along an axis; one part goes on, the others are for nothing. */
    private int split(int input) {
        int axis = random.nextInt(4);
        int[] sizes = sizes(input);
        int first = 1 + random.nextInt(sizes[axis]);
        List<Integer> outputs = new ArrayList<>();
        int rest = sizes[axis] - first;
        sizes[axis] = first;
        outputs.add(variable(input, sizes));
        if (rest > 0) {
            sizes[axis] = rest;
            outputs.add(variable(input, sizes));
        }
        int parts = rest > 0 ? ints(first, -1) : ints(first);
        nodes.add(new Node(new Operator.SplitV(), List.of(input, parts, ints(axis)), outputs));
        return outputs.get(random.nextInt(outputs.size()));
    }

    /** Rows apart, and together again along another axis. */
    private int unpackAndPack(int input) {
        int[] sizes = sizes(input);
        int[] row = {sizes[0], sizes[2], sizes[3]};
        List<Integer> rows =
                IntStream.range(0, sizes[1]).mapToObj(i -> variable(input, row)).toList();
        nodes.add(new Node(new Operator.Unpack(1), List.of(input), rows));
        int[] packed = {sizes[0], sizes[2], sizes[1], sizes[3]};
        return add(new Operator.Pack(2), input, packed, rows.toArray(Integer[]::new));
    }

    private int mirrorPad(int input) {
        boolean reflects = random.nextBoolean();
        int[] sizes = sizes(input);
        int[] paddings = new int[8];
        for (int i = 2; i < 6; i++) {
            paddings[i] = random.nextInt(Math.min(3, sizes(input)[i / 2] + (reflects ? 0 : 1)));
            sizes[i / 2] += paddings[i];
        }
        Operator pad = new Operator.MirrorPad(reflects ? Operator.MirrorMode.REFLECT : Operator.MirrorMode.SYMMETRIC);
        return add(pad, input, sizes, input, constant(Shape.of(4, 2), paddings));
    }

    private int gather(int input) {
        int axis = random.nextInt(4);
        int[] sizes = sizes(input);
        int[] indices = random.ints(1 + random.nextInt(3), 0, sizes[axis]).toArray();
        sizes[axis] = indices.length;
        return add(new Operator.Gather(axis, 0), input, sizes, input, ints(indices));
    }

    /** And back, where the sizes are even. */
    private int spaceToDepth(int input) {
        int[] sizes = sizes(input);
        if (sizes[1] % 2 != 0 || sizes[2] % 2 != 0) {
            return reverse(input);
        }
        int[] deep = {sizes[0], sizes[1] / 2, sizes[2] / 2, sizes[3] * 4};
        int depth = add(new Operator.SpaceToDepth(2), input, deep, input);
        int turned = reverse(depth);
        return add(new Operator.DepthToSpace(2), input, sizes, turned);
    }

    private int reverse(int input) {
        int axis = random.nextInt(3);
        int[] axes = random.nextBoolean() ? new int[] {axis} : new int[] {axis, axis + 1};
        return add(new Operator.ReverseV2(), input, sizes(input), input, ints(axes));
    }

    private int[] sizes(int tensor) {
        return tensors.get(tensor).shape().dimensions();
    }

    private int add(Operator operator, int like, int[] sizes, Integer... operands) {
        int output = variable(like, sizes);
        nodes.add(new Node(operator, List.of(operands), List.of(output)));
        return output;
    }

    private int variable(int like, int[] sizes) {
        Tensor model = tensors.get(like);
        tensors.add(Tensor.variable("t" + tensors.size(), model.type(), Shape.of(sizes), model.quantization()));
        return tensors.size() - 1;
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
