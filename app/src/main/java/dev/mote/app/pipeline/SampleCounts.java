package dev.mote.app.pipeline;

import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/** Passes on what a training run tells, and remembers how many samples were trained on and held back. */
public final class SampleCounts implements TrainingListener {
    private final TrainingListener next;
    private int training;
    private int validation;
    private final List<String> notes = new ArrayList<>();

    public SampleCounts(TrainingListener next) {
        this.next = next;
    }

    /** What was noted of the data. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    int training() {
        return training;
    }

    int validation() {
        return validation;
    }

    @Override
    public void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {
        training = trainingSamples;
        validation = validationSamples;
        next.started(recipe, trainingSamples, validationSamples, stepsPerEpoch);
    }

    @Override
    public void noted(String note) {
        notes.add(note);
        next.noted(note);
    }

    @Override
    public void stepped(int epoch, int step, Metrics soFar) {
        next.stepped(epoch, step, soFar);
    }

    @Override
    public void epochEnded(History.Epoch epoch) {
        next.epochEnded(epoch);
    }

    @Override
    public void ended() {
        next.ended();
    }
}
