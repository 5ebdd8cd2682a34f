package dev.mote.trainer.recipe;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Padding;
import java.util.List;
import java.util.Objects;

/** One layer of a recipe, with Keras' names, meaning and defaults. */
public sealed interface Layer {
    /** Most filters, units or elements along one dimension. */
    int MAX_WIDTH = 65_536;

    /** What {@code 1d} and {@code 2d} mean: signals [time, channels] and images [height, width, channels]. */
    enum Rank {
        SIGNAL("1d"),
        IMAGE("2d");

        private final String suffix;

        Rank(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /** The key of the layer in a recipe, as {@code conv2d}. */
    default String type() {
        return switch (this) {
            case Dense dense -> "dense";
            case Conv conv -> "conv" + conv.rank().suffix();
            case DepthwiseConv conv -> "depthwise_conv2d";
            case SeparableConv conv -> "separable_conv" + conv.rank().suffix();
            case Pool pool ->
                Named.keyword(pool.kind()) + "_pooling" + pool.rank().suffix();
            case GlobalAveragePool pool ->
                "global_average_pooling" + pool.rank().suffix();
            case GlobalMaxPool pool -> "global_max_pooling" + pool.rank().suffix();
            case ZeroPadding padding -> "zero_padding" + padding.rank().suffix();
            case Lstm lstm -> "lstm";
            case Flatten flatten -> "flatten";
            case Reshape reshape -> "reshape";
            case BatchNormalization norm -> "batch_normalization";
            case Dropout dropout -> "dropout";
            case SpatialDropout dropout -> "spatial_dropout" + dropout.rank().suffix();
            case GaussianNoise noise -> "gaussian_noise";
            case Add add -> "add";
            case Concatenate concatenate -> "concatenate";
            case Activate activate -> "activation";
        };
    }

    /** A layer with a kernel; that of a separable convolution is two, which share the options. */
    sealed interface Weighted extends Layer {
        WeightOptions weights();
    }

    /** @param units {@link #CLASSES}: as many as the data has classes */
    record Dense(int units, boolean useBias, ActivationFunction activation, WeightOptions weights) implements Weighted {
        public static final int CLASSES = 0;

        public Dense(int units, boolean useBias, ActivationFunction activation) {
            this(units, useBias, activation, WeightOptions.DEFAULT);
        }

        public Dense {
            if (units != CLASSES) {
                Check.whole("units", units, 1, MAX_WIDTH);
            }
            Objects.requireNonNull(activation);
        }
    }

    record Conv(
            Rank rank,
            int filters,
            Kernel kernel,
            boolean useBias,
            ActivationFunction activation,
            WeightOptions weights)
            implements Weighted {
        public Conv(Rank rank, int filters, Kernel kernel, boolean useBias, ActivationFunction activation) {
            this(rank, filters, kernel, useBias, activation, WeightOptions.DEFAULT);
        }

        public Conv {
            Check.whole("filters", filters, 1, MAX_WIDTH);
            Objects.requireNonNull(activation);
        }

        public Conv withStrides(int strides) {
            Kernel moved = kernel.withStrides(strides, across(rank, strides));
            return new Conv(rank, filters, moved, useBias, activation, weights);
        }

        public Conv withPadding(Padding padding) {
            return new Conv(rank, filters, kernel.withPadding(padding), useBias, activation, weights);
        }

        public Conv withActivation(ActivationFunction function) {
            return new Conv(rank, filters, kernel, useBias, function, weights);
        }
    }

    record DepthwiseConv(
            Kernel kernel, int depthMultiplier, boolean useBias, ActivationFunction activation, WeightOptions weights)
            implements Weighted {
        public DepthwiseConv(Kernel kernel, int depthMultiplier, boolean useBias, ActivationFunction activation) {
            this(kernel, depthMultiplier, useBias, activation, WeightOptions.DEFAULT);
        }

        public DepthwiseConv {
            Check.whole("depth_multiplier", depthMultiplier, 1, Kernel.MAX);
            requireEqualStrides(kernel);
            Objects.requireNonNull(activation);
        }
    }

    /** A depthwise convolution, then one of 1x1: bias and activation belong to the second. */
    record SeparableConv(
            Rank rank,
            int filters,
            Kernel kernel,
            int depthMultiplier,
            boolean useBias,
            ActivationFunction activation,
            WeightOptions weights)
            implements Weighted {
        public SeparableConv(
                Rank rank,
                int filters,
                Kernel kernel,
                int depthMultiplier,
                boolean useBias,
                ActivationFunction activation) {
            this(rank, filters, kernel, depthMultiplier, useBias, activation, WeightOptions.DEFAULT);
        }

        public SeparableConv {
            Check.whole("filters", filters, 1, MAX_WIDTH);
            Check.whole("depth_multiplier", depthMultiplier, 1, Kernel.MAX);
            if (rank == Rank.IMAGE) {
                requireEqualStrides(kernel);
            }
            Objects.requireNonNull(activation);
        }

        public SeparableConv withStrides(int strides) {
            Kernel moved = kernel.withStrides(strides, across(rank, strides));
            return new SeparableConv(rank, filters, moved, depthMultiplier, useBias, activation, weights);
        }

        public SeparableConv withPadding(Padding padding) {
            Kernel padded = kernel.withPadding(padding);
            return new SeparableConv(rank, filters, padded, depthMultiplier, useBias, activation, weights);
        }

        public SeparableConv withActivation(ActivationFunction function) {
            return new SeparableConv(rank, filters, kernel, depthMultiplier, useBias, function, weights);
        }
    }

    record Pool(Rank rank, PoolKind kind, Kernel window) implements Layer {}

    /** Mean over time, or over height and width. */
    record GlobalAveragePool(Rank rank) implements Layer {}

    /** The greatest value over time, or over height and width. */
    record GlobalMaxPool(Rank rank) implements Layer {}

    /** Elements of 0 before and after. */
    record ZeroPadding(Rank rank, Sides sides) implements Layer {}

    /** Along a signal, top is before and bottom after; left and right are 0. */
    record Sides(int top, int bottom, int left, int right) {
        public Sides {
            for (int side : new int[] {top, bottom, left, right}) {
                Check.whole("padding", side, 0, Kernel.MAX);
            }
        }
    }

    /**
     * Long short-term memory over time, with Keras' tanh and sigmoid; its weights are those of the inputs.
     *
     * @param returnSequences the hidden state of each step, not of the last only
     * @param dropout share of the inputs that training leaves out, at all steps of a sample
     */
    record Lstm(int units, boolean returnSequences, double dropout, WeightOptions weights) implements Weighted {
        public Lstm {
            Check.whole("units", units, 1, MAX_WIDTH);
            Check.below("dropout", dropout, 0, 1);
        }
    }

    record Flatten() implements Layer {}

    /** @param targetShape of one sample; at most one -1, which stands for what is left */
    record Reshape(List<Integer> targetShape) implements Layer {
        public Reshape {
            targetShape = List.copyOf(targetShape);
            Check.whole("rank of target_shape", targetShape.size(), 1, 3);
            for (int dimension : targetShape) {
                if (dimension != -1) {
                    Check.whole("target_shape", dimension, 1, MAX_WIDTH);
                }
            }
            if (targetShape.stream().filter(dimension -> dimension == -1).count() > 1) {
                throw new InvalidValueException("target_shape", targetShape + ", expected at most one -1");
            }
        }
    }

    /**
     * @param momentum share of the old moving average that a step keeps
     * @param epsilon added to the variance
     */
    record BatchNormalization(double momentum, double epsilon) implements Layer {
        public BatchNormalization {
            Check.below("momentum", momentum, 0, 1);
            Check.within("epsilon", epsilon, 1e-7, 1);
        }
    }

    /** @param rate share of the elements that a training step sets to 0 */
    record Dropout(double rate) implements Layer {
        public Dropout {
            Check.below("rate", rate, 0, 1);
        }
    }

    /** Brings several layers of a recipe together. */
    sealed interface Merge extends Layer {}

    /** The sum of inputs of one shape. */
    record Add() implements Merge {}

    /** Inputs side by side along the channels. */
    record Concatenate() implements Merge {}

    /** @param rate share of the channels that a training step sets to 0 */
    record SpatialDropout(Rank rank, double rate) implements Layer {
        public SpatialDropout {
            Check.below("rate", rate, 0, 1);
        }
    }

    /** @param deviation of the noise that a training step adds */
    record GaussianNoise(double deviation) implements Layer {
        public GaussianNoise {
            Check.within("stddev", deviation, 0, 1e6);
        }
    }

    record Activate(ActivationFunction function) implements Layer {
        public Activate {
            Objects.requireNonNull(function);
        }
    }

    static Dense dense(int units, ActivationFunction activation) {
        return new Dense(units, true, activation);
    }

    /** Square kernel, stride 1, valid padding, no activation. */
    static Conv conv2d(int filters, int kernelSize) {
        return new Conv(Rank.IMAGE, filters, Kernel.square(kernelSize), true, ActivationFunction.LINEAR);
    }

    /** Stride 1, valid padding, no activation. */
    static Conv conv1d(int filters, int kernelSize) {
        return new Conv(Rank.SIGNAL, filters, Kernel.line(kernelSize), true, ActivationFunction.LINEAR);
    }

    /** Square kernel, stride 1, same padding, one output channel for each input channel, no activation. */
    static DepthwiseConv depthwiseConv2d(int kernelSize) {
        Kernel kernel = Kernel.square(kernelSize).withPadding(Padding.SAME);
        return new DepthwiseConv(kernel, 1, true, ActivationFunction.LINEAR);
    }

    /** Square kernel, stride 1, valid padding, no activation. */
    static SeparableConv separableConv2d(int filters, int kernelSize) {
        Kernel kernel = Kernel.square(kernelSize);
        return new SeparableConv(Rank.IMAGE, filters, kernel, 1, true, ActivationFunction.LINEAR);
    }

    /** Stride 1, valid padding, no activation. */
    static SeparableConv separableConv1d(int filters, int kernelSize) {
        Kernel kernel = Kernel.line(kernelSize);
        return new SeparableConv(Rank.SIGNAL, filters, kernel, 1, true, ActivationFunction.LINEAR);
    }

    /** Windows side by side, valid padding. */
    static Pool pooling2d(PoolKind kind, int poolSize) {
        return new Pool(Rank.IMAGE, kind, Kernel.square(poolSize).withStrides(poolSize, poolSize));
    }

    /** Windows side by side, valid padding. */
    static Pool pooling1d(PoolKind kind, int poolSize) {
        return new Pool(Rank.SIGNAL, kind, Kernel.line(poolSize).withStrides(poolSize, 1));
    }

    /** Keras' defaults. */
    static BatchNormalization batchNormalization() {
        return new BatchNormalization(0.99, 0.001);
    }

    private static int across(Rank rank, int strides) {
        return rank == Rank.IMAGE ? strides : 1;
    }

    private static void requireEqualStrides(Kernel kernel) {
        if (kernel.strideHeight() != kernel.strideWidth()) {
            throw new InvalidValueException(
                    "strides",
                    "[" + kernel.strideHeight() + ", " + kernel.strideWidth() + "], expected the same along both"
                            + " dimensions of a depthwise convolution");
        }
    }
}
