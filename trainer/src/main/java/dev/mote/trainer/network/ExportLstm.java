package dev.mote.trainer.network;

import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An LSTM becomes UNIDIRECTIONAL_SEQUENCE_LSTM, and a SLICE where only its last step counts. */
final class ExportLstm {
    private final GraphBuilder graph;
    private final Weights weights;
    private final Stage.Lstm lstm;
    private final String name;

    ExportLstm(GraphBuilder graph, Weights weights, Stage.Lstm lstm) {
        this.graph = graph;
        this.weights = weights;
        this.lstm = lstm;
        this.name = lstm.name();
    }

    /**
     * @param input [1, time, 1, inputs]
     * @param out shape of one sample
     * @return the tensor that it writes
     */
    int of(int input, int time, Shape out) {
        int units = lstm.units();
        int steps = graph.add(name + "_steps", new Operator.Reshape(), List.of(input), Shape.of(time, lstm.inputs()));
        String sequence = lstm.sequences() ? name + "_sequence" : name + "_all";
        Operator operator = new Operator.UnidirectionalSequenceLstm(0, false);
        int all = graph.add(sequence, operator, inputs(steps), Shape.of(time, units));
        if (lstm.sequences()) {
            return graph.add(name, new Operator.Reshape(), List.of(all), out);
        }
        int begin = integers("_begin", 0, time - 1, 0);
        int size = integers("_size", 1, 1, units);
        int last = graph.add(name + "_last", new Operator.Slice(), List.of(all, begin, size), Shape.of(1, units));
        return graph.add(name, new Operator.Reshape(), List.of(last), out);
    }

    private int integers(String suffix, int... values) {
        return graph.constant(name + suffix, TensorType.INT32, Shape.of(values.length), TensorData.ofInts(values));
    }

    private List<Integer> inputs(int steps) {
        List<Integer> inputs = new ArrayList<>(Collections.nCopies(LstmInputs.COUNT, Node.ABSENT));
        inputs.set(0, steps);
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            String own = LstmWeights.GATES.get(gate);
            inputs.set(
                    LstmInputs.INPUT_WEIGHTS + gate,
                    weights("_kernel_" + own, LstmWeights.kernel(lstm), lstm.inputs(), gate));
            inputs.set(
                    LstmInputs.HIDDEN_WEIGHTS + gate,
                    weights("_recurrent_kernel_" + own, LstmWeights.recurrentKernel(lstm), lstm.units(), gate));
            float[] bias = weights.get(LstmWeights.bias(lstm, own));
            inputs.set(
                    LstmInputs.BIAS + gate,
                    graph.constant(
                            name + "_bias_" + own,
                            TensorType.FLOAT32,
                            Shape.of(bias.length),
                            TensorData.ofFloats(bias)));
        }
        inputs.set(LstmInputs.HIDDEN_STATE, graph.state(name + "_hidden", Shape.of(lstm.units())));
        inputs.set(LstmInputs.CELL_STATE, graph.state(name + "_memory", Shape.of(lstm.units())));
        return inputs;
    }

    /** The columns of one gate in [rows, 4 * units], as [units, rows]. */
    private int weights(String suffix, String parameter, int rows, int gate) {
        int units = lstm.units();
        float[] all = weights.get(parameter);
        float[] own = new float[units * rows];
        for (int unit = 0; unit < units; unit++) {
            for (int row = 0; row < rows; row++) {
                own[unit * rows + row] = all[row * LstmInputs.GATES * units + gate * units + unit];
            }
        }
        return graph.constant(name + suffix, TensorType.FLOAT32, Shape.of(units, rows), TensorData.ofFloats(own));
    }
}
