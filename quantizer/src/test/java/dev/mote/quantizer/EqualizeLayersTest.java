package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualizeLayersTest {
    private static final int INPUT = 8 * 8 * 2;

    /** Convolution, depthwise, convolution, pooling, dense layers, whose channels differ by up to 100. */
    private static Graph uneven(long seed) {
        Nets net = new Nets(seed);
        int stem = net.conv("stem", net.input(1, 8, 8, 2), 6, Activation.RELU);
        int depthwise = net.depthwise("depthwise", stem, Activation.RELU);
        int point = net.conv("point", depthwise, 5, Activation.NONE);
        int relu = net.unary("relu", net.pool("pool", point, PoolKind.MAX), UnaryFunction.RELU);
        int paddings = net.integers("paddings", Shape.of(4, 2), 0, 0, 1, 0, 0, 1, 0, 0);
        int padded = net.node(new Operator.Pad(), Shape.of(1, 5, 5, 5), "padded", relu, paddings);
        int dense = net.dense("dense", net.flatten("flat", padded), 7, Activation.RELU);
        return disturb(net.graph(net.dense("out", dense, 3, Activation.NONE)), new Random(seed));
    }

    private static Graph disturb(Graph graph, Random random) {
        ReplaceConstants constants = new ReplaceConstants(graph);
        for (FindChains.Chain chain : FindChains.of(graph)) {
            float[] factors = new float[chain.channels()];
            for (int c = 0; c < factors.length; c++) {
                factors[c] = (float) Math.pow(10, random.nextDouble() * 2 - 1);
            }
            boolean depthwise = graph.nodes().get(chain.first()).operator() instanceof Operator.DepthwiseConv2d;
            for (int position : new int[] {1, 2}) {
                float[] values = constants.values(chain.first(), position);
                int inner = position == 2 || depthwise ? 1 : values.length / factors.length;
                for (int i = 0; i < values.length; i++) {
                    values[i] *= factors[i / inner % factors.length];
                }
                constants.replace(chain.first(), position, values);
            }
        }
        return constants.graph();
    }

    private static Calibration samples(long seed) {
        return new Calibration("random samples", Nets.randomSamples(INPUT, 60, seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsFloatOutputs(long seed) {
        Graph graph = uneven(seed);
        assertEquals(4, FindChains.of(graph).size());
        for (Equalization by : Equalization.values()) {
            Graph equalized = EqualizeLayers.apply(graph, by, samples(seed));
            for (float[] sample : Nets.randomSamples(INPUT, 10, seed + 50)) {
                float[] expected = Interpreter.of(graph).invocation().run(sample);
                float[] actual = Interpreter.of(equalized).invocation().run(sample);
                float largest = 0;
                for (float value : expected) {
                    largest = Math.max(largest, Math.abs(value));
                }
                assertArrayEquals(expected, actual, 1e-5f * largest, by + ", seed " + seed);
            }
        }
    }

    @Test
    void makesActivationsBeforeADepthwiseLayerEven() {
        Graph graph = uneven(1);
        assertTrue(spread(graph) > 5, () -> "spread " + spread(graph));
        Graph equalized = EqualizeLayers.apply(graph, Equalization.ACTIVATIONS, samples(1));
        assertEquals(1, spread(equalized), 1e-4);
    }

    /** Greatest peak of a channel of the first layer over the least. */
    private static double spread(Graph graph) {
        Map<Integer, float[]> peaks = ChannelPeaks.observe(Interpreter.of(graph), samples(1));
        float[] own = peaks.get(graph.nodes().getFirst().output());
        double least = Double.MAX_VALUE;
        double greatest = 0;
        for (float peak : own) {
            least = Math.min(least, peak);
            greatest = Math.max(greatest, peak);
        }
        return greatest / least;
    }

    @ParameterizedTest
    @EnumSource(
            value = Equalization.class,
            names = {"WEIGHTS", "ACTIVATIONS"})
    void gainsDecibelsWhereChannelsDiffer(Equalization by) {
        FloatModel model = new FloatModel(uneven(2));
        QuantizerOptions options = QuantizerOptions.DEFAULT.withMethod(RangeMethod.MIN_MAX);
        double before = Quantizer.quantize(model, samples(2), options).report().outputSqnrDb();
        double after = Quantizer.quantize(model, samples(2), options.withEqualization(by))
                .report()
                .outputSqnrDb();
        assertTrue(after > before + 1, () -> by + ": " + before + " dB before, " + after + " dB after");
    }

    @Test
    void leavesAChannelAloneThatIsAlwaysZero() {
        Graph graph = uneven(3);
        ReplaceConstants constants = new ReplaceConstants(graph);
        float[] weights = constants.values(0, 1);
        float[] bias = constants.values(0, 2);
        java.util.Arrays.fill(weights, 0, weights.length / bias.length, 0);
        bias[0] = -1;
        constants.replace(0, 1, weights);
        constants.replace(0, 2, bias);
        Graph equalized = EqualizeLayers.apply(constants.graph(), Equalization.ACTIVATIONS, samples(3));
        assertEquals(-1, new ReplaceConstants(equalized).values(0, 2)[0]);
    }

    @Test
    void doesNotScaleThroughRelu6() {
        Nets net = new Nets(1);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.RELU6);
        assertEquals(List.of(), FindChains.of(net.graph(net.conv("next", conv, 3, Activation.NONE))));
    }

    @Test
    void doesNotScaleWhatTwoNodesReadOrTheCallerGets() {
        Nets net = new Nets(1);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.RELU);
        int left = net.conv("left", conv, 3, Activation.NONE);
        int right = net.conv("right", conv, 3, Activation.NONE);
        assertEquals(List.of(), FindChains.of(net.graph(net.add("sum", left, right))));
        Nets other = new Nets(1);
        int first = other.conv("first", other.input(1, 4, 4, 2), 3, Activation.RELU);
        int second = other.conv("second", first, 3, Activation.NONE);
        assertEquals(List.of(), FindChains.of(other.graph(first, second)));
    }

    @Test
    void doesNotScaleThroughFunctionsThatAreNotHomogeneous() {
        Nets net = new Nets(1);
        int dense = net.dense("dense", net.input(1, 4), 3, Activation.NONE);
        int tanh = net.unary("tanh", dense, UnaryFunction.TANH);
        assertEquals(List.of(), FindChains.of(net.graph(net.dense("out", tanh, 3, Activation.NONE))));
    }
}
