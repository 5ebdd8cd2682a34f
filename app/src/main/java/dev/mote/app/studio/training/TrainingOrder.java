package dev.mote.app.studio.training;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the studio keeps of a training, so that its next start finds it again.
 *
 * @param name of the recipe
 * @param data as people call it
 * @param dataOption what stands in place of the recipe's data: a known name, or the path of an example's or an earlier run's own data
 * @param seed in place of the recipe's
 * @param target place of the run's folder below the workspace, with slashes
 * @param queuedMillis since 1970: who came first is trained first
 * @param error why it stopped or failed, in one line
 */
record TrainingOrder(
        String name,
        String data,
        Optional<String> dataOption,
        boolean int8,
        OptionalLong seed,
        String target,
        TrainingState state,
        long queuedMillis,
        Optional<String> error) {

    TrainingOrder at(String place) {
        return new TrainingOrder(name, data, dataOption, int8, seed, place, state, queuedMillis, error);
    }

    TrainingOrder in(TrainingState other, Optional<String> why) {
        return new TrainingOrder(name, data, dataOption, int8, seed, target, other, queuedMillis, why);
    }

    /** At the end of the queue. */
    TrainingOrder queuedAt(long millis) {
        return new TrainingOrder(
                name, data, dataOption, int8, seed, target, TrainingState.WAITING, millis, Optional.empty());
    }

    boolean isWhole() {
        return name != null && data != null && target != null && state != null;
    }
}
