package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantizeLstmTest {
    private static final int STEPS = 5;

    /** One unit that counts positive inputs: all gates are open, and the new value is nearly 1 for an input of 1. */
    private static FloatModel counter(int sequences) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(variable("in", sequences, STEPS, 1));
        tensors.add(variable("out", sequences, STEPS, 1));
        List<Integer> inputs = new ArrayList<>(Collections.nCopies(LstmInputs.COUNT, Node.ABSENT));
        inputs.set(0, 0);
        float[] biases = {7, 7, 0, 7};
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            inputs.set(LstmInputs.INPUT_WEIGHTS + gate, tensors.size());
            tensors.add(constant("input" + gate, Shape.of(1, 1), gate == 2 ? 3 : 0.5f));
            inputs.set(LstmInputs.HIDDEN_WEIGHTS + gate, tensors.size());
            tensors.add(constant("hidden" + gate, Shape.of(1, 1), 0));
            inputs.set(LstmInputs.BIAS + gate, tensors.size());
            tensors.add(constant("bias" + gate, Shape.of(1), biases[gate]));
        }
        for (int position : new int[] {LstmInputs.HIDDEN_STATE, LstmInputs.CELL_STATE}) {
            inputs.set(position, tensors.size());
            tensors.add(
                    Tensor.state("state" + position, TensorType.FLOAT32, Shape.of(sequences, 1), Quantization.NONE));
        }
        Node lstm = new Node(new Operator.UnidirectionalSequenceLstm(0, false), inputs, List.of(1));
        return new FloatModel(new Graph("counter", tensors, List.of(lstm), List.of(0), List.of(1), Map.of()));
    }

    private static Tensor variable(String name, int... shape) {
        return Tensor.variable(name, TensorType.FLOAT32, Shape.of(shape), Quantization.NONE);
    }

    private static Tensor constant(String name, Shape shape, float value) {
        return Tensor.constant(name, TensorType.FLOAT32, shape, Quantization.NONE, TensorData.ofFloats(value));
    }

    private static final Calibration ONES =
            new Calibration("ones", Collections.nCopies(3, new float[] {1, 1, 1, 1, 1}));

    /** Five steps bring the cell to nearly 5, which needs [-8, 8); were it not emptied between samples, to 15. */
    @Test
    void givesTheCellThePowerOfTwoThatHoldsIt() {
        Graph int8 = Quantizer.quantize(counter(1), ONES, QuantizerOptions.DEFAULT)
                .model()
                .graph();
        Node lstm = int8.nodes().getFirst();
        Tensor cell = int8.input(lstm, LstmInputs.CELL_STATE);
        assertEquals(new PerTensor(0x1p-12f, 0), cell.quantization());
        assertEquals(TensorType.INT16, cell.type());
        Tensor hidden = int8.input(lstm, LstmInputs.HIDDEN_STATE);
        assertEquals(int8.output(lstm).quantization(), hidden.quantization());
        assertEquals(
                new PerTensor(3f / 127, 0),
                int8.input(lstm, LstmInputs.INPUT_WEIGHTS + 2).quantization());
        float input = ((PerTensor) int8.input(lstm, 0).quantization()).scale();
        Tensor bias = int8.input(lstm, LstmInputs.BIAS + 1);
        assertEquals(new PerTensor(input * (0.5f / 127), 0), bias.quantization());
        assertEquals(
                Math.round(7 / (input * (0.5f / 127))),
                bias.data().orElseThrow().int32(0));
        assertEquals(5, lstm.intermediates().size());
    }

    @Test
    void countsAsTheFloatModelDoes() {
        FloatModel model = counter(1);
        Graph int8 = Quantizer.quantize(model, ONES, QuantizerOptions.DEFAULT)
                .model()
                .graph();
        Graph read = TfliteReader.read("counter", TfliteWriter.write(int8)).requireValid();
        PerTensor in = (PerTensor) read.tensor(read.inputs().getFirst()).quantization();
        PerTensor out = (PerTensor) read.tensor(read.outputs().getFirst()).quantization();
        Invocation invocation = Interpreter.of(read).invocation();
        for (float[] sample : List.of(new float[] {1, 0, 1, 0, 1}, new float[] {0, 0, 1, 1, 1})) {
            invocation.reset();
            float[] answer = out.dequantize(invocation.run(in.quantize(sample)));
            assertArrayEquals(Interpreter.of(model).invocation().run(sample), answer, 0.02f);
        }
    }

    @Test
    void refusesABatchOfSequences() {
        Calibration pairs = new Calibration("pairs", List.of(new float[2 * STEPS]));
        assertEquals(
                "counter: operator 0 UNIDIRECTIONAL_SEQUENCE_LSTM \"out\": a batch of 2 sequences, expected 1; export the"
                        + " model with batch size 1",
                assertThrows(
                                BadInputException.class,
                                () -> Quantizer.quantize(counter(2), pairs, QuantizerOptions.DEFAULT))
                        .getMessage());
    }
}
