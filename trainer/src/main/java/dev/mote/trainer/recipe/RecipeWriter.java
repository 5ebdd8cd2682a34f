package dev.mote.trainer.recipe;

import dev.mote.model.stream.PostProcessing;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Recipe} to YAML, every default written out. */
final class RecipeWriter {
    private RecipeWriter() {}

    static String write(Recipe recipe) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "name", recipe.name());
        line(yaml, "data", DataWriter.write(recipe.data()));
        line(yaml, "input", input(recipe.input()));
        recipe.frontEnd().ifPresent(options -> line(yaml, "front_end", FrontEndWriter.write(options)));
        line(yaml, "seed", Long.toString(recipe.seed()));
        yaml.append("layers:\n");
        String before = NamedLayer.INPUT;
        for (NamedLayer entry : recipe.layers()) {
            yaml.append("  - ").append(entry.layer().type()).append(": ");
            yaml.append(keys(
                            pairs("name", entry.name()),
                            from(entry, before),
                            layer(entry.layer()),
                            weights(entry.layer())))
                    .append('\n');
            before = entry.name();
        }
        TrainingWriter.write(recipe.training(), yaml);
        recipe.training().quantization().ifPresent(awareness -> line(yaml, "quantization", quantization(awareness)));
        if (!recipe.postProcessing().equals(PostProcessing.NONE)) {
            line(yaml, "post_processing", PostProcessingText.write(recipe.postProcessing()));
        }
        return yaml.toString();
    }

    /** Nothing for a layer that reads the one before it. */
    private static String from(NamedLayer entry, String before) {
        if (entry.layer() instanceof Layer.Merge) {
            return pairs("from", entry.from());
        }
        String only = entry.from().getFirst();
        return only.equals(before) ? "" : pairs("from", only);
    }

    private static String quantization(QuantizationAwareness awareness) {
        return keys(pairs(
                "aware",
                true,
                "weights",
                "int8",
                "ranges",
                Named.keyword(awareness.ranges()),
                "epochs",
                awareness.epochs(),
                "learning_rate",
                Check.number(awareness.learningRate())));
    }

    private static String layer(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense ->
                pairs("units", units(dense), "use_bias", dense.useBias(), "activation", function(dense.activation()));
            case Layer.Conv conv ->
                pairs("filters", conv.filters(), "kernel_size", window(conv.rank(), conv.kernel()))
                        + tail(conv.useBias(), conv.activation());
            case Layer.DepthwiseConv conv ->
                pairs(
                                "depth_multiplier",
                                conv.depthMultiplier(),
                                "kernel_size",
                                window(Layer.Rank.IMAGE, conv.kernel()))
                        + tail(conv.useBias(), conv.activation());
            case Layer.SeparableConv conv ->
                pairs(
                                "filters",
                                conv.filters(),
                                "depth_multiplier",
                                conv.depthMultiplier(),
                                "kernel_size",
                                window(conv.rank(), conv.kernel()))
                        + tail(conv.useBias(), conv.activation());
            case Layer.Pool pool -> pairs("pool_size", window(pool.rank(), pool.window()));
            case Layer.GlobalAveragePool pool -> "";
            case Layer.GlobalMaxPool pool -> "";
            case Layer.ZeroPadding padding -> pairs("padding", sides(padding));
            case Layer.Lstm lstm ->
                pairs("units", lstm.units(), "return_sequences", lstm.returnSequences(), "dropout", lstm.dropout());
            case Layer.SpatialDropout dropout -> pairs("rate", dropout.rate());
            case Layer.GaussianNoise noise -> pairs("stddev", noise.deviation());
            case Layer.Flatten flatten -> "";
            case Layer.Reshape reshape -> pairs("target_shape", reshape.targetShape());
            case Layer.BatchNormalization norm -> pairs("momentum", norm.momentum(), "epsilon", norm.epsilon());
            case Layer.Dropout dropout -> pairs("rate", dropout.rate());
            case Layer.Activate activate -> pairs("function", function(activate.function()));
            case Layer.Merge merge -> "";
        };
    }

    /** Only what is not a default, so that recipes of before keep their text. */
    private static String weights(Layer layer) {
        if (!(layer instanceof Layer.Weighted weighted)) {
            return "";
        }
        WeightOptions options = weighted.weights();
        StringJoiner joiner = new StringJoiner(", ");
        if (!options.kernelInitializer().equals(Initializer.GLOROT_UNIFORM)) {
            joiner.add(pairs("kernel_initializer", initializer(options.kernelInitializer())));
        }
        if (!options.kernelRegularizer().equals(Regularizer.NONE)) {
            joiner.add(pairs("kernel_regularizer", regularizer(options.kernelRegularizer())));
        }
        if (!options.biasRegularizer().equals(Regularizer.NONE)) {
            joiner.add(pairs("bias_regularizer", regularizer(options.biasRegularizer())));
        }
        return joiner.toString();
    }

    private static String initializer(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Scaled scaled -> Named.keyword(scaled.kind());
            case Initializer.Constant constant -> constant.value() == 0 ? "zeros" : "ones";
            case Initializer.Uniform uniform ->
                "{random_uniform: {" + pairs("minval", uniform.min(), "maxval", uniform.max()) + "}}";
            case Initializer.Normal normal ->
                "{random_normal: {" + pairs("mean", normal.mean(), "stddev", normal.deviation()) + "}}";
        };
    }

    private static String regularizer(Regularizer regularizer) {
        return "{" + pairs("l1", regularizer.l1(), "l2", regularizer.l2()) + "}";
    }

    private static String sides(Layer.ZeroPadding padding) {
        Layer.Sides sides = padding.sides();
        List<Integer> vertical = List.of(sides.top(), sides.bottom());
        return padding.rank() == Layer.Rank.SIGNAL
                ? vertical.toString()
                : List.of(vertical, List.of(sides.left(), sides.right())).toString();
    }

    private static String units(Layer.Dense dense) {
        return dense.units() == Layer.Dense.CLASSES ? "classes" : Integer.toString(dense.units());
    }

    private static String tail(boolean useBias, ActivationFunction activation) {
        return ", " + pairs("use_bias", useBias, "activation", function(activation));
    }

    /** The size, and the keys that follow it. */
    private static String window(Layer.Rank rank, Kernel kernel) {
        String size = side(rank, kernel.height(), kernel.width());
        String strides = side(rank, kernel.strideHeight(), kernel.strideWidth());
        return size + ", " + pairs("strides", strides, "padding", Named.keyword(kernel.padding()));
    }

    private static String side(Layer.Rank rank, int height, int width) {
        return rank == Layer.Rank.SIGNAL ? Integer.toString(height) : "[" + height + ", " + width + "]";
    }

    private static String function(ActivationFunction function) {
        String name = Named.keyword(function.kind());
        return function.kind() == ActivationFunction.Kind.LEAKY_RELU
                ? "{" + name + ": {" + pairs("negative_slope", function.negativeSlope()) + "}}"
                : name;
    }

    private static String input(InputOptions input) {
        String keys = pairs("normalize", Named.keyword(input.normalize()), "scale", input.scale());
        String channels = input.channels().stream().map(RecipeWriter::quoted).collect(Collectors.joining(", "));
        String compress = input.compress().entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + Check.number(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "{" + keys + ", channels: [" + channels + "], compress: {" + compress + "}}";
    }

    static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static String keys(String... pairs) {
        return Stream.of(pairs).filter(pair -> !pair.isEmpty()).collect(Collectors.joining(", ", "{", "}"));
    }

    /** {@code key: value, key: value} of alternating keys and values. */
    static String pairs(Object... alternating) {
        StringJoiner joiner = new StringJoiner(", ");
        for (int i = 0; i < alternating.length; i += 2) {
            Object value = alternating[i + 1];
            joiner.add(alternating[i] + ": " + (value instanceof Double number ? Check.number(number) : value));
        }
        return joiner.toString();
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
