package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Measures which layers cost the accuracy of an int8 model, and what each remedy gives. */
public final class ExplainQuantization {
    /** Validation samples for what is measured layer by layer. */
    private static final int FEW = 200;

    private final QuantizerOptions options;
    private final Attempts attempts;
    private final Observed observed;
    private final Judge judge;

    private ExplainQuantization(Attempts attempts, QuantizerOptions options) {
        this.options = options;
        this.attempts = attempts;
        this.observed = attempts.observed(Equalization.NONE);
        this.judge = attempts.quickJudge(FEW);
    }

    /**
     * @param options from which each remedy is one step away
     * @param footprint what a model takes on the device
     */
    public static Explanation explain(
            FloatModel model,
            Calibration calibration,
            Validation validation,
            QuantizerOptions options,
            Function<Int8Model, Footprint> footprint) {
        Attempts attempts = new Attempts(model, calibration, validation, footprint);
        ExplainQuantization work = new ExplainQuantization(attempts, options);
        List<LayerCost> layers = work.layers();
        return new Explanation(
                attempts.exact(),
                layers,
                work.remedies(layers),
                calibration.samples().size(),
                validation.samples().size());
    }

    private List<LayerCost> layers() {
        QuantizerOptions plain = options.withEqualization(Equalization.NONE)
                .withCorrectBias(false)
                .withWide(WideActivations.NONE);
        Quantizer.Prepared int8 = Quantizer.prepare(observed, plain);
        WideGains gains = new WideGains(observed, plain, judge);
        Graph graph = observed.graph();
        List<LayerCost> layers = new ArrayList<>();
        graph.inputs()
                .forEach(input -> layers.add(new LayerCost(
                        graph.tensor(input).name(),
                        "input",
                        rounded(graph, input, int8.layout()),
                        Sqnr.LIMIT,
                        OptionalDouble.empty())));
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            if (!OperatorRules.keepsQuantization(node.operator())) {
                layers.add(layer(index, node, int8.layout(), gains));
            }
        }
        return layers;
    }

    private LayerCost layer(int index, Node node, Layout layout, WideGains gains) {
        Graph graph = withRoundedWeights(index, node, layout);
        String name = graph.output(node).name();
        return new LayerCost(
                name,
                OperatorNames.of(node.operator()),
                rounded(graph, node.output(), layout),
                judge.of(graph).sqnrDb(),
                gains.of(name).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    /** @param graph in float, of which {@code tensor} is rounded */
    private Score rounded(Graph graph, int tensor, Layout layout) {
        Layout alone = layout.rounding(tensor);
        return judge.of(QuantizeGraph.apply(graph, alone, options), alone);
    }

    /** The float graph with the numbers that one node's int8 weights stand for. */
    private Graph withRoundedWeights(int index, Node node, Layout layout) {
        Graph graph = observed.graph();
        OptionalInt axis = OperatorRules.weightsAxis(node.operator());
        if (axis.isEmpty() || !graph.input(node, 1).isConstant()) {
            return graph;
        }
        QuantizeWeights.Quantized quantized =
                QuantizeGraph.quantizedWeights(graph, node, layout.nodes().get(index), options);
        ReplaceConstants constants = new ReplaceConstants(graph);
        constants.replace(index, 1, QuantizeWeights.reals(quantized.weights(), axis.getAsInt()));
        return constants.graph();
    }

    private List<Remedy> remedies(List<LayerCost> layers) {
        Set<QuantizerOptions> ways = new LinkedHashSet<>();
        ways.add(options);
        for (RangeMethod method : RangeMethod.values()) {
            ways.add(options.withMethod(method));
        }
        for (Equalization equalization : Equalization.values()) {
            ways.add(options.withEqualization(equalization));
        }
        ways.add(options.withCorrectBias(true));
        for (Equalization equalization : Equalization.values()) {
            ways.add(options.withEqualization(equalization).withCorrectBias(true));
        }
        ways.add(options.withPerChannelDense(!options.perChannelDense()));
        worst(layers).ifPresent(name -> ways.add(options.withWide(WideActivations.of(Set.of(name)))));
        ways.add(options.withWide(WideActivations.ALL));
        return ways.stream().map(attempts::measure).toList();
    }

    /** The layer that gains most from int16. */
    private static Optional<String> worst(List<LayerCost> layers) {
        return layers.stream()
                .filter(layer -> layer.int16GainDb().isPresent())
                .max(Comparator.comparingDouble(layer -> layer.int16GainDb().getAsDouble()))
                .map(LayerCost::name);
    }
}
