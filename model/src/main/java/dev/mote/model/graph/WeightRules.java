package dev.mote.model.graph;

import java.util.List;
import java.util.stream.IntStream;

/** Scales and zero points of weights and biases. Source: the operators' preparation steps in TFLM and its kernel_util. */
final class WeightRules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";
    /** How far a bias scale may miss input scale * weight scale: TFLM as a share of the output scale, a warning as a share of the product. */
    private static final double BIAS_SCALE_TOLERANCE = 0.02;

    private final CheckedNode node;

    private WeightRules(CheckedNode node) {
        this.node = node;
    }

    /** @param axis along which the weights may have scales */
    static void check(CheckedNode node, Operator.Weighted operator, int axis) {
        new WeightRules(node).check(operator, axis);
    }

    private void check(Operator.Weighted operator, int axis) {
        Tensor weights = node.input(1);
        if (!weights.isConstant()) {
            computedWeights(weights);
            return;
        }
        boolean symmetric =
                switch (weights.quantization()) {
                    case Quantization.None _, Quantization.Trained _ -> {
                        node.error("TFL-50", "weights have no scale, expected one or one a channel", QUANTIZE_AGAIN);
                        yield true;
                    }
                    case Quantization.PerTensor one -> one.zeroPoint() == 0;
                    case Quantization.PerChannel channels -> {
                        if (channels.axis() != axis) {
                            node.error(
                                    "TFL-53",
                                    "weights have scales along axis " + channels.axis() + ", expected " + axis,
                                    QUANTIZE_AGAIN);
                        }
                        yield channels.zeroPoints().stream().allMatch(zero -> zero == 0);
                    }
                };
        if (!symmetric) {
            node.error("TFL-54", "weights have a zero point other than 0", QUANTIZE_AGAIN);
        }
        if (node.hasInput(operator.bias())) {
            bias(node.input(operator.bias()));
        }
    }

    /** They are an activation, of any zero point. */
    private void computedWeights(Tensor weights) {
        if (!(weights.quantization() instanceof Quantization.PerTensor)) {
            node.error("TFL-50", "weights that are computed have no single scale, expected one", QUANTIZE_AGAIN);
        }
    }

    /** TFLM takes a bias for integers of scale input * weight, and looks at its own scale in FULLY_CONNECTED only. */
    private void bias(Tensor tensor) {
        List<Float> weights = QuantizationRules.scales(node.input(1));
        List<Float> bias = QuantizationRules.scales(tensor);
        if (weights.isEmpty()) {
            return;
        }
        double product = (double) QuantizationRules.scale(node.input()) * weights.getFirst();
        double found = bias.isEmpty() ? 0 : bias.getFirst();
        boolean checked = node.operator() instanceof Operator.FullyConnected && weights.size() == 1;
        if (checked && !(Math.abs(product - found) / QuantizationRules.scale(node.output()) <= BIAS_SCALE_TOLERANCE)) {
            node.error(
                    "TFL-55",
                    "bias has scale " + found + ", which misses input scale * weight scale = " + product
                            + " by more than " + BIAS_SCALE_TOLERANCE + " of the output scale "
                            + QuantizationRules.scale(node.output()),
                    QUANTIZE_AGAIN);
        } else {
            adviseBias(weights, bias, tensor.shape().elements());
        }
    }

    private void adviseBias(List<Float> weights, List<Float> bias, int channels) {
        if (!isOneOrAll(weights, channels) || !isOneOrAll(bias, channels)) {
            node.warning(
                    "TFL-63",
                    "bias has " + bias.size() + " scales and weights " + weights.size() + " for " + channels
                            + " channels; its integers count as those of input scale * weight scale",
                    QUANTIZE_AGAIN);
            return;
        }
        IntStream.range(0, Math.max(weights.size(), bias.size()))
                .filter(i -> misses(at(bias, i), (double) QuantizationRules.scale(node.input()) * at(weights, i)))
                .findFirst()
                .ifPresent(i -> node.warning(
                        "TFL-63",
                        "bias has scale " + at(bias, i) + " in channel " + i
                                + ", but counts as input scale * weight scale = "
                                + QuantizationRules.scale(node.input()) * at(weights, i),
                        QUANTIZE_AGAIN));
    }

    private static boolean misses(double found, double expected) {
        return !(Math.abs(found - expected) <= BIAS_SCALE_TOLERANCE * expected);
    }

    private static boolean isOneOrAll(List<Float> scales, int channels) {
        return scales.size() == 1 || (channels > 0 && scales.size() == channels);
    }

    private static float at(List<Float> scales, int channel) {
        return scales.get(scales.size() == 1 ? 0 : channel);
    }
}
