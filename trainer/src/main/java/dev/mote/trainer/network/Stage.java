package dev.mote.trainer.network;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.WeightOptions;

/** One step of a network in the terms that training and export share. Signals are images of width 1: [time, 1, channels]. */
public sealed interface Stage {
    /** Unique in the network. */
    String name();

    /** A sum of products, which batch normalization and an activation can be folded into. */
    sealed interface Weighted extends Stage {
        boolean useBias();

        WeightOptions weights();

        Weighted withBias();
    }

    /** Has no weights, and is exported as it is. */
    sealed interface Plain extends Stage {}

    /** Weights: kernel [h, w, inputs, filters] and bias [filters]. */
    record Conv(String name, Kernel kernel, int inputs, int filters, boolean useBias, WeightOptions weights)
            implements Weighted {
        @Override
        public Conv withBias() {
            return new Conv(name, kernel, inputs, filters, true, weights);
        }
    }

    /** Weights: kernel [h, w, inputs, multiplier] and bias [inputs * multiplier]. */
    record Depthwise(String name, Kernel kernel, int inputs, int multiplier, boolean useBias, WeightOptions weights)
            implements Weighted {
        @Override
        public Depthwise withBias() {
            return new Depthwise(name, kernel, inputs, multiplier, true, weights);
        }
    }

    /** Weights: kernel [inputs, units] and bias [units]. */
    record Dense(String name, int inputs, int units, boolean useBias, WeightOptions weights) implements Weighted {
        @Override
        public Dense withBias() {
            return new Dense(name, inputs, units, true, weights);
        }
    }

    /** Weights: gamma, beta, moving mean and moving variance, each [channels]. */
    record BatchNorm(String name, int channels, double momentum, double epsilon) implements Stage {}

    record Pool(String name, PoolKind kind, Kernel window) implements Plain {}

    /** Mean over height and width: [h, w, c] becomes [c]. */
    record GlobalAverage(String name) implements Plain {}

    /** @param shape of one sample afterwards */
    record Reshape(String name, Shape shape) implements Plain {}

    /** Sets elements to 0 while training; not there otherwise. */
    record Dropout(String name, double rate) implements Stage {}

    record Activate(String name, ActivationFunction function) implements Plain {}

    /** The sum of two or more inputs of one shape. */
    record Add(String name) implements Plain {}

    /** Two or more inputs side by side along the channels. */
    record Concatenate(String name) implements Plain {}
}
