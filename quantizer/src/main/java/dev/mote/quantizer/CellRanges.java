package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How far the cells of LSTMs come from 0: {@code cell state  becomes  cell state with its range}. An operator runs over all steps at once and
 * leaves the last cell only, so each LSTM runs again by itself, step by step, over what it reads.
 */
final class CellRanges {
    private final Graph graph;
    private final Interpreter interpreter;
    private final Calibration calibration;

    private CellRanges(Graph graph, Calibration calibration) {
        this.graph = graph;
        this.interpreter = Interpreter.of(graph);
        this.calibration = calibration;
    }

    /** The graph itself where there is no LSTM. */
    static Graph in(Graph graph, Calibration calibration) {
        List<Node> lstms = graph.nodes().stream()
                .filter(node -> node.operator() instanceof Operator.UnidirectionalSequenceLstm)
                .toList();
        return lstms.isEmpty() ? graph : new CellRanges(graph, calibration).ranged(lstms);
    }

    private Graph ranged(List<Node> lstms) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        float[] largest = largest(lstms);
        for (int i = 0; i < lstms.size(); i++) {
            int index = lstms.get(i).inputs().get(LstmInputs.CELL_STATE);
            Tensor cell = graph.tensor(index);
            float end = Math.max(largest[i], Float.MIN_NORMAL);
            tensors.set(
                    index, Tensor.state(cell.name(), cell.type(), cell.shape(), new Quantization.Trained(-end, end)));
        }
        return new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata());
    }

    /** One value for each LSTM. */
    private float[] largest(List<Node> lstms) {
        List<float[]> chunks = Chunks.map(calibration.samples().size(), (first, end) -> largest(lstms, first, end));
        float[] largest = new float[lstms.size()];
        for (float[] chunk : chunks) {
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], chunk[i]);
            }
        }
        return largest;
    }

    private float[] largest(List<Node> lstms, int first, int end) {
        Invocation whole = interpreter.invocation();
        List<Invocation> steps = lstms.stream()
                .map(lstm -> Interpreter.of(oneStep(lstm)).invocation())
                .toList();
        float[] largest = new float[lstms.size()];
        for (float[] sample : calibration.samples().subList(first, end)) {
            Feed.floats(graph, whole, sample);
            whole.run();
            for (int i = 0; i < largest.length; i++) {
                Node lstm = lstms.get(i);
                float[] read = ((TensorBuffer.Floats) whole.tensor(lstm.input())).values();
                largest[i] = Math.max(largest[i], largest(steps.get(i), lstm, read));
            }
        }
        return largest;
    }

    private static float largest(Invocation step, Node lstm, float[] read) {
        step.reset();
        float[] cell = ((TensorBuffer.Floats) step.tensor(lstm.inputs().get(LstmInputs.CELL_STATE))).values();
        int inputs = ((TensorBuffer.Floats) step.input(0)).values().length;
        float largest = 0;
        for (int from = 0; from < read.length; from += inputs) {
            step.run(Arrays.copyOfRange(read, from, from + inputs));
            for (float value : cell) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** The LSTM over one step, which keeps its state. */
    private Graph oneStep(Node lstm) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        for (int index : new int[] {lstm.input(), lstm.output()}) {
            Tensor tensor = graph.tensor(index);
            Shape step = Shape.of(1, 1, tensor.shape().dimension(2));
            tensors.set(index, Tensor.variable(tensor.name(), tensor.type(), step, Quantization.NONE));
        }
        List<Integer> ends = List.of(lstm.input());
        return new Graph(graph.name(), tensors, List.of(lstm), ends, lstm.outputs(), Map.of());
    }
}
