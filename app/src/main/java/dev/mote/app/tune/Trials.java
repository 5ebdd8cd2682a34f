package dev.mote.app.tune;

import dev.mote.app.Version;
import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.trainer.tune.Candidate;
import dev.mote.trainer.tune.HeldOut;
import dev.mote.trainer.tune.RecipeTree;
import java.util.Map;
import java.util.Optional;

/** Runs single trials and keeps them in their folders, where an earlier run may have left some. */
final class Trials {
    private final RecipeTree recipe;
    private final Dataset dataset;
    private final TuneOptions options;
    private final int parts;
    private final TrialRunner runner;
    private final String dataSha256;

    Trials(RecipeTree recipe, Dataset dataset, HeldOut parts, TuneOptions options) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.options = options;
        this.parts = parts.count();
        runner = new TrialRunner(
                dataset, parts, options.judged(), options.repeats(), options.core(), options.board(), options.goal());
        dataSha256 = TrialOrigin.sha256(dataset.train());
    }

    /** @param kept from an earlier run */
    record Outcome(TrialResult result, boolean kept) {}

    /** A trial that ended well in an earlier run is not run again. */
    Outcome run(int number, Candidate candidate) {
        Map<String, String> values = candidate.texts();
        RecipeTree tree;
        try {
            tree = recipe.with(candidate);
        } catch (BadInputException e) {
            return new Outcome(impossible(values, origin(""), e), false);
        }
        TrialFolder folder = TrialFolder.of(options.out(), number);
        TrialOrigin origin = origin(tree.recipe().sha256());
        Optional<TrialResult> earlier = folder.read()
                .filter(result -> result.endedWell() && result.origin().equals(origin));
        if (earlier.isPresent()) {
            return new Outcome(earlier.get(), true);
        }
        folder.writeRecipe("# Trial " + number + " of mote tune: "
                + (values.isEmpty() ? "the recipe as it is" : candidate) + "\n" + tree.text());
        TrialResult result = run(values, origin, tree);
        folder.write(result);
        return new Outcome(result, false);
    }

    private TrialResult run(Map<String, String> values, TrialOrigin origin, RecipeTree tree) {
        TrialFigures figures;
        try {
            figures = runner.size(tree.recipe());
        } catch (BadInputException e) {
            return impossible(values, origin, e);
        }
        Optional<String> excess = options.budgets().exceededBy(figures);
        if (excess.isPresent()) {
            return TrialResult.untrained(
                    values, origin, TrialResult.Status.OVER_BUDGET, excess.get(), Optional.of(figures));
        }
        return runner.run(values, origin, tree);
    }

    private static TrialResult impossible(Map<String, String> values, TrialOrigin origin, BadInputException e) {
        return TrialResult.untrained(values, origin, TrialResult.Status.IMPOSSIBLE, e.getMessage(), Optional.empty());
    }

    private TrialOrigin origin(String recipeSha256) {
        return new TrialOrigin(
                recipeSha256,
                dataset.name(),
                dataSha256,
                parts,
                options.judged(),
                options.seed(),
                options.repeats(),
                options.figuresOf(),
                "Mote " + Version.text());
    }
}
