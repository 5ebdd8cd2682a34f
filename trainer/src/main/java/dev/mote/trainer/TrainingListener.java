package dev.mote.trainer;

import dev.mote.trainer.recipe.Recipe;

/** Is told how a run goes on, in the thread that trains. */
public interface TrainingListener {
    /** Listens to nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * @param trainingSamples trained on in an epoch
     * @param validationSamples held back
     * @param stepsPerEpoch batches
     */
    default void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {}

    /**
     * @param epoch counted from 1
     * @param step of the epoch, counted from 1
     * @param soFar over the samples of the epoch until now
     */
    default void stepped(int epoch, int step, Metrics soFar) {}

    default void epochEnded(History.Epoch epoch) {}

    /** Also called when training fails or is interrupted. */
    default void ended() {}
}
