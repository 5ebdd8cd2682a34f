package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the verifier says about SVDF and LSTM. Tensors of the samples: as their operators name them. */
class StateRulesTest {
    private static final Graph SVDF = StateSamples.svdf(TensorType.INT8, TensorType.INT16);
    private static final Graph LSTM = StateSamples.lstm(TensorType.INT8, false);

    /** Tensor index of an input of the LSTM. */
    private static int lstm(int position) {
        return LSTM.nodes().getFirst().inputs().get(position);
    }

    @Test
    void acceptsTheSamples() {
        StateSamples.all().forEach(graph -> assertEquals(List.of(), codes(graph)));
    }

    @Test
    void acceptsAnSvdfWithoutBias() {
        assertEquals(List.of(), codes(withInput(SVDF, 3, Node.ABSENT)));
    }

    @Test
    void refusesWrongNumbersOfOperands() {
        assertEquals(List.of("TFL-24"), codes(withInputs(SVDF, List.of(0, 1, 2, 4))));
        assertEquals(List.of("TFL-24"), codes(withInputs(SVDF, List.of())));
        assertEquals(
                List.of("TFL-24"),
                codes(withInputs(LSTM, LSTM.nodes().getFirst().inputs().subList(0, 20))));
        assertEquals(List.of("TFL-24"), codes(withInput(LSTM, LstmInputs.BIAS + 1, Node.ABSENT)));
        assertEquals(List.of("TFL-24"), codes(withInput(SVDF, 4, Node.ABSENT)));
        Node node = SVDF.nodes().getFirst();
        assertEquals(
                "TFL-24",
                codes(with(SVDF, new Node(node.operator(), node.inputs(), List.of(5, 5))))
                        .getLast());
    }

    @Test
    void refusesVariantsOfTheLstm() {
        for (int position : new int[] {9, 11, 16, 17, 20, 23}) {
            assertEquals(List.of("TFL-25"), codes(withInput(LSTM, position, lstm(LstmInputs.BIAS))));
        }
    }

    @Test
    void refusesAStateThatIsNamedTwice() {
        assertEquals(List.of("TFL-24"), codes(withInput(LSTM, LstmInputs.CELL_STATE, lstm(LstmInputs.HIDDEN_STATE))));
        assertEquals(List.of("TFL-24"), codes(withInput(SVDF, 0, 4)));
    }

    @Test
    void refusesStatesThatAreNoVariablesAndVariablesThatAreNoState() {
        Tensor state = SVDF.tensor(4);
        Tensor computed = Tensor.variable(state.name(), state.type(), state.shape(), state.quantization());
        assertEquals(List.of("TFL-21", "TFL-14"), codes(with(SVDF, 4, computed)));
        Tensor output = SVDF.tensor(5);
        Tensor written = Tensor.state(output.name(), output.type(), output.shape(), output.quantization());
        assertEquals(List.of("TFL-14"), codes(with(SVDF, 5, written)));
        Tensor input = SVDF.tensor(0);
        Tensor given = Tensor.state(input.name(), input.type(), input.shape(), input.quantization());
        assertEquals(List.of("TFL-14"), codes(with(SVDF, 0, given)));
        Tensor filled = new Tensor(
                state.name(),
                state.type(),
                state.shape(),
                state.quantization(),
                java.util.Optional.of(TensorData.ofBytes(new byte[(int) state.byteSize()])),
                true);
        assertEquals(List.of("TFL-14"), codes(with(SVDF, 4, filled)));
    }

    @Test
    void refusesOtherTypes() {
        assertEquals(List.of("TFL-40"), codes(retyped(SVDF, 0, TensorType.INT16)));
        assertEquals(List.of("TFL-40"), codes(retyped(SVDF, 5, TensorType.INT16)));
        assertEquals(List.of("TFL-40"), codes(retyped(LSTM, lstm(LstmInputs.CELL_STATE), TensorType.INT8)));
        assertEquals(List.of("TFL-40"), codes(retyped(LSTM, lstm(LstmInputs.HIDDEN_STATE), TensorType.INT16)));
        assertEquals(List.of("TFL-40"), codes(retyped(LSTM, 0, TensorType.BOOL)));
        assertEquals(List.of("TFL-40"), codes(retyped(LSTM, 0, TensorType.FLOAT32)));
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertEquals(List.of("TFL-30"), codes(reshaped(SVDF, 0, 6)));
        assertEquals(List.of("TFL-30"), codes(reshaped(SVDF, 4, 2, 15)));
        assertEquals(List.of("TFL-31"), codes(reshaped(SVDF, 5, 4)));
        assertEquals(List.of("TFL-32"), codes(with(SVDF, new Operator.Svdf(3, Activation.NONE))));
        assertEquals(List.of("TFL-32"), codes(with(SVDF, new Operator.Svdf(0, Activation.NONE))));
        assertEquals(List.of("TFL-32"), codes(with(SVDF, new Operator.Svdf(-1, Activation.NONE))));
        assertEquals(List.of("TFL-30"), codes(reshaped(LSTM, 0, 6, 5)));
        assertEquals("TFL-30", codes(reshaped(LSTM, 0, 2, 3, 4)).getFirst());
        assertEquals(
                "TFL-30",
                codes(reshaped(LSTM, lstm(LstmInputs.HIDDEN_STATE), 6)).getFirst());
        assertEquals(List.of("TFL-30"), codes(reshaped(LSTM, lstm(LstmInputs.CELL_STATE), 5)));
        assertEquals(List.of(), codes(reshaped(LSTM, lstm(LstmInputs.CELL_STATE), 6)));
    }

    @Test
    void refusesACellClipThatIsNotFinite() {
        assertEquals(List.of("TFL-32"), codes(with(LSTM, new Operator.UnidirectionalSequenceLstm(Float.NaN, false))));
    }

    @Test
    void refusesScalesThatTheArithmeticCannotHold() {
        assertEquals(List.of("TFL-50"), codes(scaled(SVDF, 4, Quantization.NONE)));
        assertEquals(List.of("TFL-54"), codes(scaled(SVDF, 2, Quantization.perTensor(0.01f, 1))));
        assertEquals(List.of("TFL-55"), codes(scaled(SVDF, 3, Quantization.perTensor(0.01f, 0))));
        assertEquals(List.of("TFL-59"), codes(scaled(SVDF, 5, Quantization.perTensor(1e-20f, 0))));
        int cell = lstm(LstmInputs.CELL_STATE);
        assertEquals(List.of("TFL-59"), codes(scaled(LSTM, cell, Quantization.perTensor(8, 0))));
        assertEquals(List.of("TFL-59"), codes(scaled(LSTM, cell, Quantization.perTensor(1e-20f, 0))));
        assertEquals(List.of(), codes(scaled(LSTM, cell, Quantization.perTensor(4, 0))));
        int weights = lstm(LstmInputs.INPUT_WEIGHTS + 2);
        Quantization channels = Quantization.perChannel(List.of(0.1f, 0.2f, 0.1f), 0);
        assertEquals(List.of("TFL-50"), codes(scaled(LSTM, weights, channels)));
        assertEquals(List.of("TFL-58"), codes(scaled(LSTM, LSTM.outputs().getFirst(), Quantization.perTensor(1, 0))));
        Graph wide = StateSamples.lstm(TensorType.INT16, false);
        assertEquals(List.of("TFL-59"), codes(scaled(wide, weights, Quantization.perTensor(1, 0))));
        assertEquals(List.of(), codes(scaled(LSTM, weights, Quantization.perTensor(1, 0))));
    }

    private static Graph retyped(Graph graph, int index, TensorType type) {
        Tensor old = graph.tensor(index);
        return with(
                graph, index, new Tensor(old.name(), type, old.shape(), old.quantization(), old.data(), old.isState()));
    }

    private static Graph reshaped(Graph graph, int index, int... shape) {
        Tensor old = graph.tensor(index);
        Shape dimensions = Shape.of(shape);
        return with(
                graph,
                index,
                new Tensor(old.name(), old.type(), dimensions, old.quantization(), old.data(), old.isState()));
    }

    private static Graph scaled(Graph graph, int index, Quantization quantization) {
        Tensor old = graph.tensor(index);
        return with(
                graph, index, new Tensor(old.name(), old.type(), old.shape(), quantization, old.data(), old.isState()));
    }

    private static Graph withInput(Graph graph, int position, int tensor) {
        List<Integer> inputs = new ArrayList<>(graph.nodes().getFirst().inputs());
        inputs.set(position, tensor);
        return withInputs(graph, inputs);
    }

    private static Graph withInputs(Graph graph, List<Integer> inputs) {
        Node node = graph.nodes().getFirst();
        Node changed = new Node(node.operator(), inputs, node.outputs(), node.intermediates());
        return new Graph("x", graph.tensors(), List.of(changed), graph.inputs(), graph.outputs(), Map.of());
    }

    private static List<String> codes(Graph graph) {
        return GraphVerifier.verify(graph).stream().map(Finding::code).toList();
    }
}
