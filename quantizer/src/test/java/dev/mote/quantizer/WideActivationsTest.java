package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WideActivationsTest {
    private static QuantizationResult quantize(FloatModel model, WideActivations wide) {
        int length =
                model.graph().tensor(model.graph().inputs().getFirst()).shape().elements();
        Calibration samples = new Calibration("random samples", Nets.randomSamples(length, 100, 3));
        QuantizerOptions options = QuantizerOptions.DEFAULT.withMethod(RangeMethod.MIN_MAX);
        QuantizationResult result = Quantizer.quantize(model, samples, options.withWide(wide));
        assertEquals(List.of(), GraphVerifier.verify(result.model().graph()));
        return result;
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream()
                .map(node -> OperatorNames.of(node.operator()))
                .toList();
    }

    private static Tensor tensor(QuantizationResult result, String name) {
        return result.model().graph().tensors().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double sqnr(QuantizationResult result, String layer) {
        return result.report().layers().stream()
                .filter(report -> report.name().equals(layer))
                .findFirst()
                .orElseThrow()
                .sqnrDb();
    }

    private static FloatModel network() {
        Nets net = new Nets(1);
        int stem = net.conv("stem", net.input(1, 8, 8, 3), 8, Activation.RELU);
        int left = net.depthwise("left", stem, Activation.RELU6);
        int sum = net.add("sum", left, net.conv("right", stem, 8, Activation.NONE));
        int leaky = net.node(new Operator.LeakyRelu(0.1f), Shape.of(1, 8, 8, 8), "leaky", sum);
        int pooled = net.pool("pooled", leaky, PoolKind.MAX);
        int axes = net.integers("axes", Shape.of(2), 1, 2);
        int mean = net.node(
                new Operator.Reduce(Operator.ReduceFunction.MEAN, false), Shape.of(1, 8), "mean", pooled, axes);
        int tanh = net.unary("tanh", net.dense("dense", mean, 6, Activation.NONE), UnaryFunction.TANH);
        int out = net.dense("out", net.concatenate("features", tanh, mean), 5, Activation.NONE);
        return net.model(net.softmax("classes", out));
    }

    @Test
    void holdsTheWholeModelInInt16BetweenInt8Ends() {
        QuantizationResult narrow = quantize(network(), WideActivations.NONE);
        QuantizationResult wide = quantize(network(), WideActivations.ALL);
        Graph graph = wide.model().graph();
        assertEquals(TensorType.INT8, graph.tensor(graph.inputs().getFirst()).type());
        assertEquals(TensorType.INT8, graph.tensor(graph.outputs().getFirst()).type());
        assertEquals("QUANTIZE", operators(graph).getFirst());
        assertEquals("QUANTIZE", operators(graph).getLast());
        for (String name : List.of("stem", "left", "right", "sum", "leaky", "pooled", "mean", "dense", "tanh", "out")) {
            assertEquals(TensorType.INT16, tensor(wide, name).type(), name);
        }
        assertTrue(
                sqnr(wide, "out") > sqnr(narrow, "out") + 3,
                () -> sqnr(narrow, "out") + " dB in int8, " + sqnr(wide, "out") + " dB in int16");
    }

    @Test
    void holdsOneActivationInInt16BetweenOthersOfInt8() {
        Nets net = new Nets(2);
        int first = net.conv("first", net.input(1, 4, 4, 2), 3, Activation.RELU);
        int second = net.conv("second", first, 3, Activation.RELU);
        int third = net.conv("third", second, 3, Activation.RELU);
        FloatModel model = net.model(net.conv("fourth", third, 3, Activation.NONE));
        QuantizationResult result = quantize(model, WideActivations.of(Set.of("second")));
        assertEquals(
                List.of("CONV_2D", "QUANTIZE", "CONV_2D", "CONV_2D", "QUANTIZE", "CONV_2D"),
                operators(result.model().graph()));
        assertEquals(TensorType.INT8, tensor(result, "first").type());
        assertEquals(TensorType.INT16, tensor(result, "second").type());
        assertEquals(TensorType.INT8, tensor(result, "third").type());
        assertEquals(TensorType.INT64, tensor(result, "second/bias").type());
        assertEquals(TensorType.INT32, tensor(result, "fourth/bias").type());
    }

    @Test
    void poolingFollowsItsInput() {
        Nets net = new Nets(2);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.RELU);
        int pool = net.pool("pool", conv, PoolKind.MAX);
        FloatModel model = net.model(net.dense("out", net.flatten("flat", pool), 3, Activation.NONE));
        QuantizationResult result = quantize(model, WideActivations.of(Set.of("pool")));
        for (String name : List.of("conv", "pool", "flat")) {
            assertEquals(TensorType.INT16, tensor(result, name).type(), name);
        }
        assertEquals(
                List.of(List.of("input0"), List.of("conv", "pool", "flat"), List.of("out")),
                Widths.possible(model.graph()));
    }

    @Test
    void staysInt8WhereTflmHasNoInt16Kernel() {
        Nets net = new Nets(2);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.NONE);
        int swish = net.unary("swish", conv, UnaryFunction.HARD_SWISH);
        FloatModel model = net.model(net.conv("out", swish, 3, Activation.NONE));
        assertEquals(List.of(List.of("input0"), List.of("out")), Widths.possible(model.graph()));
        QuantizationResult result = quantize(model, WideActivations.ALL);
        assertEquals(TensorType.INT8, tensor(result, "swish").type());
        assertEquals(TensorType.INT16, tensor(result, "out").type());
    }
}
