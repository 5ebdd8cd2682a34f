package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the mean error of each output channel back by the bias, layer after layer, each fed by those corrected already. The sum of
 * products is linear, so its mean over samples is that of the mean input: the layer runs once on what the float model feeds it on average,
 * with its own weights, and once on what the quantized model feeds it, with the quantized weights. The difference, as mean over the
 * positions of a channel, goes into the bias. Source: Nagel et al. 2019, section 4.2 and appendix D (empirical bias correction).
 */
final class CorrectBias {
    private static final int SAMPLES = 200;

    private final Graph graph;
    private final Observed observed;
    private final Layout layout;
    private final QuantizerOptions options;
    private final List<float[]> samples;
    private final ReplaceConstants constants;

    CorrectBias(Observed observed, Layout layout, QuantizerOptions options) {
        this.graph = observed.graph();
        this.observed = observed;
        this.layout = layout;
        this.options = options;
        this.samples = observed.calibration().spread(SAMPLES);
        this.constants = new ReplaceConstants(graph);
    }

    /** The float graph with other biases; layers without one get one. */
    Graph corrected() {
        int[] layers = IntStream.range(0, graph.nodes().size())
                .filter(index ->
                        OperatorRules.weightsAxis(graph.nodes().get(index).operator())
                                        .isPresent()
                                && graph.input(graph.nodes().get(index), 1).isConstant())
                .toArray();
        List<MeanValues.Place> places = IntStream.of(layers)
                .mapToObj(index -> new MeanValues.Place(input(index), Encoding.FLOAT))
                .toList();
        List<Encoding> floats =
                graph.inputs().stream().map(input -> Encoding.FLOAT).toList();
        List<double[]> exact = MeanValues.of(observed.exact(), floats, samples, places);
        for (int i = 0; i < layers.length; i++) {
            correct(layers[i], exact.get(i));
        }
        return constants.graph();
    }

    /** The tensor that a layer computes with. */
    private int input(int index) {
        Node node = graph.nodes().get(index);
        return node.inputs().get(node.operator().data());
    }

    private void correct(int index, double[] exactInput) {
        Node node = graph.nodes().get(index);
        float[] wanted = RunLayer.on(graph, node, constants.values(index, 1), exactInput);
        float[] found = RunLayer.on(graph, node, quantizedWeights(index), quantizedInput(index));
        int channels = graph.output(node).shape().dimension(-1);
        int position = ((Operator.Weighted) node.operator()).bias();
        double[] difference = new double[channels];
        for (int i = 0; i < wanted.length; i++) {
            difference[i % channels] += (double) wanted[i] - found[i];
        }
        float[] bias = constants.has(index, position) ? constants.values(index, position) : new float[channels];
        for (int c = 0; c < channels; c++) {
            bias[c] += (float) (difference[c] * channels / wanted.length);
        }
        constants.put(index, position, graph.output(node).name() + "/corrected_bias", Shape.of(channels), bias);
    }

    private double[] quantizedInput(int index) {
        QuantizeGraph.Quantized quantized = QuantizeGraph.apply(constants.graph(), layout, options);
        int input = input(index);
        MeanValues.Place place = new MeanValues.Place(
                quantized.activations().get(input), layout.stored().get(input));
        List<Encoding> ends = graph.inputs().stream().map(layout.inputs()::get).toList();
        Interpreter before = Interpreter.of(upTo(quantized.graph(), place.tensor()));
        return MeanValues.of(before, ends, samples, List.of(place)).getFirst();
    }

    /** The nodes up to the one that writes {@code tensor}, or the first, where that is an input: those behind it need not run. */
    private static Graph upTo(Graph graph, int tensor) {
        int before = (int) graph.nodes().stream()
                .takeWhile(node -> !node.outputs().contains(tensor))
                .count();
        int last = graph.inputs().contains(tensor) ? 0 : before;
        List<Node> needed = graph.nodes().subList(0, last + 1);
        return new Graph(
                graph.name(),
                graph.tensors(),
                needed,
                graph.inputs(),
                needed.getLast().outputs(),
                graph.metadata());
    }

    /** As the real numbers that the integers stand for. */
    private float[] quantizedWeights(int index) {
        Graph current = constants.graph();
        Node node = current.nodes().get(index);
        Tensor weights = QuantizeGraph.quantizedWeights(
                        current, node, layout.nodes().get(index), options)
                .weights();
        return QuantizeWeights.reals(
                weights, OperatorRules.weightsAxis(node.operator()).orElseThrow());
    }
}
