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

    /** The greatest value over height and width: [h, w, c] becomes [c]. */
    record GlobalMax(String name) implements Plain {}

    /** Rows and columns of 0 round the image. */
    record ZeroPad(String name, int top, int bottom, int left, int right) implements Plain {}

    /** Weights: see {@link LstmWeights}. [time, 1, inputs] becomes [time, 1, units], or [units] of the last step. */
    record Lstm(String name, int inputs, int units, boolean sequences, WeightOptions weights) implements Stage {}

    /** Disturbs the values while training; not there otherwise. */
    sealed interface TrainingOnly extends Stage {}

    /**
     * Sets elements to 0.
     *
     * @param wholeChannels with all of their channel
     */
    record Dropout(String name, double rate, boolean wholeChannels) implements TrainingOnly {}

    /** Adds normal noise. */
    record Noise(String name, double deviation) implements TrainingOnly {}

    record Activate(String name, ActivationFunction function) implements Plain {}

    /**
     * Rounds to what int8 can hold, for quantization-aware training; not there otherwise. The weights of a network with such stages are
     * rounded too. Weights: the ends of the range, each [1], shared by the stages of a group; none where the range is fixed.
     *
     * @param group name of the values that share the range
     * @param start the range before training
     */
    record Round(String name, String group, ValueRange start, RangeKind kind) implements Stage {
        /** Parameter of the lower end. */
        public String low() {
            return group + (kind == RangeKind.LEARNED ? "/low" : "/moving_low");
        }

        /** Parameter of the upper end. */
        public String high() {
            return group + (kind == RangeKind.LEARNED ? "/high" : "/moving_high");
        }
    }

    /** How a range moves. */
    enum RangeKind {
        /** By the gradient; the parameters are factors of the ends at the start, so that all ranges move alike. */
        LEARNED,
        /** By a moving average over the extremes of the batches; the parameters are the ends. */
        OBSERVED,
        /** Not at all. */
        FIXED
    }

    /** The sum of two or more inputs of one shape. */
    record Add(String name) implements Plain {}

    /** Two or more inputs side by side along the channels. */
    record Concatenate(String name) implements Plain {}
}
