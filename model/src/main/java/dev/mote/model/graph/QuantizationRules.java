package dev.mote.model.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Scales and zero points of an operator's int8 and int16 tensors: an error where TFLM refuses them, a warning where it runs but the numbers
 * would not mean what they should. Source: the operators' preparation steps in TFLM and its kernel_util.
 */
final class QuantizationRules {
    private static final String COPIES = "copies integers as TFLM does, so values change: ";
    private static final String QUANTIZE_AGAIN = "quantize the model again";
    /** Pooling takes scales for equal up to this difference. */
    private static final double POOL_SCALE_TOLERANCE = 1e-6;

    private static final int DEPTHWISE_AXIS = 3;

    private final CheckedNode node;

    private QuantizationRules(CheckedNode node) {
        this.node = node;
    }

    static void check(CheckedNode node) {
        if (node.operator() instanceof Operator.Logic logic) {
            LogicRules.scales(node, logic);
            return;
        }
        QuantizationRules rules = new QuantizationRules(node);
        if (!Int16Rules.isPlainAbs(node) && rules.requireScales()) {
            rules.checkOperator();
            RescaleRules.check(node);
        }
    }

    /** Every int8 tensor but the weights has one sound scale; int16 tensors, where the operator computes with them. */
    private boolean requireScales() {
        boolean sound = true;
        List<Tensor> tensors = node.tensors();
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (isScaled(tensor.type()) && !isWeightsOrBias(i)) {
                if (!(tensor.quantization() instanceof Quantization.PerTensor one)) {
                    sound = false;
                    String found = tensor.quantization() instanceof Quantization.None ? "no scale" : "several scales";
                    node.error(
                            "TFL-50", Places.quote(tensor.name()) + " has " + found + ", expected one", QUANTIZE_AGAIN);
                } else {
                    sound &= TensorRules.isSound(one.scale());
                }
            }
        }
        return sound;
    }

    private boolean isWeightsOrBias(int position) {
        return node.operator() instanceof Operator.Weighted weighted
                && (position == 1 || position == weighted.bias() && node.hasInput(position));
    }

    private boolean isScaled(TensorType type) {
        return type == TensorType.INT8 || type == TensorType.INT16 && Int16Rules.computes(node.operator());
    }

    private void checkOperator() {
        if (node.operator() instanceof Operator.Movement movement) {
            movement(movement);
            return;
        }
        if (node.operator() instanceof Operator.Stateful stateful) {
            StateScales.check(node, stateful);
            return;
        }
        if (node.operator() instanceof Operator.Quantize) {
            ConversionRules.quantizeScales(node);
        }
        if (node.operator() instanceof Operator.Dequantize) {
            ConversionRules.dequantizeScales(node);
        }
        if (node.operator() instanceof Operator.Binary binary) {
            BinaryRules.quantization(node, binary);
        }
        if (node.isInt16() && Int16Rules.computes(node.operator())) {
            Int16Rules.check(node);
        } else if (!node.isInt8() && !Int16Rules.isWideSoftmax(node)) {
            return;
        }
        switch (node.operator()) {
            case Operator.Conv2d conv -> WeightRules.check(node, conv, 0);
            case Operator.DepthwiseConv2d conv -> WeightRules.check(node, conv, DEPTHWISE_AXIS);
            case Operator.FullyConnected dense -> WeightRules.check(node, dense, 0);
            case Operator.TransposeConv conv -> WeightRules.check(node, conv, 0);
            case Operator.BatchMatmul matmul -> {}
            case Operator.Pool2d pool -> requireEqual(node.input(), POOL_SCALE_TOLERANCE);
            case Operator.Softmax softmax -> softmax();
            case Operator.LogSoftmax softmax -> {
                requireZeroPoint(Byte.MAX_VALUE);
                if (scale(node.output()) != 1f / 16) {
                    node.error("TFL-56", outputScale("1/16"), QUANTIZE_AGAIN);
                }
            }
            case Operator.L2Normalization norm -> {
                adviseZeroPoint();
                adviseScale(1f / 128, "1/128");
            }
            case Operator.Unary unary -> unary(unary.function());
            case Operator.Concatenation concatenation -> {
                for (int position = 0; position < node.node().inputs().size(); position++) {
                    requireEqual(node.input(position), 0);
                }
            }
            case Operator.Pad pad -> adviseEqual(node.input(), QUANTIZE_AGAIN);
            case Operator.Reshape reshape -> adviseEqual(node.input(), QUANTIZE_AGAIN);
            case Operator.Reduce reduce -> {
                switch (reduce.function()) {
                    case MEAN, SUM -> {}
                    case MAX, MIN -> requireEqual(node.input(), 0);
                }
            }
            case Operator.LeakyRelu leaky -> {}
            case Operator.Prelu prelu -> {}
            case Operator.AddN sum -> equalInputs();
            case Operator.Binary binary -> {
                if (binary.function().isChoice()) {
                    adviseEqual(node.input(0), QUANTIZE_AGAIN);
                    adviseEqual(node.input(1), QUANTIZE_AGAIN);
                }
            }
            case Operator.ShapeOf shape -> {}
            case Operator.ReduceProduct product -> {}
            case Operator.ResizeBilinear resize -> adviseEqual(node.input(), QUANTIZE_AGAIN);
            case Operator.CumulativeSum sum -> {}
            case Operator.Movement movement -> {}
            case Operator.Stateful stateful -> {}
            case Operator.Quantize quantize -> {}
            case Operator.Dequantize dequantize -> {}
            case Operator.Logic logic -> {}
            case Operator.Unsupported unsupported -> {}
        }
    }

    private void movement(Operator.Movement movement) {
        Tensor moved = node.input(movement.moved());
        if (moved.type() != TensorType.INT8) {
            return;
        }
        if (movement instanceof Operator.PadV2) {
            requireEqual(node.input(2), 0);
        }
        if (movement instanceof Operator.EmbeddingLookup && node.output().type() == TensorType.FLOAT32) {
            if (zeroPoint(moved) != 0) {
                node.error("TFL-54", "values have zero point " + zeroPoint(moved) + ", expected 0", QUANTIZE_AGAIN);
            }
            return;
        }
        if (movement instanceof Operator.ZerosLike && zeroPoint(node.output()) != 0) {
            node.warning(
                    "TFL-58",
                    "writes integer 0 as TFLM does, which stands for another number: output has zero point "
                            + zeroPoint(node.output()),
                    QUANTIZE_AGAIN);
        }
        if (movement instanceof Operator.DynamicUpdateSlice) {
            adviseEqual(node.input(1), QUANTIZE_AGAIN);
        }
        if (movement instanceof Operator.Pack) {
            IntStream.range(1, node.node().inputs().size())
                    .forEach(position -> adviseEqual(node.input(position), QUANTIZE_AGAIN));
        }
        node.outputs().stream()
                .filter(output -> differs(moved, output, 0))
                .findFirst()
                .ifPresent(output -> node.warning("TFL-58", COPIES + difference(moved, output), QUANTIZE_AGAIN));
    }

    private void softmax() {
        if (node.output().type() == TensorType.INT16) {
            Int16Rules.softmax(node);
            return;
        }
        requireZeroPoint(Byte.MIN_VALUE);
        if (scale(node.output()) != 1f / 256) {
            node.error("TFL-56", outputScale("1/256"), QUANTIZE_AGAIN);
        }
    }

    private void unary(Operator.UnaryFunction function) {
        boolean sigmoidal = function == Operator.UnaryFunction.LOGISTIC || function == Operator.UnaryFunction.TANH;
        if (node.isInt16() && sigmoidal) {
            Int16Rules.sigmoidal(node);
            return;
        }
        switch (function) {
            case LOGISTIC -> {
                requireZeroPoint(Byte.MIN_VALUE);
                adviseScale(1f / 256, "1/256");
            }
            case TANH -> {
                adviseZeroPoint();
                adviseScale(1f / 128, "1/128");
            }
            case RELU6 ->
                adviseEqual(
                        node.input(),
                        "put relu6 directly behind a convolution, dense layer or addition, or quantize with mote quantize");
            case RELU,
                    RELU_N1_TO_1,
                    ELU,
                    HARD_SWISH,
                    ABS,
                    NEG,
                    EXP,
                    LOG,
                    SQRT,
                    RSQRT,
                    SQUARE,
                    SIN,
                    COS,
                    FLOOR,
                    CEIL,
                    ROUND -> {}
        }
    }

    private void requireZeroPoint(int zeroPoint) {
        if (zeroPoint(node.output()) != zeroPoint) {
            node.error(
                    "TFL-56",
                    "output has zero point " + zeroPoint(node.output()) + ", expected " + zeroPoint,
                    QUANTIZE_AGAIN);
        }
    }

    private void adviseZeroPoint() {
        if (zeroPoint(node.output()) != 0) {
            node.warning(
                    "TFL-58", "output has zero point " + zeroPoint(node.output()) + ", expected 0", QUANTIZE_AGAIN);
        }
    }

    private void adviseScale(float scale, String text) {
        if (scale(node.output()) != scale) {
            node.warning("TFL-58", outputScale(text), QUANTIZE_AGAIN);
        }
    }

    private String outputScale(String expected) {
        return "output has scale " + scale(node.output()) + ", expected " + expected;
    }

    private void equalInputs() {
        Tensor first = node.input();
        IntStream.range(1, node.node().inputs().size())
                .mapToObj(node::input)
                .filter(other -> scale(other) != scale(first) || zeroPoint(other) != zeroPoint(first))
                .findFirst()
                .ifPresent(other -> node.error(
                        "TFL-57",
                        Places.quote(other.name()) + " has scale " + scale(other) + " and zero point "
                                + zeroPoint(other) + ", the first input " + scale(first) + " and " + zeroPoint(first)
                                + ", expected the same",
                        QUANTIZE_AGAIN));
    }

    private void requireEqual(Tensor input, double tolerance) {
        if (differs(input, node.output(), tolerance)) {
            node.error("TFL-57", difference(input, node.output()), QUANTIZE_AGAIN);
        }
    }

    /** TensorFlow Lite rescales here, TFLM does not. */
    private void adviseEqual(Tensor input, String remedy) {
        if (differs(input, node.output(), 0)) {
            node.warning("TFL-58", COPIES + difference(input, node.output()), remedy);
        }
    }

    private static boolean differs(Tensor input, Tensor output, double tolerance) {
        double difference = Math.abs((double) scale(input) - scale(output));
        return !(difference <= tolerance) || zeroPoint(input) != zeroPoint(output);
    }

    private static String difference(Tensor input, Tensor output) {
        return Places.quote(input.name()) + " has scale " + scale(input) + " and zero point " + zeroPoint(input)
                + ", output scale " + scale(output) + " and zero point " + zeroPoint(output) + ", expected the same";
    }

    static float scale(Tensor tensor) {
        return scales(tensor).getFirst();
    }

    private static int zeroPoint(Tensor tensor) {
        return tensor.quantization() instanceof Quantization.PerTensor one ? one.zeroPoint() : 0;
    }

    static List<Float> scales(Tensor tensor) {
        return switch (tensor.quantization()) {
            case Quantization.None _, Quantization.Trained _ -> List.of();
            case Quantization.PerTensor one -> List.of(one.scale());
            case Quantization.PerChannel channels -> channels.scales();
        };
    }
}
