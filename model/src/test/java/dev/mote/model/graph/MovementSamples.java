package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small valid graphs of the operators that only move elements. */
public final class MovementSamples {
    static final List<TensorType> TYPES =
            List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT16, TensorType.INT32);

    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);

    private MovementSamples() {}

    /** Each operator once, with tensors of {@code type}. */
    public static List<Graph> of(TensorType type) {
        return List.of(
                one(new Operator.ShapeOf(), data(type, 2, 3), integers(2)),
                one(new Operator.Squeeze(List.of(-1)), data(type, 1, 3, 1), data(type, 1, 3)),
                one(new Operator.ExpandDims(), data(type, 2, 3), ints(-2), data(type, 2, 1, 3)),
                one(new Operator.Transpose(), data(type, 2, 3, 4), ints(2, 0, 1), data(type, 4, 2, 3)),
                one(new Operator.Slice(), data(type, 4, 5), ints(1, 2), ints(2, -1), data(type, 2, 3)),
                one(
                        new Operator.StridedSlice(2, 0, 1),
                        data(type, 4, 5),
                        ints(-1, 3),
                        ints(0, 1),
                        ints(1, -2),
                        data(type, 2)),
                several(new Operator.Split(), 2, ints(1), data(type, 2, 6), data(type, 2, 3), data(type, 2, 3)),
                several(
                        new Operator.SplitV(),
                        3,
                        data(type, 5, 2),
                        ints(2, -1),
                        ints(0),
                        data(type, 2, 2),
                        data(type, 3, 2)),
                several(new Operator.Unpack(-2), 1, data(type, 2, 3), data(type, 3), data(type, 3)),
                one(new Operator.BroadcastTo(), data(type, 2, 1), ints(3, 2, 4), data(type, 3, 2, 4)),
                one(new Operator.ReverseV2(), data(type, 2, 3), ints(-1), data(type, 2, 3)),
                one(new Operator.SpaceToDepth(2), data(type, 1, 2, 4, 3), data(type, 1, 1, 2, 12)),
                one(new Operator.DepthToSpace(2), data(type, 1, 1, 2, 12), data(type, 1, 2, 4, 3)),
                one(new Operator.Pack(-1), data(type, 2, 3), data(type, 2, 3), data(type, 2, 3, 2)),
                one(new Operator.PadV2(), data(type, 1, 4), paddings(0, 0, 1, 2), value(type), data(type, 1, 7)),
                mirrorPad(type, Operator.MirrorMode.REFLECT),
                mirrorPad(type, Operator.MirrorMode.SYMMETRIC),
                one(new Operator.Gather(1, 0), data(type, 2, 3), ints(2, 0, 0, 1), data(type, 2, 4)));
    }

    static Graph mirrorPad(TensorType type, Operator.MirrorMode mode) {
        return one(new Operator.MirrorPad(mode), data(type, 2, 3), paddings(1, 0, 2, 1), data(type, 3, 6));
    }

    /** An activation of any type. */
    static Tensor data(TensorType type, int... dimensions) {
        return OperatorSamples.data(type, SCALE, dimensions);
    }

    static Tensor integers(int... dimensions) {
        return data(TensorType.INT32, dimensions);
    }

    static Tensor paddings(int... values) {
        return Tensor.constant(
                "paddings",
                TensorType.INT32,
                Shape.of(values.length / 2, 2),
                Quantization.NONE,
                TensorData.ofInts(values));
    }

    private static Tensor value(TensorType type) {
        return Tensor.constant(
                "value",
                type,
                Shape.of(1),
                type == TensorType.INT8 ? SCALE : Quantization.NONE,
                TensorData.ofBytes(new byte[type.bytes()]));
    }

    /** A graph of one operator with {@code inputs} inputs; all tensors behind are its outputs. */
    static Graph several(Operator operator, int inputs, Tensor... tensors) {
        List<Integer> all = IntStream.range(0, tensors.length).boxed().toList();
        List<Integer> operands = all.subList(0, inputs);
        List<Integer> outputs = all.subList(inputs, tensors.length);
        List<Integer> variables = new ArrayList<>(operands);
        variables.removeIf(index -> tensors[index].isConstant());
        return new Graph(
                "several",
                Arrays.asList(tensors),
                List.of(new Node(operator, operands, outputs)),
                variables,
                outputs,
                Map.of());
    }
}
