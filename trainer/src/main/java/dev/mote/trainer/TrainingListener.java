package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
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

    /** The same, for who wants to see the weights at the end of the epoch. */
    default void epochEnded(History.Epoch epoch, Weights weights) {
        epochEnded(epoch);
    }

    /**
     * Before {@link #started}, where an earlier run is continued.
     *
     * @param epochs that are over
     * @param seconds that they took
     */
    default void continues(int epochs, double seconds) {}

    /** Before {@link #started}: what the data is used like, one sentence without a full stop. */
    default void noted(String note) {}

    /** Tells both. */
    static TrainingListener both(TrainingListener first, TrainingListener second) {
        return new TrainingListener() {
            @Override
            public void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {
                first.started(recipe, trainingSamples, validationSamples, stepsPerEpoch);
                second.started(recipe, trainingSamples, validationSamples, stepsPerEpoch);
            }

            @Override
            public void stepped(int epoch, int step, Metrics soFar) {
                first.stepped(epoch, step, soFar);
                second.stepped(epoch, step, soFar);
            }

            @Override
            public void epochEnded(History.Epoch epoch, Weights weights) {
                first.epochEnded(epoch, weights);
                second.epochEnded(epoch, weights);
            }

            @Override
            public void continues(int epochs, double seconds) {
                first.continues(epochs, seconds);
                second.continues(epochs, seconds);
            }

            @Override
            public void noted(String note) {
                first.noted(note);
                second.noted(note);
            }

            @Override
            public void ended() {
                first.ended();
                second.ended();
            }
        };
    }

    /** Also called when training fails or is interrupted. */
    default void ended() {}
}
