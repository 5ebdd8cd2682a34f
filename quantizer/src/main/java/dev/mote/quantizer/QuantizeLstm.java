package dev.mote.quantizer;

import dev.mote.model.arithmetic.LstmArithmetic;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an int8 LSTM brings along: int8 weights with one scale for each gate, int32 biases, a hidden state like the output, and an int16
 * cell whose scale is a power of 2. Source: the checks of TFLM (docs/arithmetic.md, section 12).
 *
 * @param node of {@code graph}, with the range of its cell ({@link CellRanges})
 * @param input of the data that it reads
 * @param hidden of the data that it writes
 */
record QuantizeLstm(Graph graph, Node node, PerTensor input, PerTensor hidden) {
    /** int16 without its sign: a cell of [-2^n, 2^n) has the scale 2^(n - 15). */
    private static final int CELL_BITS = 15;

    /** Scales inside of the gates, which other kernels than TFLM's and Mote's ask for. */
    private static final PerTensor GATE = new PerTensor(0x1p-12f, 0);

    /** The tensor at {@code position}: a constant, or a state. */
    Tensor tensor(int position) {
        Tensor own = graph.input(node, position);
        if (position == LstmInputs.HIDDEN_STATE) {
            return Tensor.state(own.name(), TensorType.INT8, own.shape(), hidden);
        }
        if (position == LstmInputs.CELL_STATE) {
            return Tensor.state(own.name(), TensorType.INT16, own.shape(), new PerTensor(cellScale(own), 0));
        }
        if (position >= LstmInputs.BIAS) {
            return gate(position - LstmInputs.BIAS).bias().orElseThrow();
        }
        return position < LstmInputs.HIDDEN_WEIGHTS
                ? gate(position - LstmInputs.INPUT_WEIGHTS).weights()
                : quantized(own, Optional.empty(), hidden).weights();
    }

    /** Weights from the input, whose products the bias is added to. */
    private QuantizeWeights.Quantized gate(int gate) {
        Tensor bias = graph.input(node, LstmInputs.BIAS + gate);
        return quantized(graph.input(node, LstmInputs.INPUT_WEIGHTS + gate), Optional.of(bias), input);
    }

    private static QuantizeWeights.Quantized quantized(Tensor weights, Optional<Tensor> bias, PerTensor operand) {
        return QuantizeWeights.quantize(weights, bias, 0, false, operand.scale(), false);
    }

    private static float cellScale(Tensor cell) {
        double largest =
                cell.quantization() instanceof Quantization.Trained(float min, float max) ? Math.max(-min, max) : 1;
        int power = largest > 0 ? (int) Math.ceil(Math.log(largest) / Math.log(2)) : 0;
        return Math.scalb(1f, Math.clamp(power - CELL_BITS, LstmArithmetic.LEAST_POWER, LstmArithmetic.GREATEST_POWER));
    }

    /** One for each gate, and that of the hidden state. */
    List<Tensor> intermediates() {
        String name = graph.output(node).name();
        List<Tensor> intermediates = new ArrayList<>();
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            intermediates.add(Tensor.variable(name + "_gate" + gate, TensorType.INT16, Shape.of(0), GATE));
        }
        intermediates.add(Tensor.variable(name + "_product", TensorType.INT8, Shape.of(0), hidden));
        return intermediates;
    }
}
