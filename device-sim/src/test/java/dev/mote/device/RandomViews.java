package dev.mote.device;

import dev.mote.model.graph.Activation;
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

/** Appends drawn operators that add, drop, repeat or fill dimensions; they make images of four dimensions from such. */
record RandomViews(Random random, List<Tensor> tensors, List<Node> nodes) {

    int change(int input) {
        return switch (random.nextInt(5)) {
            case 0 -> expandAndSqueeze(input);
            case 1 -> split(input);
            case 2 -> broadcast(input);
            case 3 -> padV2(input);
            default -> add(new Operator.ZerosLike(), input, sizes(input), input);
        };
    }

    private int expandAndSqueeze(int input) {
        int axis = random.nextInt(5);
        int[] sizes = sizes(input);
        int[] more = IntStream.range(0, 5)
                .map(i -> i == axis ? 1 : sizes[i < axis ? i : i - 1])
                .toArray();
        int expanded = add(new Operator.ExpandDims(), input, more, input, ints(axis));
        int copied = add(new Operator.Unary(Operator.UnaryFunction.RELU), input, more, expanded);
        return add(new Operator.Squeeze(List.of(axis - 5)), input, sizes, copied);
    }

    /** Into single indices of an axis, put together again in another order. */
    private int split(int input) {
        int axis = 1 + random.nextInt(3);
        int[] sizes = sizes(input);
        int[] part = sizes.clone();
        part[axis] = 1;
        List<Integer> parts = new ArrayList<>(IntStream.range(0, sizes[axis])
                .mapToObj(i -> variable(input, part))
                .toList());
        nodes.add(new Node(new Operator.Split(), List.of(ints(axis), input), List.copyOf(parts)));
        Collections.shuffle(parts, random);
        return add(new Operator.Concatenation(axis, Activation.NONE), input, sizes, parts.toArray(Integer[]::new));
    }

    /** The first index of an axis, as often as the axis has indices. */
    private int broadcast(int input) {
        int axis = random.nextInt(4);
        int[] sizes = sizes(input);
        int[] first = sizes.clone();
        first[axis] = 1;
        int sliced = add(new Operator.Slice(), input, first, input, ints(0, 0, 0, 0), ints(first));
        return add(new Operator.BroadcastTo(), input, sizes, sliced, ints(sizes));
    }

    private int padV2(int input) {
        int[] sizes = sizes(input);
        int[] paddings = new int[8];
        for (int i = 2; i < 6; i++) {
            paddings[i] = random.nextInt(3);
            sizes[i / 2] += paddings[i];
        }
        Tensor tensor = tensors.get(input);
        byte[] fill = new byte[tensor.type().bytes()];
        random.nextBytes(fill);
        int value = constant(tensor.type(), Shape.of(1), tensor.quantization(), TensorData.ofBytes(fill));
        int amounts = constant(TensorType.INT32, Shape.of(4, 2), Quantization.NONE, TensorData.ofInts(paddings));
        return add(new Operator.PadV2(), input, sizes, input, amounts, value);
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
        return constant(TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }

    private int constant(TensorType type, Shape shape, Quantization quantization, TensorData data) {
        tensors.add(Tensor.constant("t" + tensors.size(), type, shape, quantization, data));
        return tensors.size() - 1;
    }
}
