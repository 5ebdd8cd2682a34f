package dev.mote.trainer;

import dev.mote.model.graph.FloatModel;

/** The result of a training run. The model depends on recipe and data only; the history also says how long it took. */
public record TrainedModel(FloatModel model, History history) {}
