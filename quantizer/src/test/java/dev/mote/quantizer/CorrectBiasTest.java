package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectBiasTest {
    private static final QuantizerOptions OPTIONS = QuantizerOptions.DEFAULT.withMethod(RangeMethod.MIN_MAX);

    /** Samples whose mean is far from 0, so that rounding of weights moves the mean of sums. */
    private static Calibration samples() {
        List<float[]> samples = Nets.randomSamples(6 * 6 * 3, 100, 5);
        samples.forEach(sample -> {
            for (int i = 0; i < sample.length; i++) {
                sample[i] += 1;
            }
        });
        return new Calibration("random samples", samples);
    }

    private static FloatModel model(long seed) {
        Nets net = new Nets(seed);
        int conv = net.conv("conv", net.input(1, 6, 6, 3), 8, Activation.RELU);
        int depthwise = net.depthwise("depthwise", conv, Activation.RELU);
        int next = net.conv("next", depthwise, 8, Activation.RELU);
        return net.model(net.dense("out", net.flatten("flat", next), 6, Activation.NONE));
    }

    @Test
    void takesTheMeanErrorOfOutputsBack() {
        for (long seed = 1; seed <= 4; seed++) {
            double without = meanError(model(seed), OPTIONS);
            double with = meanError(model(seed), OPTIONS.withCorrectBias(true));
            String found = "seed " + seed + ": " + without + " without, " + with + " with";
            assertTrue(with < without / 2, found);
        }
    }

    @Test
    void givesABiasToALayerThatHasNone() {
        Graph graph = model(1).graph();
        List<dev.mote.model.graph.Node> nodes = graph.nodes().stream()
                .map(node -> node.inputs().size() == 3
                        ? new dev.mote.model.graph.Node(
                                node.operator(), node.inputs().subList(0, 2), node.outputs())
                        : node)
                .toList();
        FloatModel model = new FloatModel(
                new Graph(graph.name(), graph.tensors(), nodes, graph.inputs(), graph.outputs(), graph.metadata()));
        QuantizationResult result = Quantizer.quantize(model, samples(), OPTIONS.withCorrectBias(true));
        assertTrue(result.model().graph().nodes().getFirst().hasInput(2));
        assertTrue(GraphVerifier.verify(result.model().graph()).isEmpty());
        assertTrue(meanError(model, OPTIONS.withCorrectBias(true)) < meanError(model, OPTIONS) / 2);
    }

    /** Root of the sum of squares, over the outputs, of the mean difference between float and int8. */
    private static double meanError(FloatModel model, QuantizerOptions options) {
        Graph int8 = Quantizer.quantize(model, samples(), options).model().graph();
        double[] exact = means(model.graph(), Encoding.FLOAT, Encoding.FLOAT);
        double[] quantized = means(int8, encoding(int8, int8.inputs()), encoding(int8, int8.outputs()));
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            sum += Math.pow(exact[i] - quantized[i], 2);
        }
        return Math.sqrt(sum);
    }

    private static Encoding encoding(Graph graph, List<Integer> ends) {
        return new Encoding(
                graph.tensor(ends.getFirst()).type(),
                graph.tensor(ends.getFirst()).quantization());
    }

    private static double[] means(Graph graph, Encoding input, Encoding output) {
        MeanValues.Place place = new MeanValues.Place(graph.outputs().getFirst(), output);
        return MeanValues.of(Interpreter.of(graph), List.of(input), samples().samples(), List.of(place))
                .getFirst();
    }
}
