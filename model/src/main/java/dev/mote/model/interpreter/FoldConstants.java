package dev.mote.model.interpreter;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.MovementLayer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes what depends on shapes and constants only. Tensors keep their numbers; those that are known now are constants.
 *
 * <pre>
 * x -> SHAPE -> STRIDED_SLICE -> PACK -> RESHAPE(x, .)   becomes   RESHAPE(x, constant)
 * </pre>
 */
public final class FoldConstants {
    /** Bytes read and written are at most this many times those of the constants in the file: it bounds time and memory. */
    private static final long MOST_WORK = 8;

    private static final long FREE_BYTES = 1 << 16;

    private final Graph graph;
    private final List<Tensor> tensors;
    private final Set<Integer> written;
    /** Before they are known: an order that is wrong must stay wrong. */
    private final Set<Integer> read = new HashSet<>();

    private final Set<Integer> outputs;
    private long bytesLeft;

    /**
     * A graph and where its nodes come from.
     *
     * @param nodes for each node its index in the graph before
     */
    public record Folded(Graph graph, List<Integer> nodes) {
        public Folded {
            nodes = List.copyOf(nodes);
        }
    }

    private FoldConstants(Graph graph) {
        this.graph = graph;
        this.tensors = new ArrayList<>(graph.tensors());
        this.written = new HashSet<>(graph.inputs());
        this.outputs = Set.copyOf(graph.outputs());
        this.bytesLeft = FREE_BYTES + MOST_WORK * constantBytes(graph);
    }

    /** A node that breaks a rule, or makes an output of the graph, stays. */
    public static Folded apply(Graph graph) {
        return new FoldConstants(graph).folded();
    }

    private Folded folded() {
        List<Integer> left = new ArrayList<>();
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            if (isKnown(node)) {
                compute(node);
            } else {
                left.add(index);
                read.addAll(node.inputs());
            }
            written.addAll(node.outputs());
        }
        List<Node> nodes = left.stream().map(graph.nodes()::get).toList();
        Graph rest = new Graph(graph.name(), tensors, nodes, graph.inputs(), graph.outputs(), graph.metadata());
        return new Folded(rest, left);
    }

    private boolean isKnown(Node node) {
        boolean shapeOnly = needsShapeOnly(node.operator());
        boolean inputsKnown = node.inputs().stream()
                .allMatch(index ->
                        exists(index) && (shapeOnly || tensors.get(index).isConstant()));
        boolean outputsFree = node.outputs().stream()
                .allMatch(index -> exists(index)
                        && !tensors.get(index).isConstant()
                        && !written.contains(index)
                        && !read.contains(index)
                        && !outputs.contains(index));
        if (!isQuick(node.operator()) || !inputsKnown || !outputsFree) {
            return false;
        }
        Stream<Integer> touched =
                Stream.concat(shapeOnly ? Stream.empty() : node.inputs().stream(), node.outputs().stream());
        long bytes = touched.mapToLong(index -> tensors.get(index).byteSize()).sum();
        if (bytes > bytesLeft) {
            return false;
        }
        bytesLeft -= bytes;
        return GraphVerifier.isSound(alone(node));
    }

    private static boolean needsShapeOnly(Operator operator) {
        return operator instanceof Operator.ShapeOf || operator instanceof Operator.ZerosLike;
    }

    private boolean exists(int index) {
        return index >= 0 && index < tensors.size();
    }

    /** Whether the time that it takes is in proportion to the output. */
    private static boolean isQuick(Operator operator) {
        return switch (operator) {
            case Operator.ShapeOf shape -> true;
            case Operator.ReduceProduct product -> true;
            case Operator.ResizeBilinear resize -> true;
            case Operator.CumulativeSum sum -> true;
            case Operator.Movement movement -> true;
            case Operator.Reshape reshape -> true;
            case Operator.Concatenation concatenation -> true;
            case Operator.Pad pad -> true;
            case Operator.Quantize quantize -> true;
            case Operator.Dequantize dequantize -> true;
            case Operator.Stateful stateful -> false;
            case Operator.Conv2d conv -> false;
            case Operator.DepthwiseConv2d conv -> false;
            case Operator.FullyConnected dense -> false;
            case Operator.TransposeConv conv -> false;
            case Operator.BatchMatmul matmul -> false;
            case Operator.LogSoftmax softmax -> false;
            case Operator.L2Normalization norm -> false;
            case Operator.Prelu prelu -> false;
            case Operator.AddN sum -> false;
            case Operator.Pool2d pool -> false;
            case Operator.Reduce reduce -> false;
            case Operator.Softmax softmax -> false;
            case Operator.Unary unary -> false;
            case Operator.LeakyRelu leaky -> false;
            case Operator.Binary binary -> true;
            case Operator.Logic logic -> true;
            case Operator.Unsupported unsupported -> false;
        };
    }

    /** The node with its tensors, inputs first, and nothing else. */
    private Graph alone(Node node) {
        List<Tensor> own = new ArrayList<>();
        node.inputs().forEach(index -> own.add(tensors.get(index)));
        node.outputs().forEach(index -> own.add(tensors.get(index)));
        List<Integer> all = IntStream.range(0, own.size()).boxed().toList();
        int inputs = node.inputs().size();
        Node renumbered = new Node(node.operator(), all.subList(0, inputs), all.subList(inputs, all.size()));
        return new Graph(graph.name(), own, List.of(renumbered), List.of(), List.of(), Map.of());
    }

    private void compute(Node node) {
        Layer layer = Lowering.lower(alone(node)).steps().getFirst().layer();
        if (layer instanceof MovementLayer.Store(TensorData values)) {
            // The input itself may be large, and nothing reads it.
            know(node.output(), values);
            return;
        }
        Invocation invocation = Interpreter.ofSound(alone(node)).invocation();
        invocation.run();
        for (int i = 0; i < node.outputs().size(); i++) {
            int index = node.outputs().get(i);
            ByteBuffer bytes = ByteBuffer.allocate(
                            Math.toIntExact(tensors.get(index).byteSize()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            invocation.tensor(node.inputs().size() + i).write(bytes);
            know(index, TensorData.ofBytes(bytes.array()));
        }
    }

    private void know(int index, TensorData data) {
        Tensor tensor = tensors.get(index);
        tensors.set(index, Tensor.constant(tensor.name(), tensor.type(), tensor.shape(), tensor.quantization(), data));
    }

    private static long constantBytes(Graph graph) {
        Set<TensorData> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        graph.tensors().forEach(tensor -> tensor.data().ifPresent(distinct::add));
        return distinct.stream().mapToLong(TensorData::size).sum();
    }
}
