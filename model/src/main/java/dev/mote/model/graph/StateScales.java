package dev.mote.model.graph;

import dev.mote.model.arithmetic.LstmArithmetic;
import dev.mote.model.arithmetic.Multiplier;
import java.util.stream.IntStream;

/** Scales and zero points of the integer tensors of SVDF and LSTM. Source: their preparation steps in TFLM. */
final class StateScales {
    private static final String QUANTIZE_AGAIN = "quantize the model again";

    /** What an SVDF's bias scale may differ from state scale * time weight scale by, whatever these are. */
    private static final double SVDF_BIAS_TOLERANCE = 1e-5;

    /** Left shifts of 64-bit accumulators reach this far. */
    private static final int LARGEST_WIDE_SHIFT = 7;

    private final CheckedNode node;
    private boolean sound = true;

    private StateScales(CheckedNode node) {
        this.node = node;
    }

    static void check(CheckedNode node, Operator.Stateful operator) {
        if (node.input().type() != TensorType.FLOAT32) {
            StateScales scales = new StateScales(node);
            switch (operator) {
                case Operator.Svdf svdf -> scales.svdf(svdf);
                case Operator.UnidirectionalSequenceLstm lstm -> scales.lstm();
            }
        }
    }

    private void svdf(Operator.Svdf svdf) {
        Tensor state = node.input(Operator.Svdf.STATE);
        requireScales(IntStream.of(0, 1, 2, Operator.Svdf.STATE));
        requireSymmetric(IntStream.of(1, 2));
        if (!sound) {
            return;
        }
        float product = scale(state) * scale(node.input(2));
        factor("input scale * weight scale / state scale", scale(node.input()) * scale(node.input(1)) / scale(state));
        factor("state scale * weight scale / output scale", product / scale(node.output()));
        if (node.hasInput(Operator.Svdf.BIAS)) {
            Tensor bias = node.input(Operator.Svdf.BIAS);
            float found = bias.quantization() instanceof Quantization.PerTensor one ? one.scale() : 0;
            if (!(Math.abs((double) found - product) < SVDF_BIAS_TOLERANCE)) {
                node.error(
                        "TFL-55",
                        "bias has scale " + found + ", expected state scale * time weight scale = " + product,
                        QUANTIZE_AGAIN);
            }
        }
        if (svdf.activation() != Activation.NONE && zeroPoint(node.output()) != Byte.MIN_VALUE) {
            node.warning(
                    "TFL-58",
                    "fused activation " + svdf.activation() + " does nothing in int8, as in TFLM, but by an output"
                            + " with zero point -128, found " + zeroPoint(node.output()),
                    QUANTIZE_AGAIN);
        }
    }

    private void lstm() {
        requireScales(IntStream.concat(
                LstmInputs.weights(), IntStream.of(0, LstmInputs.HIDDEN_STATE, LstmInputs.CELL_STATE)));
        requireSymmetric(LstmInputs.weights());
        if (!sound) {
            return;
        }
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            gate(node.input(), LstmInputs.INPUT_WEIGHTS + gate);
            gate(node.input(LstmInputs.HIDDEN_STATE), LstmInputs.HIDDEN_WEIGHTS + gate);
        }
        Tensor hidden = node.input(LstmInputs.HIDDEN_STATE);
        factor("2^-30 / hidden state scale", LstmArithmetic.ofProducts(scale(hidden)));
        float cell = scale(node.input(LstmInputs.CELL_STATE));
        int power = LstmArithmetic.power(cell);
        if (power < LstmArithmetic.LEAST_POWER || power > LstmArithmetic.GREATEST_POWER) {
            refuse(
                    "cell state scale",
                    cell,
                    "2^" + LstmArithmetic.LEAST_POWER + " to 2^" + LstmArithmetic.GREATEST_POWER);
        }
        if (scale(hidden) != scale(node.output()) || zeroPoint(hidden) != zeroPoint(node.output())) {
            node.warning(
                    "TFL-58",
                    "copies integers as TFLM does, so values change: hidden state has scale " + scale(hidden)
                            + " and zero point " + zeroPoint(hidden) + ", output scale " + scale(node.output())
                            + " and zero point " + zeroPoint(node.output()) + ", expected the same",
                    QUANTIZE_AGAIN);
        }
    }

    private void gate(Tensor operand, int weights) {
        String what = "scale of the operand * weight scale * 2^12";
        double factor = LstmArithmetic.gateFactor(scale(operand), scale(node.input(weights)));
        if (factor(what, factor)
                && operand.type() == TensorType.INT16
                && Multiplier.of(factor).shift() > LARGEST_WIDE_SHIFT) {
            refuse(what, factor, "below 2^" + LARGEST_WIDE_SHIFT);
        }
    }

    /** One sound scale and a zero point in range for the inputs at {@code positions} and the output. */
    private void requireScales(IntStream positions) {
        positions.mapToObj(node::input).forEach(this::requireScale);
        requireScale(node.output());
    }

    private void requireScale(Tensor tensor) {
        if (!(tensor.quantization() instanceof Quantization.PerTensor(float scale, int zeroPoint))) {
            fail("TFL-50", tensor, "has " + QuantizationRules.scales(tensor).size() + " scales, expected one");
        } else if (!TensorRules.isSound(scale)) {
            fail("TFL-51", tensor, "has scale " + scale + ", expected a finite number above 0");
        } else if (tensor.type() == TensorType.INT16 && zeroPoint != (short) zeroPoint) {
            fail("TFL-52", tensor, "has zero point " + zeroPoint + ", expected one in [-32768, 32767]");
        }
    }

    private void requireSymmetric(IntStream weights) {
        weights.mapToObj(node::input)
                .filter(tensor -> sound && zeroPoint(tensor) != 0)
                .findFirst()
                .ifPresent(tensor -> fail("TFL-54", tensor, "has a zero point other than 0"));
    }

    private void fail(String code, Tensor tensor, String message) {
        sound = false;
        node.error(code, Places.quote(tensor.name()) + " " + message, QUANTIZE_AGAIN);
    }

    private boolean factor(String what, double factor) {
        boolean right = factor >= 0 && factor < 1 << 30;
        if (!right) {
            refuse(what, factor, "below 2^30");
        }
        return right;
    }

    private void refuse(String what, double found, String expected) {
        node.error("TFL-59", what + " is " + found + ", expected " + expected, QUANTIZE_AGAIN);
    }

    private static float scale(Tensor tensor) {
        return QuantizationRules.scales(tensor).getFirst();
    }

    private static int zeroPoint(Tensor tensor) {
        return tensor.quantization() instanceof Quantization.PerTensor one ? one.zeroPoint() : 0;
    }
}
