package dev.mote.model.graph;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How far the 32-bit accumulators of an int8 layer get with its weights and biases, whatever the input. One that leaves its 32 bits
 * wraps, in TFLM as here: the bytes are the same, but they mean nothing.
 */
final class AccumulatorRules {
    private final CheckedNode node;
    private final int axis;
    private final int channels;
    private final int zeroPoint;
    /** Least and greatest sum of each channel; a sample outside of the input adds 0, which lies between. */
    private final long[] least;

    private final long[] greatest;

    private AccumulatorRules(CheckedNode node, int axis) {
        this.node = node;
        this.axis = axis;
        this.channels = node.input(1).shape().dimension(axis);
        this.zeroPoint = ((Quantization.PerTensor) node.input().quantization()).zeroPoint();
        this.least = new long[channels];
        this.greatest = new long[channels];
    }

    /** @param node without errors */
    static void check(CheckedNode node) {
        OptionalInt axis = WeightAxis.of(node.operator());
        if (axis.isPresent() && node.isInt8() && node.input(1).isConstant()) {
            new AccumulatorRules(node, axis.getAsInt()).check();
        }
    }

    private void check() {
        addWeights();
        if (node.operator() instanceof Operator.Weighted weighted && node.hasInput(weighted.bias())) {
            addBias(node.input(weighted.bias()).data().orElseThrow());
        }
        int[] wrapping = IntStream.range(0, channels).filter(this::wraps).toArray();
        if (wrapping.length > 0) {
            int first = wrapping[0];
            String others = wrapping.length > 1 ? " (and of " + (wrapping.length - 1) + " more)" : "";
            node.warning(
                    "TFL-60",
                    "the sum of channel " + first + others + " reaches from " + least[first] + " to " + greatest[first]
                            + ", beyond 32 bits, where it wraps as TFLM's does",
                    "quantize the model again, with a bias that fits its scale");
        }
    }

    private void addWeights() {
        Shape shape = node.input(1).shape();
        TensorData weights = node.input(1).data().orElseThrow();
        int inner = shape.elements(axis + 1, shape.rank());
        int low = Byte.MIN_VALUE - zeroPoint;
        int high = Byte.MAX_VALUE - zeroPoint;
        for (int i = 0; i < weights.size(); i++) {
            int channel = i / inner % channels;
            int weight = weights.int8(i);
            greatest[channel] += weight > 0 ? (long) high * weight : (long) low * weight;
            least[channel] += weight > 0 ? (long) low * weight : (long) high * weight;
        }
    }

    private void addBias(TensorData bias) {
        for (int channel = 0; channel < channels; channel++) {
            least[channel] += bias.int32(channel);
            greatest[channel] += bias.int32(channel);
        }
    }

    private boolean wraps(int channel) {
        return least[channel] < Integer.MIN_VALUE || greatest[channel] > Integer.MAX_VALUE;
    }
}
