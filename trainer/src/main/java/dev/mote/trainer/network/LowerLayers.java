package dev.mote.trainer.network;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.Layer;
import dev.mote.trainer.recipe.NamedLayer;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.WeightOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers become stages: {@code separable_conv2d} becomes {@code Depthwise -> Conv 1x1}, an activation its own stage, and signals
 * [time, channels] become images [time, 1, channels]. Each layer starts from the value that it reads and leaves its own.
 */
final class LowerLayers {
    private final Recipe recipe;
    private final Shape inputShape;
    private final int classes;
    private final List<Network.Placed> placed = new ArrayList<>();
    /** What layers have left, by their names. */
    private final Map<String, StageValue> values = new HashMap<>();
    /** Signals of rank 2, and what they became. */
    private final Map<StageValue, StageValue> lifted = new HashMap<>();
    /** Where the layer that is being lowered has come to. */
    private StageValue current;

    private int index;

    LowerLayers(Recipe recipe, Shape inputShape, int classes) {
        this.classes = classes;
        this.recipe = recipe;
        this.inputShape = inputShape;
        values.put(NamedLayer.INPUT, new StageValue(Network.INPUT, inputShape, false));
    }

    Network network() {
        if (inputShape.rank() < 1 || inputShape.rank() > 3) {
            throw new BadInputException(place() + ": samples have shape " + inputShape
                    + ", expected [values], [time, channels] or [height, width, channels]");
        }
        for (index = 0; index < recipe.layers().size(); index++) {
            NamedLayer entry = recipe.layers().get(index);
            current = values.get(entry.from().getFirst());
            lower(entry);
            values.put(entry.name(), current);
        }
        return new Network(inputShape, placed);
    }

    private void lower(NamedLayer entry) {
        String name = entry.name();
        switch (entry.layer()) {
            case Layer.Dense dense -> {
                requireVector();
                int units = dense.units() == Layer.Dense.CLASSES ? classes : dense.units();
                add(
                        new Stage.Dense(name, current.shape().elements(), units, dense.useBias(), dense.weights()),
                        Shape.of(units));
                activate(name, dense.activation());
            }
            case Layer.Conv conv -> {
                require(conv.rank());
                conv(name, conv.kernel(), conv.filters(), conv.useBias(), conv.weights());
                activate(name, conv.activation());
            }
            case Layer.DepthwiseConv conv -> {
                require(Layer.Rank.IMAGE);
                depthwise(name, conv.kernel(), conv.depthMultiplier(), conv.useBias(), conv.weights());
                activate(name, conv.activation());
            }
            case Layer.SeparableConv conv -> {
                require(conv.rank());
                depthwise(name + "_depthwise", conv.kernel(), conv.depthMultiplier(), false, conv.weights());
                conv(name, new Kernel(1, 1, 1, 1, Padding.VALID), conv.filters(), conv.useBias(), conv.weights());
                activate(name, conv.activation());
            }
            case Layer.Pool pool -> {
                require(pool.rank());
                Shape out = slide(pool.window(), current.shape().dimension(2));
                add(new Stage.Pool(name, pool.kind(), pool.window()), out);
            }
            case Layer.GlobalAveragePool pool -> {
                require(pool.rank());
                add(new Stage.GlobalAverage(name), Shape.of(current.shape().dimension(2)), false);
            }
            case Layer.GlobalMaxPool pool -> {
                require(pool.rank());
                add(new Stage.GlobalMax(name), Shape.of(current.shape().dimension(2)), false);
            }
            case Layer.ZeroPadding padding -> {
                require(padding.rank());
                Layer.Sides sides = padding.sides();
                add(new Stage.ZeroPad(name, sides.top(), sides.bottom(), sides.left(), sides.right()), padded(sides));
            }
            case Layer.Lstm lstm -> lstm(name, lstm);
            case Layer.Flatten flatten -> reshape(name, Shape.of(current.shape().elements()));
            case Layer.Reshape reshape -> reshape(name, target(reshape.targetShape()));
            case Layer.BatchNormalization norm -> {
                liftSignal();
                int channels = current.shape().dimension(-1);
                add(new Stage.BatchNorm(name, channels, norm.momentum(), norm.epsilon()), current.shape());
            }
            case Layer.Dropout dropout -> add(new Stage.Dropout(name, dropout.rate(), false), current.shape());
            case Layer.SpatialDropout dropout -> {
                require(dropout.rank());
                add(new Stage.Dropout(name, dropout.rate(), true), current.shape());
            }
            case Layer.GaussianNoise noise -> add(new Stage.Noise(name, noise.deviation()), current.shape());
            case Layer.Activate activate -> activate(name, activate.function());
            case Layer.Add add -> {
                List<StageValue> branches = branches(entry);
                requireAlike(branches, entry.from(), branches.getFirst().shape().rank(), "one shape");
                merge(new Stage.Add(name), branches, branches.getFirst().shape());
            }
            case Layer.Concatenate concatenate -> {
                List<StageValue> branches = branches(entry);
                int axis = branches.getFirst().shape().rank() - 1;
                requireAlike(branches, entry.from(), axis, "one shape apart from the channels");
                merge(new Stage.Concatenate(name), branches, BranchShapes.concatenated(branches));
            }
        }
    }

    private void add(Stage stage, Shape out) {
        add(stage, out, current.signal());
    }

    private void add(Stage stage, Shape out, boolean signal) {
        placed.add(new Network.Placed(stage, List.of(current.stage()), current.shape(), out));
        current = new StageValue(placed.size() - 1, out, signal);
    }

    /** The inputs of a layer with several, signals as the stages see them. */
    private List<StageValue> branches(NamedLayer entry) {
        List<StageValue> branches = new ArrayList<>();
        for (String name : entry.from()) {
            current = values.get(name);
            liftSignal();
            branches.add(current);
        }
        return branches;
    }

    private void requireAlike(List<StageValue> branches, List<String> names, int dimensions, String expected) {
        BranchShapes.mismatch(branches, names, dimensions, expected).ifPresent(problem -> {
            throw error(problem);
        });
    }

    private void merge(Stage stage, List<StageValue> branches, Shape out) {
        List<Integer> inputs = branches.stream().map(StageValue::stage).toList();
        StageValue first = branches.getFirst();
        placed.add(new Network.Placed(stage, inputs, first.shape(), out));
        current = new StageValue(placed.size() - 1, out, first.signal());
    }

    private Shape padded(Layer.Sides sides) {
        return Shape.of(
                current.shape().dimension(0) + sides.top() + sides.bottom(),
                current.shape().dimension(1) + sides.left() + sides.right(),
                current.shape().dimension(2));
    }

    /** Keras leaves out the same inputs at each step. */
    private void lstm(String name, Layer.Lstm lstm) {
        require(Layer.Rank.SIGNAL);
        if (lstm.dropout() > 0) {
            add(new Stage.Dropout(name + "_dropout", lstm.dropout(), true), current.shape());
        }
        int steps = current.shape().dimension(0);
        int inputs = current.shape().dimension(2);
        boolean sequences = lstm.returnSequences();
        Shape out = sequences ? Shape.of(steps, 1, lstm.units()) : Shape.of(lstm.units());
        add(new Stage.Lstm(name, inputs, lstm.units(), sequences, lstm.weights()), out, sequences);
    }

    private void conv(String name, Kernel kernel, int filters, boolean useBias, WeightOptions weights) {
        Shape out = slide(kernel, filters);
        add(new Stage.Conv(name, kernel, current.shape().dimension(2), filters, useBias, weights), out);
    }

    private void depthwise(String name, Kernel kernel, int multiplier, boolean useBias, WeightOptions weights) {
        int inputs = current.shape().dimension(2);
        Shape out = slide(kernel, inputs * multiplier);
        add(new Stage.Depthwise(name, kernel, inputs, multiplier, useBias, weights), out);
    }

    private void activate(String name, ActivationFunction function) {
        if (function.kind() == ActivationFunction.Kind.LINEAR) {
            return;
        }
        if (function.kind() == ActivationFunction.Kind.SOFTMAX
                && current.shape().rank() != 1) {
            throw error("softmax over shape " + current.seen() + ", expected one dimension; put flatten before it");
        }
        add(new Stage.Activate(name, function), current.shape());
    }

    private void reshape(String name, Shape target) {
        boolean signal = target.rank() == 2;
        Shape staged = signal ? Shape.of(target.dimension(0), 1, target.dimension(1)) : target;
        if (staged.equals(current.shape())) {
            current = new StageValue(current.stage(), staged, signal);
        } else {
            add(new Stage.Reshape(name, staged), staged, signal);
        }
    }

    private Shape target(List<Integer> dimensions) {
        int known = dimensions.stream().filter(dimension -> dimension != -1).reduce(1, Math::multiplyExact);
        int elements = current.shape().elements();
        int[] resolved = dimensions.stream()
                .mapToInt(dimension -> dimension == -1 ? elements / known : dimension)
                .toArray();
        Shape target = Shape.of(resolved);
        if (target.elements() != elements) {
            throw error("target_shape is " + dimensions + ", but its input " + current.seen() + " has " + elements
                    + " elements");
        }
        return target;
    }

    /** The output of a window that slides over the current shape. */
    private Shape slide(Kernel kernel, int channels) {
        return Shape.of(
                slide("height", current.shape().dimension(0), kernel.height(), kernel.strideHeight(), kernel.padding()),
                slide("width", current.shape().dimension(1), kernel.width(), kernel.strideWidth(), kernel.padding()),
                channels);
    }

    private int slide(String axis, int size, int kernel, int stride, Padding padding) {
        if (padding == Padding.SAME) {
            return (size + stride - 1) / stride;
        }
        if (kernel > size) {
            String along = current.signal() ? "time" : axis;
            throw error("a window of " + kernel + " along the " + along + " is larger than its input " + current.seen()
                    + "; use a smaller window, or padding: same");
        }
        return (size - kernel) / stride + 1;
    }

    private void require(Layer.Rank rank) {
        switch (rank) {
            case SIGNAL -> {
                liftSignal();
                if (!current.signal()) {
                    throw error("its input has shape " + current.seen()
                            + ", expected [time, channels]; use the 2d layer, or put reshape before it");
                }
            }
            case IMAGE -> {
                if (current.signal() || current.shape().rank() != 3) {
                    throw error("its input has shape " + current.seen()
                            + ", expected [height, width, channels]; use the 1d layer, or put reshape before it");
                }
            }
        }
    }

    /** The samples of a signal are [time, channels] only before the first stage; what reads the same values shares the stage. */
    private void liftSignal() {
        if (current.shape().rank() != 2) {
            return;
        }
        StageValue flat = current;
        if (!lifted.containsKey(flat)) {
            reshape(lifted.isEmpty() ? "input_signal" : "input_signal_" + lifted.size(), flat.shape());
            lifted.put(flat, current);
        }
        current = lifted.get(flat);
    }

    private void requireVector() {
        if (current.shape().rank() != 1) {
            throw error("its input has shape " + current.seen()
                    + ", expected one dimension; put flatten or a global average pooling before it");
        }
    }

    private String place() {
        return recipe.place(Math.min(index, recipe.layers().size() - 1));
    }

    private BadInputException error(String problem) {
        return new BadInputException(place() + ": " + problem);
    }
}
