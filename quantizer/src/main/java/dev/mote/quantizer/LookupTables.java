package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that have no int8 kernel become tables with an entry for each int8: {@code LOG  becomes  CAST -> ADD(128) -> GATHER(table)}.
 * The int32 indices take four times the memory of the values, for the time of the operator.
 */
final class LookupTables {
    private static final int ENTRIES = 256;

    private final List<Tensor> tensors;
    private final List<Node> nodes = new ArrayList<>();

    private LookupTables(Graph graph) {
        tensors = new ArrayList<>(graph.tensors());
    }

    /** The tensors that are there already keep their indices. */
    static Graph in(Graph graph) {
        LookupTables tables = new LookupTables(graph);
        for (Node node : graph.nodes()) {
            boolean isInt8 = graph.output(node).type() == TensorType.INT8;
            if (isInt8 && node.operator() instanceof Operator.Unary(UnaryFunction function) && !function.hasInt8()) {
                tables.lookUp(function, node);
            } else {
                tables.nodes.add(node);
            }
        }
        return new Graph(graph.name(), tables.tensors, tables.nodes, graph.inputs(), graph.outputs(), graph.metadata());
    }

    private void lookUp(UnaryFunction function, Node node) {
        Tensor in = tensors.get(node.input());
        Tensor out = tensors.get(node.output());
        int integers = add(Tensor.variable(out.name() + "_int32", TensorType.INT32, in.shape(), Quantization.NONE));
        int indices = add(Tensor.variable(out.name() + "_index", TensorType.INT32, in.shape(), Quantization.NONE));
        int offset = add(Tensor.constant(
                out.name() + "_offset", TensorType.INT32, Shape.of(1), Quantization.NONE, TensorData.ofInts(128)));
        PerTensor from = (PerTensor) in.quantization();
        PerTensor to = (PerTensor) out.quantization();
        TensorData entries = TensorData.ofBytes(table(function, from, to));
        int table = add(Tensor.constant(out.name() + "_table", TensorType.INT8, Shape.of(ENTRIES), to, entries));
        nodes.add(new Node(new Operator.Cast(), List.of(node.input()), List.of(integers)));
        nodes.add(new Node(
                new Operator.Binary(BinaryFunction.ADD, Activation.NONE), List.of(integers, offset), List.of(indices)));
        nodes.add(new Node(new Operator.Gather(0, 0), List.of(table, indices), List.of(node.output())));
    }

    private int add(Tensor tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    static byte[] table(UnaryFunction function, PerTensor from, PerTensor to) {
        byte[] table = new byte[ENTRIES];
        Range range = Range.of(to);
        for (int index = 0; index < ENTRIES; index++) {
            double x = (double) from.scale() * (index + Byte.MIN_VALUE - from.zeroPoint());
            table[index] = to.quantize((float) Math.clamp(value(function, x), range.min(), range.max()));
        }
        return table;
    }

    /** The same on every machine. Where a function is not defined, on the negative side, it continues its value at 0; infinity becomes the last int8. */
    private static double value(UnaryFunction function, double x) {
        return switch (function) {
            case NEG -> -x;
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(Math.max(x, 0));
            case SQRT -> Math.sqrt(Math.max(x, 0));
            case SQUARE -> x * x;
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            case LOGISTIC, TANH, RELU, RELU6, RELU_N1_TO_1, ELU, HARD_SWISH, ABS, RSQRT ->
                throw new IllegalArgumentException(function + " has an int8 kernel");
        };
    }
}
