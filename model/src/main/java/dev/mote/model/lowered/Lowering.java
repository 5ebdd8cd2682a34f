package dev.mote.model.lowered;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Resolves every size, factor and clamp of a verified graph: {@code Graph -> Program}. */
public final class Lowering {
    private final Graph graph;

    private Lowering(Graph graph) {
        this.graph = graph;
    }

    public static Program lower(FloatModel model) {
        return lower(model.graph());
    }

    public static Program lower(Int8Model model) {
        return lower(model.graph());
    }

    /**
     * @param graph without errors, by {@link dev.mote.model.graph.GraphVerifier}
     * @throws IllegalArgumentException if a rescale factor leaves its range
     */
    public static Program lower(Graph graph) {
        return new Lowering(graph).program();
    }

    private Program program() {
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            List<Layer> layers = layers(new NodeView(graph, node));
            for (int output = 0; output < layers.size(); output++) {
                Layer layer = layers.get(output);
                steps.add(new Step(
                        index, layer, operands(node, layer), node.outputs().get(output)));
            }
        }
        return new Program(graph, steps);
    }

    /** What the layer reads: the tensor that is moved or computed with comes first. */
    private static List<Integer> operands(Node node, Layer layer) {
        if (node.operator() instanceof Operator.Stateful stateful) {
            IntStream positions =
                    IntStream.concat(IntStream.of(0), stateful.states().stream().mapToInt(Integer::intValue));
            return positions.mapToObj(node.inputs()::get).toList();
        }
        if (node.operator() instanceof Operator.EmbeddingLookup) {
            return node.inputs().reversed().subList(0, layer.operands());
        }
        int first = node.operator() instanceof Operator.Movement movement
                ? movement.moved()
                : node.operator().data();
        return node.inputs().subList(first, first + layer.operands());
    }

    /** One layer for each output of the node. */
    private static List<Layer> layers(NodeView node) {
        return node.operator() instanceof Operator.Movement movement
                ? LowerMovement.movement(movement, node)
                : List.of(layer(node));
    }

    private static Layer layer(NodeView node) {
        boolean int16 = node.output().type() == TensorType.INT16;
        boolean int8 = node.output().type() == TensorType.INT8 && node.input().type() == TensorType.INT8;
        return switch (node.operator()) {
            case Operator.Reshape reshape ->
                new MovementLayer.Copy(node.output().shape().elements());
            case Operator.Pad pad -> LowerMovement.pad(node);
            case Operator.Concatenation concatenation -> LowerMovement.concatenate(concatenation, node);
            case Operator.ShapeOf shape -> LowerShape.dimensions(node);
            case Operator.ReduceProduct product -> LowerShape.product(node);
            case Operator.ResizeBilinear resize -> LowerResize.bilinear(resize, node, int8);
            case Operator.CumulativeSum sum -> LowerCumulativeSum.lower(sum, node, int8);
            case Operator.Movement movement ->
                throw new IllegalArgumentException("a movement has a layer for each output");
            case Operator.Stateful stateful -> LowerState.layer(stateful, node);
            case Operator.Quantize quantize -> LowerConversion.quantize(node);
            case Operator.Dequantize dequantize -> LowerConversion.dequantize(node);
            case Operator.Logic logic -> LowerLogic.logic(logic, node);
            case Operator.Conv2d conv ->
                int16 ? LowerInt16.conv(conv, node) : int8 ? LowerInt8.conv(conv, node) : LowerFloat.conv(conv, node);
            case Operator.DepthwiseConv2d conv ->
                int16
                        ? LowerInt16.depthwise(conv, node)
                        : int8 ? LowerInt8.depthwise(conv, node) : LowerFloat.depthwise(conv, node);
            case Operator.FullyConnected dense when !node.input(1).isConstant() -> LowerProducts.dense(node);
            case Operator.FullyConnected dense ->
                int16
                        ? LowerInt16.fullyConnected(dense, node)
                        : int8 ? LowerInt8.fullyConnected(dense, node) : LowerFloat.fullyConnected(dense, node);
            case Operator.TransposeConv conv ->
                int16
                        ? LowerInt16.transposeConv(conv, node)
                        : int8 ? LowerProducts.transposeConv(conv, node) : LowerProducts.transposeConvFloat(conv, node);
            case Operator.BatchMatmul matmul ->
                int16
                        ? LowerInt16.matmul(matmul, node)
                        : int8 ? LowerProducts.matmul(matmul, node) : LowerProducts.matmulFloat(matmul, node);
            case Operator.Pool2d pool ->
                int16 ? LowerInt16.pool(pool, node) : int8 ? LowerInt8.pool(pool, node) : LowerFloat.pool(pool, node);
            case Operator.Reduce reduce ->
                int16
                        ? LowerInt16.reduce(reduce, node)
                        : int8
                                ? LowerInt8.reduce(reduce, node)
                                : new FloatLayer.Reduce(node.reduction(), reduce.function());
            case Operator.Softmax softmax ->
                int16
                        ? LowerInt16.softmax(softmax, node)
                        : int8 ? LowerInt8.softmax(softmax, node) : LowerFloat.softmax(softmax, node);
            case Operator.LogSoftmax softmax -> int8 ? LowerInt8.logSoftmax(node) : LowerFloat.logSoftmax(node);
            case Operator.L2Normalization norm ->
                int8 ? LowerInt8.l2Normalization(node) : LowerFloat.l2Normalization(node);
            case Operator.AddN sum -> int8 ? LowerInt8.addN(node) : LowerFloat.addN(node);
            case Operator.Prelu prelu ->
                int16 ? LowerInt16.prelu(node) : int8 ? LowerProducts.prelu(node) : LowerProducts.preluFloat(node);
            case Operator.Unary unary ->
                int16
                        ? LowerSlopes.unary(unary, node)
                        : int8 ? LowerLookup.unary(unary, node) : LowerFloat.unary(unary, node);
            case Operator.LeakyRelu leaky ->
                int16
                        ? LowerSlopes.leakyRelu(leaky, node)
                        : int8 ? LowerLookup.leakyRelu(leaky, node) : LowerFloat.leakyRelu(leaky, node);
            case Operator.Binary binary -> LowerBinary.binary(binary, node);
            case Operator.Unsupported unsupported ->
                throw new IllegalArgumentException("cannot run " + unsupported.name());
        };
    }
}
