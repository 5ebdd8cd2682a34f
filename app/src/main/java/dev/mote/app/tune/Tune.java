package dev.mote.app.tune;

import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.trainer.tune.Axis;
import dev.mote.trainer.tune.Candidate;
import dev.mote.trainer.tune.Domain;
import dev.mote.trainer.tune.HeldOut;
import dev.mote.trainer.tune.ParetoFront;
import dev.mote.trainer.tune.RecipeTree;
import dev.mote.trainer.tune.Sampling;
import dev.mote.trainer.tune.SearchSpace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Search over the values of a recipe: {@code recipe + space + data -> trials -> front}. Every trial is written when it ends, so that a run
 * that was killed goes on where it was.
 */
public final class Tune {
    private static final Axis EPOCHS = new Axis(List.of("epochs"), new Domain.Whole(1, 1, 1));

    private final RecipeTree recipe;
    private final SearchSpace space;
    private final Dataset dataset;
    private final TuneOptions options;
    private final HeldOut parts;
    private final TuneLog log;
    private final Consumer<String> warn;
    private final Trials runner;
    private final List<Trial> trials = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    /**
     * @param log is told of each trial, in a line
     * @throws BadInputException if the space does not fit the recipe, or the data cannot be divided
     */
    public Tune(RecipeTree recipe, SearchSpace space, Dataset dataset, TuneOptions options, Consumer<String> log) {
        this.recipe = recipe;
        this.space = space;
        this.dataset = dataset;
        this.options = options;
        this.warn = log;
        if (dataset.isRegression()) {
            throw new BadInputException(dataset.name() + ": has numbers to predict, but mote tune compares classes");
        }
        space.requireFits(recipe);
        requireEpochsFree();
        parts = HeldOut.divide(dataset.train(), dataset.rateHertz() > 0, options.parts(), options.seed());
        if (options.judged() > parts.count()) {
            throw new BadInputException("--folds is " + options.judged() + ", but the training split of "
                    + dataset.name() + " has " + parts.count() + " persons or recordings; give at most as many");
        }
        this.log = new TuneLog(options, dataset.labels(), log);
        runner = new Trials(recipe, dataset, parts, options);
    }

    private void requireEpochsFree() {
        boolean varied = space.axes().stream().anyMatch(axis -> axis.paths().contains("epochs"));
        if (options.method() == Method.HALVING && varied) {
            throw new BadInputException("--vary epochs: --method halving varies the epochs by itself; leave them out");
        }
    }

    /** @throws BadInputException if the folder holds another run's trials, or cannot be written */
    public TuneSummary run() {
        SafeFile.requireWritableFolder(options.out());
        if (!options.resume() && Files.exists(TrialFolder.trials(options.out()))) {
            throw new BadInputException(options.out()
                    + ": holds trials of an earlier run; go on with them by --resume, or choose another folder");
        }
        List<Candidate> candidates = candidates();
        switch (options.method()) {
            case GRID, RANDOM -> {
                log.expect(candidates.size());
                candidates.forEach(candidate -> run(candidate, true));
            }
            case HALVING -> halve(candidates);
        }
        return new Conclusion(recipe, dataset, parts, options, trials).write(warn);
    }

    /** The recipe as it is comes first; values that change nothing make no second trial. */
    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>(List.of(Candidate.UNCHANGED));
        all.addAll(
                switch (options.method()) {
                    case GRID -> Sampling.grid(space);
                    case RANDOM, HALVING -> Sampling.random(space, options.trials(), options.seed());
                });
        Set<String> recipes = new HashSet<>();
        return all.stream()
                .filter(candidate -> recipes.add(identity(candidate)))
                .toList();
    }

    private String identity(Candidate candidate) {
        try {
            return recipe.with(candidate).recipe().sha256();
        } catch (BadInputException e) {
            return candidate.toString();
        }
    }

    private void halve(List<Candidate> candidates) {
        List<Integer> rungs = Method.rungs(recipe.recipe().training().epochs(), candidates.size());
        List<Candidate> going = candidates;
        for (int epochs : rungs.subList(0, rungs.size() - 1)) {
            log.expect(trials.size() + going.size());
            List<Candidate> fit = new ArrayList<>();
            List<ParetoFront.Point> points = new ArrayList<>();
            for (Candidate candidate : going) {
                Trial trial = run(candidate.and(EPOCHS, epochs), false);
                if (trial.isFit(options.budgets())) {
                    fit.add(candidate);
                    points.add(trial.point(options, dataset.labels()));
                }
            }
            going = ParetoFront.foremost(points, Math.ceilDiv(going.size(), Method.FACTOR)).stream()
                    .map(fit::get)
                    .toList();
        }
        log.expect(trials.size() + going.size());
        going.forEach(candidate -> run(candidate, true));
    }

    private Trial run(Candidate candidate, boolean complete) {
        long start = System.nanoTime();
        Trials.Outcome outcome = runner.run(trials.size(), candidate);
        Trial trial = new Trial(trials.size(), candidate, complete, outcome.result());
        trials.add(trial);
        log.ended(trial, outcome.kept(), (System.nanoTime() - start) / 1e9);
        return trial;
    }
}
