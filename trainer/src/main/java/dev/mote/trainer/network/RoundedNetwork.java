package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained network with rounding wherever its int8 model rounds: {@code Conv -> Relu -> Pool  becomes  Conv -> Relu -> Round -> Pool}.
 * Training goes on with it, so that the weights learn to live with int8.
 */
public final class RoundedNetwork {
    private final FoldedNetwork folded;
    private final RangeGroups groups;
    private final SortedMap<Integer, ValueRange> extremes;
    private final Stage.RangeKind kind;
    private final List<Network.Placed> stages = new ArrayList<>();
    /** Where the rounded output of each folded stage is. */
    private final Map<Integer, Integer> moved = new HashMap<>();

    private RoundedNetwork(FoldedNetwork folded, SortedMap<Integer, ValueRange> extremes, Stage.RangeKind kind) {
        this.folded = folded;
        this.groups = new RangeGroups(folded.network());
        this.extremes = extremes;
        this.kind = kind;
    }

    /**
     * @param extremes by stage index, the input included: the values that it writes
     * @param kind learned or observed
     */
    public static RoundedNetwork of(
            FoldedNetwork folded, SortedMap<Integer, ValueRange> extremes, Stage.RangeKind kind) {
        RoundedNetwork rounded = new RoundedNetwork(folded, extremes, kind);
        rounded.build();
        return rounded;
    }

    private void build() {
        Shape input = folded.network().inputShape();
        moved.put(Network.INPUT, Network.INPUT);
        moved.put(Network.INPUT, round(Network.INPUT, "input", input));
        for (int index = 0; index < folded.network().stages().size(); index++) {
            Network.Placed placed = folded.network().stages().get(index);
            stages.add(new Network.Placed(
                    placed.stage(), placed.inputs().stream().map(moved::get).toList(), placed.in(), placed.out()));
            moved.put(index, stages.size() - 1);
            // The last stage's own rounding does not reach the loss.
            if (index < folded.network().stages().size() - 1 || !(placed.stage() instanceof Stage.Activate)) {
                moved.put(index, round(index, placed.stage().name(), placed.out()));
            }
        }
    }

    /** @return where the output of stage {@code index} is, rounded if it has to be */
    private int round(int index, String name, Shape shape) {
        if (!groups.isRounded(index)) {
            return moved.get(index);
        }
        int group = groups.group(index);
        boolean fixed = groups.fixed(index).isPresent();
        Stage round =
                new Stage.Round(name + "_round", groupName(group), start(group), fixed ? Stage.RangeKind.FIXED : kind);
        stages.add(new Network.Placed(round, List.of(moved.get(index)), shape, shape));
        return stages.size() - 1;
    }

    /** By number: a stage and its activation may have one name. */
    private static String groupName(int group) {
        return group == Network.INPUT ? "range_input" : "range_" + group;
    }

    /** What was seen of all members, as far as their readers can tell it apart. */
    private ValueRange start(int group) {
        return groups.fixed(group)
                .orElseGet(() -> extremes.keySet().stream()
                        .filter(index -> groups.group(index) == group && groups.isRounded(index))
                        .map(index ->
                                groups.useful(index).orElse(extremes.get(index)).intersection(extremes.get(index)))
                        .reduce(ValueRange::union)
                        .orElseThrow());
    }

    public Network network() {
        return new Network(folded.network().inputShape(), stages);
    }

    /** The folded weights, and the ranges at the start. */
    public Weights weights() {
        List<Parameter> parameters = network().parameters();
        Map<String, Float> ends = new HashMap<>();
        for (Network.Placed placed : stages) {
            if (placed.stage() instanceof Stage.Round round && round.kind() == Stage.RangeKind.OBSERVED) {
                ends.put(round.low(), (float) round.start().min());
                ends.put(round.high(), (float) round.start().max());
            }
        }
        return Weights.of(
                parameters,
                parameters.stream()
                        .map(parameter -> folded.weights().has(parameter.name())
                                ? folded.weights().get(parameter.name())
                                : new float[] {ends.getOrDefault(parameter.name(), 1f)})
                        .toList());
    }

    /** The folded network with trained weights, without rounding. */
    public FoldedNetwork unrounded(Weights trained) {
        return folded.withWeights(trained.only(folded.network().parameters()));
    }

    /** The ranges that training found, by the index of the folded stage that writes such values. */
    public SortedMap<Integer, ValueRange> ranges(Weights trained) {
        Map<String, ValueRange> byGroup = new HashMap<>();
        for (Network.Placed placed : stages) {
            if (placed.stage() instanceof Stage.Round round && round.kind() != Stage.RangeKind.FIXED) {
                byGroup.put(round.group(), range(round, trained));
            }
        }
        SortedMap<Integer, ValueRange> ranges = new TreeMap<>();
        for (int index : extremes.keySet()) {
            ValueRange range = byGroup.get(groupName(groups.group(index)));
            if (range != null) {
                ranges.put(index, range);
            }
        }
        return ranges;
    }

    private static ValueRange range(Stage.Round round, Weights trained) {
        double low = trained.get(round.low())[0];
        double high = trained.get(round.high())[0];
        return round.kind() == Stage.RangeKind.LEARNED
                ? new ValueRange(low * round.start().min(), high * round.start().max())
                : new ValueRange(low, high);
    }
}
