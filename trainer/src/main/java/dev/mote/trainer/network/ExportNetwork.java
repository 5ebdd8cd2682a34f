package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.trainer.recipe.Kernel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trained network becomes a float model of TensorFlow Lite's operators, shapes and weight orders. */
public final class ExportNetwork {
    private final FoldedNetwork folded;
    private final FusedActivations fused;
    private final GraphBuilder graph;
    /** The tensor that each stage writes. */
    private final Map<Integer, Integer> tensors = new HashMap<>();

    private ExportNetwork(FoldedNetwork folded) {
        this.folded = folded;
        this.fused = FusedActivations.in(folded.network());
        this.graph = new GraphBuilder(folded.network().inputShape());
        tensors.put(Network.INPUT, graph.input());
    }

    public static FloatModel of(String name, Network network, Weights weights, ModelCard card) {
        return of(name, FoldedNetwork.of(network, weights), card);
    }

    public static FloatModel of(String name, FoldedNetwork folded, ModelCard card) {
        return new FloatModel(card.in(new ExportNetwork(folded).graph(name)));
    }

    /** The graph, and the tensor that each stage of the network writes, by index, the input included. */
    public record Exported(Graph graph, SortedMap<Integer, Integer> tensors) {}

    public static Exported export(String name, FoldedNetwork folded) {
        ExportNetwork export = new ExportNetwork(folded);
        return new Exported(export.graph(name), new TreeMap<>(export.tensors));
    }

    /** @param ranges that training found, by the index of the stage that writes such values */
    public static FloatModel of(
            String name, FoldedNetwork folded, SortedMap<Integer, ValueRange> ranges, ModelCard card) {
        Exported exported = export(name, folded);
        Graph graph = exported.graph();
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        FusedActivations fused = FusedActivations.in(folded.network());
        ranges.forEach((stage, range) -> {
            if (!fused.byStage().containsKey(stage)) {
                int index = exported.tensors().get(stage);
                Tensor plain = tensors.get(index);
                Quantization trained = new Quantization.Trained((float) range.min(), (float) range.max());
                tensors.set(index, Tensor.variable(plain.name(), plain.type(), plain.shape(), trained));
            }
        });
        return new FloatModel(card.in(
                new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata())));
    }

    private Graph graph(String name) {
        List<Network.Placed> stages = folded.network().stages();
        for (int index = 0; index < stages.size(); index++) {
            Integer before = fused.before().get(index);
            tensors.put(index, before == null ? emit(stages.get(index), fused.at(index)) : tensors.get(before));
        }
        return graph.build(name, tensors.get(stages.size() - 1));
    }

    /** @return the tensor that it writes */
    private int emit(Network.Placed placed, Activation activation) {
        List<Integer> inputs = placed.inputs().stream().map(tensors::get).toList();
        return switch (placed.stage()) {
            case Stage.Weighted weighted -> weighted(weighted, activation, inputs.getFirst(), placed.out());
            case Stage.Plain plain -> plain(plain, activation, inputs, placed);
            case Stage.BatchNorm norm -> throw new IllegalStateException("not folded: " + norm.name());
            case Stage.Round round -> throw new IllegalStateException("left over: " + round.name());
            case Stage.Lstm lstm ->
                new ExportLstm(graph, folded.weights(), lstm)
                        .of(inputs.getFirst(), placed.in().dimension(0), placed.out());
            case Stage.TrainingOnly stage -> throw new IllegalStateException("left over: " + stage.name());
        };
    }

    private int weighted(Stage.Weighted stage, Activation activation, int input, Shape out) {
        int outputs = out.dimension(-1);
        String name = stage.name();
        return switch (stage) {
            case Stage.Conv conv -> {
                Kernel kernel = conv.kernel();
                Shape shape = Shape.of(outputs, kernel.height(), kernel.width(), conv.inputs());
                List<Integer> inputs = inputs(input, name, shape, outputsFirst(name, outputs));
                yield graph.add(name, new Operator.Conv2d(window(kernel), activation), inputs, out);
            }
            case Stage.Depthwise conv -> {
                Kernel kernel = conv.kernel();
                // [h, w, c, m] holds channel c * m + i innermost already.
                Shape shape = Shape.of(1, kernel.height(), kernel.width(), outputs);
                List<Integer> inputs =
                        inputs(input, name, shape, folded.weights().get(name + "/kernel"));
                Operator operator = new Operator.DepthwiseConv2d(window(kernel), conv.multiplier(), activation);
                yield graph.add(name, operator, inputs, out);
            }
            case Stage.Dense dense -> {
                Shape shape = Shape.of(outputs, dense.inputs());
                List<Integer> inputs = inputs(input, name, shape, outputsFirst(name, outputs));
                yield graph.add(name, new Operator.FullyConnected(activation, false), inputs, out);
            }
        };
    }

    private int plain(Stage.Plain stage, Activation activation, List<Integer> inputs, Network.Placed placed) {
        Shape out = placed.out();
        String name = stage.name();
        return switch (stage) {
            case Stage.Pool pool -> {
                Kernel kernel = pool.window();
                Operator operator = new Operator.Pool2d(
                        pool.kind(), kernel.height(), kernel.width(), window(kernel), Activation.NONE);
                yield graph.add(name, operator, inputs, out);
            }
            case Stage.GlobalAverage average -> reduce(name, Operator.ReduceFunction.MEAN, inputs.getFirst(), out);
            case Stage.GlobalMax max -> reduce(name, Operator.ReduceFunction.MAX, inputs.getFirst(), out);
            case Stage.ZeroPad pad -> pad(pad, inputs.getFirst(), out);
            case Stage.Reshape reshape -> graph.add(name, new Operator.Reshape(), inputs, out);
            case Stage.Activate activate ->
                new ExportActivation(graph, activate, out).of(inputs.getFirst(), isClamped(placed.input()));
            case Stage.Add add -> sum(name, activation, inputs, out);
            case Stage.Concatenate concatenate ->
                graph.add(name, new Operator.Concatenation(-1, Activation.NONE), inputs, out);
        };
    }

    private int reduce(String name, Operator.ReduceFunction function, int input, Shape out) {
        int axes = graph.constant(name + "_axes", TensorType.INT32, Shape.of(2), TensorData.ofInts(1, 2));
        return graph.add(name, new Operator.Reduce(function, false), List.of(input, axes), out);
    }

    private int pad(Stage.ZeroPad pad, int input, Shape out) {
        TensorData sides = TensorData.ofInts(0, 0, pad.top(), pad.bottom(), pad.left(), pad.right(), 0, 0);
        int paddings = graph.constant(pad.name() + "_paddings", TensorType.INT32, Shape.of(4, 2), sides);
        return graph.add(pad.name(), new Operator.Pad(), List.of(input, paddings), out);
    }

    private boolean isClamped(int stage) {
        return fused.at(stage) == Activation.RELU_N1_TO_1;
    }

    /** a + b + c as (a + b) + c: ADD_N would need one int8 scale for all. */
    private int sum(String name, Activation activation, List<Integer> inputs, Shape out) {
        int sum = inputs.getFirst();
        for (int i = 1; i < inputs.size(); i++) {
            boolean last = i == inputs.size() - 1;
            Operator add = new Operator.Binary(Operator.BinaryFunction.ADD, last ? activation : Activation.NONE);
            sum = graph.add(last ? name : name + "_part", add, List.of(sum, inputs.get(i)), out);
        }
        return sum;
    }

    /** {@code input}, the kernel and, if there is one, the bias. */
    private List<Integer> inputs(int input, String name, Shape shape, float[] kernel) {
        List<Integer> inputs = new ArrayList<>(List.of(input));
        inputs.add(graph.constant(name + "_kernel", TensorType.FLOAT32, shape, TensorData.ofFloats(kernel)));
        if (folded.weights().has(name + "/bias")) {
            float[] bias = folded.weights().get(name + "/bias");
            inputs.add(graph.constant(
                    name + "_bias", TensorType.FLOAT32, Shape.of(bias.length), TensorData.ofFloats(bias)));
        }
        return inputs;
    }

    /** The kernel with [..., out] turned to [out, ...]: HWIO to OHWI, and [in, out] to [out, in]. */
    private float[] outputsFirst(String stage, int outputs) {
        float[] kernel = folded.weights().get(stage + "/kernel");
        int inner = kernel.length / outputs;
        float[] transposed = new float[kernel.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inner; i++) {
                transposed[o * inner + i] = kernel[i * outputs + o];
            }
        }
        return transposed;
    }

    private static Window window(Kernel kernel) {
        return Window.of(kernel.padding(), kernel.strideHeight(), kernel.strideWidth());
    }
}
