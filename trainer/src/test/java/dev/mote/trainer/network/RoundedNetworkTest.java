package dev.mote.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoundedNetworkTest {
    private static final String LAYERS = """
            name: r
            layers:
              - conv2d: {filters: 2, kernel_size: 3, padding: same, name: a}
              - batch_normalization
              - activation: relu
              - max_pooling2d
              - conv2d: {filters: 2, kernel_size: 1, name: b}
              - add: {from: [b, max_pooling2d]}
              - activation: {function: relu, name: sum}
              - flatten
              - dense: {units: 4, activation: tanh, name: c}
              - dense: {units: classes, activation: softmax, name: d}
            loss: categorical_crossentropy
            """;

    private final FoldedNetwork folded = folded();

    private static FoldedNetwork folded() {
        Network network = Network.of(Recipe.parse("r", LAYERS), Shape.of(4, 4, 1), 3);
        return FoldedNetwork.of(network, Weights.initial(network, new SplittableRandom(1)));
    }

    /** Stage i writes -i - 2 to i + 2. */
    private SortedMap<Integer, ValueRange> extremes() {
        SortedMap<Integer, ValueRange> extremes = new TreeMap<>();
        for (int index = Network.INPUT; index < folded.network().stages().size(); index++) {
            extremes.put(index, new ValueRange(-index - 2, index + 2));
        }
        return extremes;
    }

    private static List<String> names(Network network) {
        List<String> names = new ArrayList<>();
        for (Network.Placed placed : network.stages()) {
            boolean round = placed.stage() instanceof Stage.Round;
            names.add(round ? "|" : placed.stage().getClass().getSimpleName());
        }
        return names;
    }

    @Test
    void roundsWhereTheInt8ModelDoes() {
        Network network =
                RoundedNetwork.of(folded, extremes(), Stage.RangeKind.LEARNED).network();
        assertEquals(
                List.of(
                        "|",
                        "Conv",
                        "Activate",
                        "|",
                        "Pool",
                        "Conv",
                        "|",
                        "Add",
                        "Activate",
                        "|",
                        "Reshape",
                        "Dense",
                        "|",
                        "Activate",
                        "|",
                        "Dense",
                        "|",
                        "Activate"),
                names(network));
    }

    @Test
    void startsWithWhatWasSeenAsFarAsItIsOfUse() {
        RoundedNetwork rounded = RoundedNetwork.of(folded, extremes(), Stage.RangeKind.LEARNED);
        List<ValueRange> starts = rounded.network().stages().stream()
                .map(Network.Placed::stage)
                .filter(Stage.Round.class::isInstance)
                .map(stage -> ((Stage.Round) stage).start())
                .toList();
        // Input, a, b, the sum; before tanh only -4 to 4 counts; tanh's own; the logits.
        assertEquals(
                List.of(
                        new ValueRange(-1, 1),
                        new ValueRange(-3, 3),
                        new ValueRange(-5, 5),
                        new ValueRange(-7, 7),
                        new ValueRange(-4, 4),
                        new ValueRange(-1, 127.0 / 128),
                        new ValueRange(-11, 11)),
                starts);
    }

    @Test
    void exportsTheRangesThatTrainingFound() {
        RoundedNetwork rounded = RoundedNetwork.of(folded, extremes(), Stage.RangeKind.LEARNED);
        List<Parameter> parameters = rounded.network().parameters();
        Weights trained = Weights.of(
                parameters,
                parameters.stream()
                        .map(parameter -> parameter.name().endsWith("/high")
                                ? new float[] {1.5f}
                                : rounded.weights().get(parameter.name()))
                        .toList());
        FloatModel model = ExportNetwork.of("r", rounded.unrounded(trained), rounded.ranges(trained), ModelCard.EMPTY);
        List<String> ranges = model.graph().tensors().stream()
                .filter(tensor -> tensor.quantization() instanceof Quantization.Trained)
                .map(tensor -> {
                    Quantization.Trained range = (Quantization.Trained) tensor.quantization();
                    return tensor.name() + " " + range.min() + " " + range.max();
                })
                .toList();
        assertEquals(
                List.of(
                        "input -1.0 1.5",
                        "a -3.0 4.5",
                        "max_pooling2d -3.0 4.5",
                        "b -5.0 7.5",
                        "add -7.0 10.5",
                        "flatten -7.0 10.5",
                        "c -4.0 6.0",
                        "d -11.0 16.5"),
                ranges);
        assertEquals(folded.weights(), rounded.unrounded(rounded.weights()).weights());
    }
}
