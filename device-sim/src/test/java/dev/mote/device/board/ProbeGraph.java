package dev.mote.device.board;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Layers to measure kernels with that the reference's models lack: each of them once, on images of 8 channels. */
final class ProbeGraph {
    private static final int CHANNELS = 8;
    private static final Window SAME = Window.of(Padding.SAME, 1, 1);
    private static final Window HALF = Window.of(Padding.VALID, 2, 2);

    private final Random random = new Random(5);
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();

    private ProbeGraph() {}

    /** @param side height and width of the images */
    static Graph of(int side) {
        return new ProbeGraph().graph(side);
    }

    private Graph graph(int side) {
        int image = image(side, CHANNELS);
        int conv = add(
                new Operator.Conv2d(SAME, Activation.NONE),
                image(side, CHANNELS),
                image,
                weights(0, CHANNELS, 3, 3, CHANNELS),
                Node.ABSENT);
        int depthwise = add(
                new Operator.DepthwiseConv2d(SAME, 1, Activation.NONE),
                image(side, CHANNELS),
                conv,
                weights(3, 1, 3, 3, CHANNELS),
                Node.ABSENT);
        for (PoolKind kind : List.of(PoolKind.MAX, PoolKind.AVERAGE)) {
            Operator pool = new Operator.Pool2d(kind, 2, 2, HALF, Activation.NONE);
            outputs.add(add(pool, image(side / 2, CHANNELS), depthwise));
        }
        for (BinaryFunction function : List.of(BinaryFunction.ADD, BinaryFunction.SUB, BinaryFunction.MUL)) {
            Operator binary = new Operator.Binary(function, Activation.NONE);
            outputs.add(add(binary, image(side, CHANNELS), conv, depthwise));
        }
        outputs.add(add(new Operator.Concatenation(3, Activation.NONE), image(side, 2 * CHANNELS), conv, depthwise));
        outputs.add(add(
                new Operator.Pad(), image(side + 2, CHANNELS), conv, ints(new int[] {0, 0, 1, 1, 1, 1, 0, 0}, 4, 2)));
        outputs.add(add(new Operator.Transpose(), image(side, CHANNELS), conv, ints(new int[] {0, 2, 1, 3}, 4)));
        outputs.add(add(
                new Operator.Unary(UnaryFunction.LOGISTIC), variable(1 / 256f, -128, 1, side, side, CHANNELS), conv));
        outputs.add(add(
                new Operator.Reduce(ReduceFunction.MEAN, false),
                variable(0.02f, 3, 1, CHANNELS),
                conv,
                ints(new int[] {1, 2}, 2)));
        classify(side, depthwise);
        return new Graph("probe", tensors, nodes, List.of(image), outputs, Map.of());
    }

    private void classify(int side, int image) {
        int length = side * side * CHANNELS;
        int flat = add(new Operator.Reshape(), variable(0.02f, 3, 1, length), image);
        int dense = add(
                new Operator.FullyConnected(Activation.NONE, false),
                variable(0.2f, 5, 1, 10),
                flat,
                weights(0, 10, length),
                Node.ABSENT);
        outputs.add(add(new Operator.Softmax(1), variable(1 / 256f, -128, 1, 10), dense));
    }

    private int add(Operator operator, int output, int... inputs) {
        nodes.add(new Node(operator, IntStream.of(inputs).boxed().toList(), List.of(output)));
        return output;
    }

    private int image(int side, int channels) {
        return variable(0.02f, 3, 1, side, side, channels);
    }

    private int variable(float scale, int zeroPoint, int... shape) {
        return tensor(Tensor.variable(
                "t" + tensors.size(), TensorType.INT8, Shape.of(shape), Quantization.perTensor(scale, zeroPoint)));
    }

    private int weights(int axis, int... shape) {
        byte[] values = new byte[Shape.of(shape).elements()];
        random.nextBytes(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == Byte.MIN_VALUE ? 0 : values[i];
        }
        List<Float> scales =
                IntStream.range(0, shape[axis]).mapToObj(i -> 0.01f).toList();
        Quantization quantization =
                shape.length == 2 ? Quantization.perTensor(0.01f, 0) : Quantization.perChannel(scales, axis);
        return tensor(Tensor.constant(
                "t" + tensors.size(), TensorType.INT8, Shape.of(shape), quantization, TensorData.ofBytes(values)));
    }

    private int ints(int[] values, int... shape) {
        return tensor(Tensor.constant(
                "t" + tensors.size(), TensorType.INT32, Shape.of(shape), Quantization.NONE, TensorData.ofInts(values)));
    }

    private int tensor(Tensor tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }
}
