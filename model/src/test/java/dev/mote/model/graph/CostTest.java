package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.data;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.Window;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file may claim: memory, steps and the range of accumulators. */
class CostTest {
    private static final Quantization HALF = Quantization.perTensor(0.5f, 3);

    @Test
    void countsTheBytesOfAllTensors() {
        assertEquals(4 * 4 + 4 * 4, Cost.bytes(relu(FLOAT32, 1, 4)));
    }

    @Test
    void refusesTensorsOfMoreThanAGibibyte() {
        assertEquals(List.of(), GraphVerifier.verify(relu(INT8, 1 << 29)));
        assertEquals(
                "model: has tensors of 1073741826 bytes, expected at most 1073741824 [TFL-61]; "
                        + "make the model smaller, or export it with a batch size of 1",
                finding(relu(INT8, (1 << 29) + 1)));
        assertEquals(List.of("TFL-61"), codes(relu(FLOAT32, Integer.MAX_VALUE)));
    }

    /** 5x5 inputs of 2 channels, 3x3x3 outputs of 3 * 3 * 2 products each, 54 weights, 3 biases. */
    @Test
    void countsProductsWithWeights() {
        assertEquals(50 + 54 + 3 + 27 * 18, Cost.steps(OperatorSamples.conv2d(FLOAT32)));
    }

    /** The window is 4 * 10^6 wide, the part of it inside the input 10^4. */
    @Test
    void refusesRunsOfHours() {
        Operator pool =
                new Operator.Pool2d(PoolKind.MAX, 1, 4_000_000, new Window(Padding.SAME, 1, 1, 1, 1), Activation.NONE);
        Graph fast = one(pool, data(INT8, HALF, 1, 1, 10_000, 900), data(INT8, HALF, 1, 1, 10_000, 900));
        assertEquals(List.of(), GraphVerifier.verify(fast));
        Graph slow = one(pool, data(INT8, HALF, 1, 1, 10_000, 1000), data(INT8, HALF, 1, 1, 10_000, 1000));
        assertEquals(
                "model: takes 1.0e+11 steps a run, expected at most 1e+11 [TFL-62]; make its layers smaller",
                finding(slow));
    }

    /** Weights are 0, so the bias alone counts: its largest value just fits. */
    @Test
    void takesABiasThatFitsTheAccumulator() {
        Graph graph = OperatorSamples.conv2d(INT8);
        assertEquals(List.of(), GraphVerifier.verify(with(graph, 2, bias(graph, Integer.MAX_VALUE))));
    }

    /** One weight of 1 and zero point 3: the product reaches 124 upwards and -131 downwards. */
    @Test
    void warnsOfAccumulatorsThatWrap() {
        for (Graph graph : List.of(
                OperatorSamples.conv2d(INT8),
                OperatorSamples.depthwiseConv2d(INT8),
                OperatorSamples.fullyConnected(INT8, false))) {
            Graph weighted = with(graph, 1, weights(graph));
            String name = OperatorNames.of(graph.nodes().getFirst().operator());
            assertEquals(List.of(), codes(with(weighted, 2, bias(graph, Integer.MAX_VALUE - 124))), name);
            assertEquals(List.of("TFL-60"), codes(with(weighted, 2, bias(graph, Integer.MAX_VALUE - 123))), name);
            assertEquals(List.of(), codes(with(weighted, 2, bias(graph, Integer.MIN_VALUE + 131))), name);
            assertEquals(List.of("TFL-60"), codes(with(weighted, 2, bias(graph, Integer.MIN_VALUE + 130))), name);
        }
    }

    @Test
    void namesTheFirstChannelThatWraps() {
        Graph graph = OperatorSamples.conv2d(INT8);
        Graph wrapping = with(with(graph, 1, weights(graph)), 2, bias(graph, Integer.MAX_VALUE));
        assertEquals(
                "operator 0 CONV_2D \"data\": the sum of channel 0 reaches from 2147483516 to 2147483771, beyond 32 bits,"
                        + " where it wraps as TFLM's does [TFL-60]; quantize the model again, with a bias that fits its scale",
                finding(wrapping));
        assertTrue(GraphVerifier.isSound(wrapping));
    }

    /** Weight 0 is 1, all others are 0: it belongs to channel 0 in every layout. */
    private static Tensor weights(Graph graph) {
        Tensor weights = graph.tensor(1);
        byte[] values = new byte[weights.shape().elements()];
        values[0] = 1;
        return Tensor.constant("weights", INT8, weights.shape(), weights.quantization(), TensorData.ofBytes(values));
    }

    private static Tensor bias(Graph graph, int value) {
        Tensor bias = graph.tensor(2);
        int[] values = new int[bias.shape().elements()];
        Arrays.fill(values, value);
        return Tensor.constant("bias", TensorType.INT32, bias.shape(), bias.quantization(), TensorData.ofInts(values));
    }

    private static Graph relu(TensorType type, int... dimensions) {
        Operator relu = new Operator.Unary(Operator.UnaryFunction.RELU);
        return one(relu, data(type, HALF, dimensions), data(type, HALF, dimensions));
    }

    private static List<String> codes(Graph graph) {
        return GraphVerifier.verify(graph).stream().map(Finding::code).toList();
    }

    private static String finding(Graph graph) {
        List<Finding> findings = GraphVerifier.verify(graph);
        assertEquals(1, findings.size(), findings.toString());
        return findings.getFirst().toString();
    }
}
