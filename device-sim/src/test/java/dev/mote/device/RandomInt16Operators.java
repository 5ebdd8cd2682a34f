package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Graphs of one operator with int16 activations: scales over five orders of magnitude, zero points up to both ends. */
final class RandomInt16Operators {
    private static final int ELEMENTS = 600;
    private static final List<BinaryFunction> BINARIES =
            List.of(BinaryFunction.ADD, BinaryFunction.SUB, BinaryFunction.MUL, BinaryFunction.SQUARED_DIFFERENCE);
    private static final List<UnaryFunction> UNARIES =
            List.of(UnaryFunction.RELU, UnaryFunction.RELU6, UnaryFunction.ABS);

    private final Random random;

    private RandomInt16Operators(long seed) {
        this.random = new Random(seed);
    }

    static Graph graph(long seed) {
        return new RandomInt16Operators(seed).draw();
    }

    private Graph draw() {
        return switch (random.nextInt(8)) {
            case 0 -> binary(BINARIES.get(random.nextInt(BINARIES.size())));
            case 1 -> unary(UNARIES.get(random.nextInt(UNARIES.size())));
            case 2 -> sigmoidal();
            case 3 -> leakyRelu();
            case 4 -> softmax();
            case 5 -> softmaxOfInt8();
            case 6 -> reduce();
            default -> dense();
        };
    }

    private Graph binary(BinaryFunction function) {
        float first = scale();
        float second = scale();
        float output =
                switch (function) {
                    case MUL -> first * second * between(1, 1e5);
                    case SQUARED_DIFFERENCE -> 4 * Math.max(first, second) * Math.max(first, second) * between(1, 1e4);
                    default -> Math.max(first, second) * between(0.1, 10);
                };
        boolean any = function == BinaryFunction.ADD || function == BinaryFunction.SUB;
        return one(
                new Operator.Binary(function, function.hasActivation() ? activation() : Activation.NONE),
                data(first, any ? zeroPoint() : 0, ELEMENTS),
                data(second, any ? zeroPoint() : 0, ELEMENTS),
                data(output, any ? zeroPoint() : 0, ELEMENTS));
    }

    private Graph unary(UnaryFunction function) {
        if (function == UnaryFunction.ABS && random.nextInt(3) == 0) {
            Tensor plain = Tensor.variable("data", TensorType.INT16, Shape.of(ELEMENTS), Quantization.NONE);
            return one(new Operator.Unary(function), plain, plain);
        }
        float scale = scale();
        int zeroPoint = function == UnaryFunction.RELU6 ? zeroPoint() : 0;
        float output = function == UnaryFunction.RELU6 || random.nextBoolean() ? scale : scale * between(0.05, 20);
        return one(new Operator.Unary(function), data(scale, zeroPoint, ELEMENTS), data(output, zeroPoint, ELEMENTS));
    }

    /** With scales that are powers of two, or nearly, too. */
    private Graph sigmoidal() {
        float power = (float) Math.scalb(1 + (random.nextInt(5) - 2) * 2e-4, -9 - random.nextInt(6));
        float scale = random.nextBoolean() ? power : between(1e-9, 2.5);
        UnaryFunction function = random.nextBoolean() ? UnaryFunction.TANH : UnaryFunction.LOGISTIC;
        return one(new Operator.Unary(function), data(scale, 0, ELEMENTS), data(1 / 32768f, 0, ELEMENTS));
    }

    private Graph leakyRelu() {
        float scale = scale();
        return one(
                new Operator.LeakyRelu((float) random.nextGaussian()),
                data(scale, zeroPoint(), ELEMENTS),
                data(scale * between(0.05, 20), zeroPoint(), ELEMENTS));
    }

    private Graph softmax() {
        int depth = 1 + random.nextInt(40);
        return one(new Operator.Softmax(between(0.2, 5)), data(scale(), 0, 20, depth), data(1 / 32768f, 0, 20, depth));
    }

    private Graph softmaxOfInt8() {
        int depth = 1 + random.nextInt(40);
        Quantization quantization = Quantization.perTensor(between(0.005, 2), random.nextInt(-128, 128));
        return one(
                new Operator.Softmax(between(0.2, 5)),
                Tensor.variable("in", TensorType.INT8, Shape.of(20, depth), quantization),
                data(1 / 65536f, -32768, 20, depth));
    }

    private Graph reduce() {
        ReduceFunction function = random.nextBoolean() ? ReduceFunction.MEAN : ReduceFunction.SUM;
        int outer = 1 + random.nextInt(5);
        int inner = 1 + random.nextInt(9);
        float scale = scale();
        Tensor axis = Tensor.constant("axis", TensorType.INT32, Shape.of(1), Quantization.NONE, TensorData.ofInts(1));
        return one(
                new Operator.Reduce(function, true),
                data(scale, zeroPoint(), outer, 1 + random.nextInt(40), inner),
                axis,
                data(scale * between(0.05, 20), zeroPoint(), outer, 1, inner));
    }

    private Graph dense() {
        int inputs = 1 + random.nextInt(1200);
        int outputs = 1 + random.nextInt(5);
        float scale = scale();
        float weightScale = scale();
        boolean narrow = random.nextInt(3) == 0;
        byte[] weights = new byte[inputs * outputs];
        random.nextBytes(weights);
        Quantization products = Quantization.perTensor(scale * weightScale, 0);
        Tensor bias = narrow
                ? Tensor.constant(
                        "bias",
                        TensorType.INT32,
                        Shape.of(outputs),
                        products,
                        TensorData.ofInts(random.ints(outputs).toArray()))
                : Tensor.constant(
                        "bias",
                        TensorType.INT64,
                        Shape.of(outputs),
                        products,
                        TensorData.ofLongs(
                                random.longs(outputs, -(1L << 40), 1L << 40).toArray()));
        return one(
                new Operator.FullyConnected(activation(), false),
                data(scale, zeroPoint(), 6, inputs),
                Tensor.constant(
                        "weights",
                        TensorType.INT8,
                        Shape.of(outputs, inputs),
                        Quantization.perTensor(weightScale, 0),
                        TensorData.ofBytes(weights)),
                bias,
                data(scale * weightScale * between(narrow ? 1 : 0.02, 1e6), zeroPoint(), 6, outputs));
    }

    private static Graph one(Operator operator, Tensor... tensors) {
        int output = tensors.length - 1;
        List<Integer> operands = IntStream.range(0, output).boxed().toList();
        List<Integer> inputs =
                operands.stream().filter(index -> !tensors[index].isConstant()).toList();
        Node node = new Node(operator, operands, List.of(output));
        return new Graph("operator", List.of(tensors), List.of(node), inputs, List.of(output), Map.of());
    }

    private static Tensor data(float scale, int zeroPoint, int... dimensions) {
        Quantization quantization = Quantization.perTensor(scale, zeroPoint);
        return Tensor.variable("data", TensorType.INT16, Shape.of(dimensions), quantization);
    }

    private float scale() {
        return between(1e-5, 0.1);
    }

    /** As likely in each order of magnitude. */
    private float between(double least, double most) {
        return (float) (least * Math.pow(most / least, random.nextDouble()));
    }

    private int zeroPoint() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Short.MIN_VALUE;
            case 2 -> Short.MAX_VALUE;
            default -> random.nextInt(-32768, 32768);
        };
    }

    private Activation activation() {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }
}
