package dev.mote.app.tune;

import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.device.board.Board;
import dev.mote.model.BadInputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a recipe is tuned.
 *
 * @param trials of random search and halving, besides the recipe as it is
 * @param seed of the draws and of the division of the samples
 * @param parts that the training split is divided into
 * @param judged how many of the parts are held out, one after the other
 * @param repeats trainings of each trial, with seeds that follow each other
 * @param board that instructions are counted on; its core is {@code core}
 * @param resume whether results of an earlier run may be in {@code out}
 */
public record TuneOptions(
        Method method,
        int trials,
        long seed,
        int parts,
        int judged,
        int repeats,
        Budgets budgets,
        Core core,
        Optional<Board> board,
        Goal goal,
        Metric metric,
        Cost against,
        Path out,
        boolean resume) {
    private static final int MOST_REPEATS = 100;

    public TuneOptions {
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new BadInputException("--repeats is " + repeats + ", expected 1 to " + MOST_REPEATS);
        }
    }

    String figuresOf() {
        return TrialOrigin.figuresOf(core, board, goal.option());
    }
}
