package dev.mote.trainer;

import dev.mote.trainer.network.FoldedNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.RoundedNetwork;
import dev.mote.trainer.network.Stage;
import dev.mote.trainer.network.ValueRange;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.QuantizationAwareness;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A whole run: the recipe's epochs, and those of quantization-aware training behind them. */
final class TrainNetwork {
    private final Recipe recipe;
    private final FitData data;
    private final TrainingListener listener;

    /**
     * The end of a run.
     *
     * @param ranges that training found, by the index of the stage that writes such values; empty without quantization-aware training
     */
    record Outcome(FoldedNetwork network, SortedMap<Integer, ValueRange> ranges, History history) {}

    private TrainNetwork(Recipe recipe, FitData data, TrainingListener listener) {
        this.recipe = recipe;
        this.data = data;
        this.listener = listener;
    }

    /** @param checkpoints where the state is kept, if it is */
    static Outcome run(
            Recipe recipe,
            Network network,
            FitData data,
            TrainingListener listener,
            Optional<Checkpoints> checkpoints) {
        KeepCheckpoints keep = new KeepCheckpoints(checkpoints, recipe, data);
        TrainNetwork run = new TrainNetwork(recipe, data, listener);
        Optional<QuantizationAwareness> awareness = recipe.training().quantization();
        if (keep.before().isPresent()) {
            return run.rounded(awareness.orElseThrow(), network, keep.before().get(), keep);
        }
        Weights initial = Weights.initial(network, new Chance(recipe.seed()).numbers(Chance.Purpose.INITIAL_WEIGHTS));
        Fit.Outcome outcome = Fit.run(recipe, new Fit.Start(network, initial, 0), data, listener, keep.ofFirstPart());
        if (awareness.isEmpty()) {
            FoldedNetwork folded = FoldedNetwork.of(network, outcome.weights());
            return new Outcome(folded, new TreeMap<>(), outcome.history());
        }
        History history = outcome.history();
        Checkpoint.Part before = new Checkpoint.Part(outcome.weights(), history.epochs(), history.stoppedEarly());
        return run.rounded(awareness.get(), network, before, keep);
    }

    private Outcome rounded(
            QuantizationAwareness awareness, Network network, Checkpoint.Part before, KeepCheckpoints keep) {
        FoldedNetwork folded = FoldedNetwork.of(network, before.weights());
        ValidationSplit split = Fit.split(recipe, data);
        SortedMap<Integer, ValueRange> extremes = ObservedExtremes.of(folded, data.training(), split.training());
        Stage.RangeKind kind =
                switch (awareness.ranges()) {
                    case LEARNED -> Stage.RangeKind.LEARNED;
                    case OBSERVED -> Stage.RangeKind.OBSERVED;
                };
        RoundedNetwork rounded = RoundedNetwork.of(folded, extremes, kind);
        Recipe second = recipe.with(recipe.training().rounded(awareness));
        Fit.Start start = new Fit.Start(
                rounded.network(), rounded.weights(), before.epochs().size());
        Fit.Outcome outcome = Fit.run(second, start, data, listener, keep.ofSecondPart(before));
        return new Outcome(
                rounded.unrounded(outcome.weights()),
                rounded.ranges(outcome.weights()),
                joined(before, outcome.history()));
    }

    private static History joined(Checkpoint.Part first, History second) {
        List<History.Epoch> epochs = new ArrayList<>(first.epochs());
        epochs.addAll(second.epochs());
        return new History(
                epochs,
                second.bestEpoch(),
                first.stoppedEarly(),
                second.training(),
                second.validation(),
                second.test());
    }
}
