package dev.mote.trainer.network;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.Layer;
import dev.mote.trainer.recipe.NamedLayer;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers become stages: {@code separable_conv2d} becomes {@code Depthwise -> Conv 1x1}, an activation its own stage, and signals
 * [time, channels] become images [time, 1, channels].
 */
final class LowerLayers {
    private final Recipe recipe;
    private final Shape inputShape;
    private final int classes;
    private final List<Network.Placed> placed = new ArrayList<>();
    /** Of one sample, as the stages see it. */
    private Shape shape;
    /** Whether {@link #shape} is a signal, which a recipe sees as [time, channels]. */
    private boolean signal;

    private int index;

    LowerLayers(Recipe recipe, Shape inputShape, int classes) {
        this.classes = classes;
        this.recipe = recipe;
        this.inputShape = inputShape;
        this.shape = inputShape;
    }

    Network network() {
        if (inputShape.rank() < 1 || inputShape.rank() > 3) {
            throw new BadInputException(place() + ": samples have shape " + inputShape
                    + ", expected [values], [time, channels] or [height, width, channels]");
        }
        for (index = 0; index < recipe.layers().size(); index++) {
            lower(recipe.layers().get(index));
        }
        return new Network(inputShape, placed);
    }

    private void lower(NamedLayer entry) {
        String name = entry.name();
        switch (entry.layer()) {
            case Layer.Dense dense -> {
                requireVector();
                int units = dense.units() == Layer.Dense.CLASSES ? classes : dense.units();
                add(new Stage.Dense(name, shape.elements(), units, dense.useBias()), Shape.of(units));
                activate(name, dense.activation());
            }
            case Layer.Conv conv -> {
                require(conv.rank());
                conv(name, conv.kernel(), conv.filters(), conv.useBias());
                activate(name, conv.activation());
            }
            case Layer.DepthwiseConv conv -> {
                require(Layer.Rank.IMAGE);
                depthwise(name, conv.kernel(), conv.depthMultiplier(), conv.useBias());
                activate(name, conv.activation());
            }
            case Layer.SeparableConv conv -> {
                require(conv.rank());
                depthwise(name + "_depthwise", conv.kernel(), conv.depthMultiplier(), false);
                conv(name, new Kernel(1, 1, 1, 1, Padding.VALID), conv.filters(), conv.useBias());
                activate(name, conv.activation());
            }
            case Layer.Pool pool -> {
                require(pool.rank());
                Shape out = slide(pool.window(), shape.dimension(2));
                add(new Stage.Pool(name, pool.kind(), pool.window()), out);
            }
            case Layer.GlobalAveragePool pool -> {
                require(pool.rank());
                add(new Stage.GlobalAverage(name), Shape.of(shape.dimension(2)));
                signal = false;
            }
            case Layer.Flatten flatten -> reshape(name, Shape.of(shape.elements()));
            case Layer.Reshape reshape -> reshape(name, target(reshape.targetShape()));
            case Layer.BatchNormalization norm -> {
                liftSignal();
                int channels = shape.dimension(-1);
                add(new Stage.BatchNorm(name, channels, norm.momentum(), norm.epsilon()), shape);
            }
            case Layer.Dropout dropout -> add(new Stage.Dropout(name, dropout.rate()), shape);
            case Layer.Activate activate -> activate(name, activate.function());
        }
    }

    private void add(Stage stage, Shape out) {
        placed.add(new Network.Placed(stage, shape, out));
        shape = out;
    }

    private void conv(String name, Kernel kernel, int filters, boolean useBias) {
        Shape out = slide(kernel, filters);
        add(new Stage.Conv(name, kernel, shape.dimension(2), filters, useBias), out);
    }

    private void depthwise(String name, Kernel kernel, int multiplier, boolean useBias) {
        int inputs = shape.dimension(2);
        Shape out = slide(kernel, inputs * multiplier);
        add(new Stage.Depthwise(name, kernel, inputs, multiplier, useBias), out);
    }

    private void activate(String name, ActivationFunction function) {
        if (function.kind() == ActivationFunction.Kind.LINEAR) {
            return;
        }
        if (function.kind() == ActivationFunction.Kind.SOFTMAX && shape.rank() != 1) {
            throw error("softmax over shape " + seen() + ", expected one dimension; put flatten before it");
        }
        add(new Stage.Activate(name, function), shape);
    }

    private void reshape(String name, Shape target) {
        signal = target.rank() == 2;
        Shape staged = signal ? Shape.of(target.dimension(0), 1, target.dimension(1)) : target;
        if (!staged.equals(shape)) {
            add(new Stage.Reshape(name, staged), staged);
        }
    }

    private Shape target(List<Integer> dimensions) {
        int known = dimensions.stream().filter(dimension -> dimension != -1).reduce(1, Math::multiplyExact);
        int[] resolved = dimensions.stream()
                .mapToInt(dimension -> dimension == -1 ? shape.elements() / known : dimension)
                .toArray();
        Shape target = Shape.of(resolved);
        if (target.elements() != shape.elements()) {
            throw error("target_shape is " + dimensions + ", but its input " + seen() + " has " + shape.elements()
                    + " elements");
        }
        return target;
    }

    /** The output of a window that slides over the current shape. */
    private Shape slide(Kernel kernel, int channels) {
        return Shape.of(
                slide("height", shape.dimension(0), kernel.height(), kernel.strideHeight(), kernel.padding()),
                slide("width", shape.dimension(1), kernel.width(), kernel.strideWidth(), kernel.padding()),
                channels);
    }

    private int slide(String axis, int size, int kernel, int stride, Padding padding) {
        if (padding == Padding.SAME) {
            return (size + stride - 1) / stride;
        }
        if (kernel > size) {
            String along = signal ? "time" : axis;
            throw error("a window of " + kernel + " along the " + along + " is larger than its input " + seen()
                    + "; use a smaller window, or padding: same");
        }
        return (size - kernel) / stride + 1;
    }

    private void require(Layer.Rank rank) {
        switch (rank) {
            case SIGNAL -> {
                liftSignal();
                if (!signal) {
                    throw error("its input has shape " + seen()
                            + ", expected [time, channels]; use the 2d layer, or put reshape before it");
                }
            }
            case IMAGE -> {
                if (signal || shape.rank() != 3) {
                    throw error("its input has shape " + seen()
                            + ", expected [height, width, channels]; use the 1d layer, or put reshape before it");
                }
            }
        }
    }

    /** The samples of a signal are [time, channels] only before the first stage. */
    private void liftSignal() {
        if (shape.rank() == 2) {
            reshape("input_signal", shape);
        }
    }

    private void requireVector() {
        if (shape.rank() != 1) {
            throw error("its input has shape " + seen()
                    + ", expected one dimension; put flatten or a global average pooling before it");
        }
    }

    /** The shape as the recipe sees it. */
    private String seen() {
        return (signal ? Shape.of(shape.dimension(0), shape.dimension(2)) : shape).toString();
    }

    private String place() {
        return recipe.place(Math.min(index, recipe.layers().size() - 1));
    }

    private BadInputException error(String problem) {
        return new BadInputException(place() + ": " + problem);
    }
}
