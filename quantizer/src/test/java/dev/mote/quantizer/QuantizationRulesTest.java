package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The int8 graph obeys what the kernels demand of each operator. */
class QuantizationRulesTest {
    private final Nets net = new Nets(1);

    @Test
    void poolingAndReshapeKeepTheQuantizationOfTheirInput() {
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.RELU);
        int max = net.pool("max", conv, PoolKind.MAX);
        int average = net.pool("average", max, PoolKind.AVERAGE);
        Graph int8 = quantize(net.flatten("flatten", average));
        PerTensor shared = quantization(int8, "conv");
        assertEquals(-128, shared.zeroPoint());
        assertEquals(shared, quantization(int8, "max"));
        assertEquals(shared, quantization(int8, "average"));
        assertEquals(shared, quantization(int8, "flatten"));
        assertNotEquals(shared, quantization(int8, "input0"));
    }

    @Test
    void paddingKeepsTheQuantizationOfItsInput() {
        int paddings = net.integers("paddings", Shape.of(2, 2), 0, 0, 1, 1);
        int pad = net.node(new Operator.Pad(), Shape.of(1, 6), "pad", net.input(1, 4), paddings);
        Graph int8 = quantize(pad);
        assertEquals(quantization(int8, "input0"), quantization(int8, "pad"));
        assertEquals(Quantization.NONE, tensor(int8, "paddings").quantization());
    }

    @Test
    void allPartsKeepTheQuantizationOfTheWhole() {
        int axis = net.integers("axis", Shape.of(1), 1);
        int dense = net.dense("dense", net.input(1, 4), 6, Activation.NONE);
        List<Integer> parts =
                net.nodes(new Operator.Split(), List.of(Shape.of(1, 3), Shape.of(1, 3)), "part", axis, dense);
        int turned = net.node(
                new Operator.ReverseV2(), Shape.of(1, 3), "turned", parts.get(1), net.integers("axes", Shape.of(1), 1));
        Graph int8 = quantize(parts.get(0), turned);
        PerTensor shared = quantization(int8, "dense");
        assertEquals(shared, quantization(int8, "part0"));
        assertEquals(shared, quantization(int8, "part1"));
        assertEquals(shared, quantization(int8, "turned"));
        assertEquals(List.of("FULLY_CONNECTED", "SPLIT", "REVERSE_V2"), operators(int8));
    }

    @Test
    void resizedImagesKeepTheQuantizationAndSumsDoNot() {
        int size = net.integers("size", Shape.of(2), 4, 6);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.RELU);
        Operator nearest = new Operator.ResizeNearestNeighbor(false, true);
        int twice = net.node(nearest, Shape.of(1, 4, 6, 3), "twice", conv, size);
        Operator bilinear = new Operator.ResizeBilinear(false, true);
        int mixed = net.node(bilinear, Shape.of(1, 4, 6, 3), "mixed", twice, size);
        int block = net.integers("block", Shape.of(2), 2, 2);
        int edges = net.integers("edges", Shape.of(2, 2), 0, 0, 0, 0);
        int phases = net.node(new Operator.SpaceToBatchNd(), Shape.of(4, 2, 3, 3), "phases", mixed, block, edges);
        int axis = net.integers("axis", Shape.of(1), 2);
        int sum = net.node(new Operator.CumulativeSum(false, false), Shape.of(4, 2, 3, 3), "sum", phases, axis);
        Graph int8 = quantize(sum);
        PerTensor shared = quantization(int8, "conv");
        assertEquals(shared, quantization(int8, "twice"));
        assertEquals(shared, quantization(int8, "mixed"));
        assertEquals(shared, quantization(int8, "phases"));
        assertNotEquals(shared, quantization(int8, "sum"));
    }

    @Test
    void aFillingIsQuantizedLikeTheTensor() {
        int paddings = net.integers("paddings", Shape.of(2, 2), 0, 0, 1, 1);
        int value = net.constant("value", Shape.of(1), -3);
        int pad = net.node(new Operator.PadV2(), Shape.of(1, 6), "pad", net.input(1, 4), paddings, value);
        Graph int8 = quantize(pad);
        assertEquals(quantization(int8, "pad"), quantization(int8, "input0"));
        assertEquals(quantization(int8, "pad"), quantization(int8, "value"));
        assertEquals(-3, quantization(int8, "pad").dequantize(-128), 0.05);
    }

    @Test
    void concatenationSharesTheUnionOfItsInputs() {
        int input = net.input(1, 8);
        int first = net.dense("first", input, 4, Activation.RELU);
        int second = net.dense("second", input, 4, Activation.NONE);
        Graph int8 = quantize(net.concatenate("both", first, second));
        assertEquals(quantization(int8, "both"), quantization(int8, "first"));
        assertEquals(quantization(int8, "both"), quantization(int8, "second"));
        assertEquals(List.of("FULLY_CONNECTED", "FULLY_CONNECTED", "CONCATENATION"), operators(int8));
    }

    @Test
    void concatenationOfASoftmaxGetsAQuantizeNode() {
        int input = net.input(1, 8);
        int softmax = net.softmax("softmax", net.dense("logits", input, 4, Activation.NONE));
        Graph int8 = quantize(net.concatenate("both", softmax, net.dense("other", input, 4, Activation.NONE)));
        assertEquals(
                List.of("FULLY_CONNECTED", "SOFTMAX", "FULLY_CONNECTED", "QUANTIZE", "CONCATENATION"), operators(int8));
        assertEquals(new PerTensor(1f / 256, -128), quantization(int8, "softmax"));
        assertEquals(quantization(int8, "both"), quantization(int8, "softmax_rescaled"));
        assertEquals(quantization(int8, "both"), quantization(int8, "other"));
    }

    @Test
    void concatenationOfTwoFixedRangesGetsTwoQuantizeNodes() {
        int input = net.input(1, 8);
        int logistic = net.unary("logistic", input, UnaryFunction.LOGISTIC);
        int tanh = net.unary("tanh", input, UnaryFunction.TANH);
        Graph int8 = quantize(net.concatenate("both", logistic, tanh));
        assertEquals(List.of("LOGISTIC", "TANH", "QUANTIZE", "QUANTIZE", "CONCATENATION"), operators(int8));
        assertEquals(new PerTensor(1f / 128, 0), quantization(int8, "tanh"));
    }

    @Test
    void concatenationOfEqualFixedRangesNeedsNoQuantizeNode() {
        int input = net.input(1, 8);
        int softmax = net.softmax("softmax", input);
        int logistic = net.unary("logistic", input, UnaryFunction.LOGISTIC);
        Graph int8 = quantize(net.flatten("flatten", net.concatenate("both", logistic, softmax)));
        assertEquals(List.of("SOFTMAX", "LOGISTIC", "CONCATENATION", "RESHAPE"), operators(int8));
        assertEquals(new PerTensor(1f / 256, -128), quantization(int8, "flatten"));
    }

    @Test
    void concatenatedConstantsTakeTheSharedQuantization() {
        int constant = net.constant("constant", Shape.of(1, 2), -4, 5);
        Graph int8 = quantize(net.concatenate("both", net.input(1, 8), constant));
        assertEquals(quantization(int8, "both"), quantization(int8, "constant"));
        assertEquals(9f / 255, quantization(int8, "both").scale(), 1e-7);
    }

    @Test
    void aConstantOfTwoScalesIsWrittenTwice() {
        int input = net.input(1, 4);
        int weights = net.constant("weights", Shape.of(4, 4), 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 2);
        int bias = net.constant("bias", Shape.of(4), 1, 2, 3, 4);
        Operator dense = new Operator.FullyConnected(Activation.NONE, false);
        int first = net.node(dense, Shape.of(1, 4), "first", input, weights, bias);
        int second = net.node(dense, Shape.of(1, 4), "second", first, weights, bias);
        Graph int8 = quantize(second);
        assertEquals(1, count(int8, "weights"));
        assertEquals(1, count(int8, "bias"));
        assertEquals(1, count(int8, "bias_2"));
        assertEquals(0, count(int8, "weights_2"));
    }

    @Test
    void aConstantOperandOfAddGetsItsOwnRange() {
        int constant = net.constant("constant", Shape.of(1, 4), 0, 1, 2, 2.55f);
        Graph int8 = quantize(net.add("add", net.input(1, 4), constant));
        assertEquals(new PerTensor(0.01f, -128), quantization(int8, "constant"));
        assertEquals(List.of((byte) -128, (byte) -28, (byte) 72, (byte) 127), bytes(tensor(int8, "constant")));
    }

    @Test
    void relu6ByItselfKeepsTheQuantizationAndClipsItsInputToWhatItUses() {
        int pool = net.pool("pool", net.input(1, 4, 4, 1), PoolKind.MAX);
        int scaled = net.add("sum", pool, net.constant("ten", Shape.of(1, 1, 1, 1), 10));
        int again = net.pool("again", scaled, PoolKind.AVERAGE);
        Graph int8 = quantize(net.unary("relu6", again, UnaryFunction.RELU6));
        assertEquals(quantization(int8, "again"), quantization(int8, "relu6"));
        // The average pool stands between, so the sum keeps its range: up to 11.
        assertEquals(11f / 255, quantization(int8, "sum").scale(), 1e-3);
    }

    @Test
    void tensorsReadByTanhAndLogisticOnlyAreClippedToWhereTheyAreNotFlat() {
        int input = net.input(1, 4);
        int sum = net.add("sum", input, net.constant("hundred", Shape.of(1, 4), 100, -100, 0, 0));
        Graph int8 = quantize(net.unary("tanh", sum, UnaryFunction.TANH));
        assertEquals(8f / 255, quantization(int8, "sum").scale(), 1e-7);
    }

    @Test
    void aTensorThatIsAlwaysZeroGetsAStepThatCannotOverflow() {
        int input = net.input(1, 2);
        int weights = net.constant("weights", Shape.of(1, 2), 1, 1);
        int bias = net.constant("bias", Shape.of(1), -100);
        int dead = net.node(
                new Operator.FullyConnected(Activation.RELU, false), Shape.of(1, 1), "dead", input, weights, bias);
        Graph int8 = quantize(net.dense("out", dead, 3, Activation.NONE));
        float accumulator = quantization(int8, "input0").scale() * (1f / 127);
        assertEquals(accumulator, quantization(int8, "dead").scale(), accumulator * 1e-6);
    }

    @Test
    void aGraphInputThatIsAlwaysZeroGetsScaleOne() {
        int input = net.input(1, 2);
        Graph int8 = Quantizer.quantize(
                        net.model(net.flatten("flatten", input)),
                        new Calibration("zeros", List.of(new float[2])),
                        QuantizerOptions.DEFAULT)
                .model()
                .graph();
        assertEquals(new PerTensor(1, 0), quantization(int8, "flatten"));
    }

    @Test
    void takesTheRangeThatTheModelWasTrainedWith() {
        int conv = net.trained(net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.NONE), -0.5f, 2.05f);
        Graph int8 = quantize(net.pool("max", conv, PoolKind.MAX));
        assertEquals(new PerTensor(2.55f / 255, -78), quantization(int8, "conv"));
        assertEquals(quantization(int8, "conv"), quantization(int8, "max"));
    }

    private Graph quantize(int... outputs) {
        Graph int8 = Quantizer.quantize(
                        net.model(outputs), net.samples(20), QuantizerOptions.DEFAULT.withMethod(RangeMethod.MIN_MAX))
                .model()
                .graph();
        assertEquals(List.of(), GraphVerifier.verify(int8));
        return int8;
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream()
                .map(node -> OperatorNames.of(node.operator()))
                .toList();
    }

    private static long count(Graph graph, String name) {
        return graph.tensors().stream().filter(t -> t.name().equals(name)).count();
    }

    private static Tensor tensor(Graph graph, String name) {
        return graph.tensors().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PerTensor quantization(Graph graph, String name) {
        return (PerTensor) tensor(graph, name).quantization();
    }

    private static List<Byte> bytes(Tensor tensor) {
        byte[] bytes = tensor.data().orElseThrow().bytes();
        return java.util.stream.IntStream.range(0, bytes.length)
                .mapToObj(i -> bytes[i])
                .toList();
    }
}
