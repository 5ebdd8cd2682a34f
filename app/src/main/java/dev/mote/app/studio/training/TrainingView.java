package dev.mote.app.studio.training;

import dev.mote.app.pipeline.EpochPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training as pages show it.
 *
 * @param id that of its run
 * @param name of the recipe
 * @param state where it is
 * @param phase of one that runs: {@code starting}, {@code training}, {@code finishing}, {@code stopping}
 * @param studio started from a page; false: by the command
 * @param place of its run below the workspace
 * @param position of one that waits, counted from 1
 * @param epochsPlanned 0 if not known yet
 * @param step of the epoch that is under way
 * @param loss of the epoch that is under way, else of the last one
 * @param valLoss of the last epoch
 * @param secondsLeft an estimate
 * @param model to look at when it is done
 * @param error why it stopped or failed
 * @param log what it said last
 * @param epochs points of the curves
 */
public record TrainingView(
        String id,
        String name,
        String state,
        String phase,
        boolean studio,
        String place,
        String data,
        boolean int8,
        int position,
        int epochsPlanned,
        int epochsDone,
        int step,
        int stepsPerEpoch,
        OptionalDouble loss,
        OptionalDouble accuracy,
        OptionalDouble valLoss,
        OptionalDouble valAccuracy,
        OptionalDouble secondsLeft,
        boolean canStop,
        boolean canResume,
        boolean canRemove,
        Optional<String> model,
        Optional<String> error,
        List<String> log,
        List<EpochPoint> epochs) {

    /** The same with some of its epochs. */
    TrainingView with(List<EpochPoint> some) {
        return new TrainingView(
                id,
                name,
                state,
                phase,
                studio,
                place,
                data,
                int8,
                position,
                epochsPlanned,
                epochsDone,
                step,
                stepsPerEpoch,
                loss,
                accuracy,
                valLoss,
                valAccuracy,
                secondsLeft,
                canStop,
                canResume,
                canRemove,
                model,
                error,
                log,
                some);
    }
}
