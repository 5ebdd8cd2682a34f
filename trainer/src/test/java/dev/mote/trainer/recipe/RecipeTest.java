package dev.mote.trainer.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Padding;
import dev.mote.model.stream.PostProcessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    private static final String DIGITS = """
            name: digits
            data: synthetic-digits
            input: {normalize: scale, scale: 0.00392156862745098}
            seed: 7
            layers:
              - conv2d: {filters: 8, kernel_size: 3, strides: 2, padding: same, activation: relu}
              - batch_normalization
              - max_pooling2d: {pool_size: 2}
              - dropout: {rate: 0.2}
              - flatten
              - dense: {units: 10, activation: softmax}
            loss: sparse_categorical_crossentropy
            optimizer: {sgd: {learning_rate: 0.1, momentum: 0.9, decay: 1e-4}}
            learning_rate_schedule: {cosine: {final_fraction: 0.01}}
            epochs: 12
            batch_size: 64
            validation_split: 0.1
            validation_by_group: false
            early_stopping: {monitor: val_accuracy, patience: 3, restore_best_weights: true}
            label_smoothing: 0.05
            augmentation: {rotate: 12.5, shift: 1, zoom: 0.1, elastic: 0.5}
            """;

    private static Sequential digits() {
        return Sequential.named("digits")
                .data("synthetic-digits")
                .input(new InputOptions(InputOptions.Normalize.SCALE, 0.00392156862745098, List.of(), new TreeMap<>()))
                .seed(7)
                .add(Layer.conv2d(8, 3)
                        .withStrides(2)
                        .withPadding(Padding.SAME)
                        .withActivation(ActivationFunction.RELU))
                .add(Layer.batchNormalization())
                .add(Layer.pooling2d(PoolKind.MAX, 2))
                .add(new Layer.Dropout(0.2))
                .add(new Layer.Flatten())
                .add(Layer.dense(10, ActivationFunction.SOFTMAX))
                .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
                .optimizer(new Optimizer.Sgd(0.1, 0.9, 1e-4))
                .schedule(new LearningRateSchedule.Cosine(0.01))
                .epochs(12)
                .batchSize(64)
                .validationSplit(0.1)
                .validationByGroup(false)
                .earlyStopping(new EarlyStopping(EarlyStopping.Monitor.VAL_ACCURACY, 3, 0, true))
                .labelSmoothing(0.05)
                .augmentation(new Augmentation(12.5, 1, 0.1, 0.5));
    }

    private static Recipe layers(String... layers) {
        return Recipe.parse(
                "r.yaml", "name: r\nloss: mean_squared_error\nlayers:\n  - " + String.join("\n  - ", layers) + "\n");
    }

    @Test
    void readsTheSameAsTheBuilderMakes() {
        Recipe read = Recipe.parse("digits.yaml", DIGITS);
        assertEquals(digits().build().toYaml(), read.toYaml());
        assertEquals(digits().build().training(), read.training());
        assertEquals(digits().build().sha256(), read.sha256());
        assertNotEquals(digits().seed(8).build().sha256(), read.sha256());
        assertEquals(
                List.of("conv2d", "batch_normalization", "max_pooling2d", "dropout", "flatten", "dense"),
                read.layers().stream().map(NamedLayer::name).toList());
        assertEquals(9, read.layers().get(3).line());
    }

    @Test
    void readsPostProcessing() {
        String recipe = "name: r\nlayers: [{dense: {units: 1}}]\nloss: mean_squared_error\npost_processing: ";
        Recipe read = Recipe.parse("r.yaml", recipe + "{average: 3, threshold: 0.6, leave: 0.4, minimum: 2}\n");
        assertEquals(new PostProcessing(3, 1, 0.6, 0.4, 2), read.postProcessing());
        assertEquals(read.toYaml(), Recipe.parse("again.yaml", read.toYaml()).toYaml());
        PostProcessing noHysteresis = new PostProcessing(1, 5, 0.7, 0.7, 1);
        assertEquals(
                noHysteresis,
                Recipe.parse("r.yaml", recipe + "{majority: 5, threshold: 0.7}\n")
                        .postProcessing());
    }

    @Test
    void hasKerasDefaults() {
        Recipe recipe = Recipe.parse(
                "r.yaml", "name: r\nlayers: [{dense: {units: 1}}]\nloss: mean_squared_error\noptimizer: adam\n");
        assertEquals(
                new TrainingOptions(
                        Loss.MEAN_SQUARED_ERROR,
                        new Optimizer.Adam(0.001, 0.9, 0.999, 1e-7, 0),
                        new LearningRateSchedule.Constant(),
                        10,
                        32,
                        0,
                        true,
                        true,
                        Clipping.NONE,
                        ClassWeights.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        1,
                        Augmentation.NONE,
                        Optional.empty()),
                recipe.training());
        assertEquals(InputOptions.NONE, recipe.input());
        assertEquals(1, recipe.seed());
        assertEquals(PostProcessing.NONE, recipe.postProcessing());
        assertEquals(
                new Layer.Dense(1, true, ActivationFunction.LINEAR),
                recipe.layers().getFirst().layer());
    }

    @Test
    void readsEveryLayer() {
        Recipe recipe = layers(
                "conv2d: {filters: 4, kernel_size: [3, 5], strides: [1, 2], padding: valid, use_bias: false}",
                "depthwise_conv2d: {kernel_size: 3, depth_multiplier: 2, activation: relu6}",
                "separable_conv2d: {filters: 4, kernel_size: 3, strides: 2}",
                "max_pooling2d",
                "average_pooling2d: {pool_size: [2, 1], strides: 1}",
                "global_average_pooling2d",
                "conv1d: {filters: 4, kernel_size: 3}",
                "separable_conv1d: {filters: 4, kernel_size: 3, name: second}",
                "max_pooling1d: {pool_size: 3}",
                "average_pooling1d",
                "global_average_pooling1d:",
                "reshape: {target_shape: [-1, 2]}",
                "global_max_pooling2d",
                "global_max_pooling1d",
                "zero_padding1d: {padding: [3, 0]}",
                "zero_padding2d",
                "zero_padding2d: {padding: [2, 3]}",
                "zero_padding2d: {padding: [[1, 2], [3, 4]]}",
                "spatial_dropout1d: {rate: 0.1}",
                "spatial_dropout2d: {rate: 0.2}",
                "gaussian_noise: {stddev: 0.5}",
                "lstm: {units: 4}",
                "lstm: {units: 4, return_sequences: true, dropout: 0.2, kernel_regularizer: {l2: 1}}",
                "activation: tanh",
                "activation: {function: sigmoid}",
                "batch_normalization: {momentum: 0.9, epsilon: 1e-5}",
                "dense: {units: classes, activation: {leaky_relu: {negative_slope: 0.1}}}");
        assertEquals(
                new Layer.Conv(
                        Layer.Rank.IMAGE, 4, new Kernel(3, 5, 1, 2, Padding.VALID), false, ActivationFunction.LINEAR),
                recipe.layers().getFirst().layer());
        assertEquals(Layer.pooling2d(PoolKind.MAX, 2), recipe.layers().get(3).layer());
        assertEquals(
                new Layer.Pool(Layer.Rank.IMAGE, PoolKind.AVERAGE, new Kernel(2, 1, 1, 1, Padding.VALID)),
                recipe.layers().get(4).layer());
        assertEquals("second", recipe.layers().get(7).name());
        assertEquals(Layer.pooling1d(PoolKind.MAX, 3), recipe.layers().get(8).layer());
        assertEquals(
                new Layer.ZeroPadding(Layer.Rank.SIGNAL, new Layer.Sides(3, 0, 0, 0)),
                recipe.layers().get(14).layer());
        assertEquals(
                List.of(new Layer.Sides(1, 1, 1, 1), new Layer.Sides(2, 2, 3, 3), new Layer.Sides(1, 2, 3, 4)),
                recipe.layers().subList(15, 18).stream()
                        .map(entry -> ((Layer.ZeroPadding) entry.layer()).sides())
                        .toList());
        assertEquals(
                new Layer.Lstm(4, false, 0, WeightOptions.DEFAULT),
                recipe.layers().get(21).layer());
        assertEquals("activation_1", recipe.layers().get(24).name());
        assertEquals(
                new Layer.BatchNormalization(0.9, 1e-5), recipe.layers().get(25).layer());
        assertEquals(recipe.toYaml(), Recipe.parse("again", recipe.toYaml()).toYaml());
    }

    @Test
    void readsBranches() {
        Recipe recipe = layers(
                "conv2d: {filters: 4, kernel_size: 3, name: stem}",
                "conv2d: {filters: 4, kernel_size: 1, name: left}",
                "conv2d: {filters: 4, kernel_size: 1, from: stem}",
                "add: {from: [left, conv2d, stem]}",
                "concatenate: {from: [add, input]}",
                "activation: {function: relu, from: concatenate}");
        assertEquals(
                List.of("[input]", "[stem]", "[stem]", "[left, conv2d, stem]", "[add, input]", "[concatenate]"),
                recipe.layers().stream().map(entry -> entry.from().toString()).toList());
        String yaml = recipe.toYaml();
        assertTrue(yaml.contains("conv2d: {name: left, filters: 4,"), yaml);
        assertTrue(yaml.contains("conv2d: {name: conv2d, from: stem, filters: 4,"), yaml);
        assertTrue(yaml.contains("- add: {name: add, from: [left, conv2d, stem]}"), yaml);
        assertTrue(yaml.contains("- activation: {name: activation, function: relu}"), yaml);
        assertEquals(yaml, Recipe.parse("again", yaml).toYaml());
        Recipe built = Sequential.named("r")
                .add("stem", Layer.conv2d(4, 3))
                .add("left", Layer.conv2d(4, 1))
                .add("conv2d", List.of("stem"), Layer.conv2d(4, 1))
                .add("add", List.of("left", "conv2d", "stem"), new Layer.Add())
                .add("concatenate", List.of("add", "input"), new Layer.Concatenate())
                .add(new Layer.Activate(ActivationFunction.RELU))
                .loss(Loss.MEAN_SQUARED_ERROR)
                .build();
        assertEquals(yaml, built.toYaml());
    }

    @Test
    void readsWhereWeightsStartAndWhatTheyCost() {
        Recipe recipe = layers(
                "conv2d: {filters: 4, kernel_size: 3, kernel_initializer: he_normal, kernel_regularizer: {l1: 0.5}}",
                "depthwise_conv2d: {kernel_size: 3, kernel_initializer: zeros, bias_regularizer: {l2: 0.25}}",
                "separable_conv2d: {filters: 4, kernel_size: 3, kernel_regularizer: {l1: 1, l2: 2}}",
                "flatten",
                "dense: {units: 3, kernel_initializer: {random_uniform: {maxval: 0.1}}}",
                "dense: {units: 3, kernel_initializer: {random_normal: {mean: 1, stddev: 0.5}}}",
                "dense: {units: 1, kernel_initializer: random_uniform, kernel_regularizer: {}}");
        assertEquals(
                new WeightOptions(
                        new Initializer.Scaled(Initializer.Scaled.Kind.HE_NORMAL),
                        new Regularizer(0.5, 0),
                        Regularizer.NONE),
                ((Layer.Conv) recipe.layers().getFirst().layer()).weights());
        String yaml = recipe.toYaml();
        for (String part : List.of(
                "activation: linear, kernel_initializer: he_normal, kernel_regularizer: {l1: 0.5, l2: 0}}\n",
                "activation: linear, kernel_initializer: zeros, bias_regularizer: {l1: 0, l2: 0.25}}\n",
                "activation: linear, kernel_regularizer: {l1: 1, l2: 2}}\n",
                "{random_uniform: {minval: -0.05, maxval: 0.1}}}\n",
                "{random_normal: {mean: 1, stddev: 0.5}}}\n",
                "{random_uniform: {minval: -0.05, maxval: 0.05}}}\n")) {
            assertTrue(yaml.contains(part), part + yaml);
        }
        assertEquals(yaml, Recipe.parse("again", yaml).toYaml());
    }

    @Test
    void refusesBranchesThatLeadNowhere() {
        assertMessage(
                "r.yaml:5: layers[1].dense: no layer reads 'dense'; name it in the from of a later layer, or remove it",
                () -> layers("flatten", "dense: {units: 1}", "dense: {units: 2, from: flatten}"));
        assertMessage(
                "r.yaml:4: layers[0].flatten: from is 'later', which does not stand before it, expected a layer before it:"
                        + " change the order, there are no cycles",
                () -> layers("flatten: {from: later}", "dense: {units: 1, name: later}"));
    }

    /** Of a recipe that was written before there were branches. */
    @Test
    void keepsTheHashOfAChain() {
        assertEquals(
                "91e6c3a6b5925e210076ff959fbecef8434464fd9fba8129480207910d4803ea",
                digits().build().sha256());
    }

    @Test
    void writesWhatItReads() {
        Recipe recipe = digits().input(new InputOptions(
                        InputOptions.Normalize.STANDARDIZE, 1, List.of("it's x", "body y"), new TreeMap<>()))
                .build();
        assertEquals(recipe.toYaml(), Recipe.parse("again", recipe.toYaml()).toYaml());
    }

    @Test
    void readsTheExamples() throws IOException {
        Path examples = Path.of("..", "examples");
        for (String name : List.of("digits", "activity")) {
            assertEquals(
                    name,
                    Recipe.read(examples.resolve(name).resolve("recipe.yaml")).name());
        }
    }

    @Test
    void theManualsExampleIsARecipe() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "recipes.md"));
        String example = manual.substring(manual.indexOf("```yaml") + 8, manual.indexOf("```\n"));
        assertEquals("digits", Recipe.parse("recipes.md", example).name());
    }

    @Test
    void theManualNamesEveryKey() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "recipes.md"));
        List<String> keys = new ArrayList<>(RecipeReader.KEYS);
        keys.addAll(LayerReader.keywords());
        keys.addAll(FrontEndReader.keywords());
        for (String key : keys) {
            assertTrue(manual.contains("`" + key + "`"), key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv2d: {filtres: 8, kernel_size: 3} -> r.yaml:4: layers[0].conv2d: unknown key 'filtres'; did you mean 'filters'?",
                "conv2d: {filters: 8, kernel_size: 3, colour: red} -> r.yaml:4: layers[0].conv2d: unknown key 'colour'; known: name, from, filters, kernel_size, strides, padding, use_bias, activation, kernel_initializer, kernel_regularizer, bias_regularizer",
                "conv2d: {kernel_size: 3} -> r.yaml:4: layers[0].conv2d: key 'filters' is missing",
                "conv2d: {filters: 0, kernel_size: 3} -> r.yaml:4: layers[0].conv2d: filters is 0, expected 1 to 65536",
                "conv2d: {filters: 1.5, kernel_size: 3} -> r.yaml:4: layers[0].conv2d: filters is number 1.5, expected a whole number",
                "conv2d: {filters: eight, kernel_size: 3} -> r.yaml:4: layers[0].conv2d: filters is text 'eight', expected a whole number",
                "conv2d: {filters: 99999999999999999999, kernel_size: 3} -> r.yaml:4: layers[0].conv2d: filters is number 1.0E20, expected a whole number",
                "conv2d: {filters: 8, kernel_size: -1} -> r.yaml:4: layers[0].conv2d: kernel_size is -1, expected 1 to 1024",
                "conv2d: {filters: 8, kernel_size: [3, 3, 3]} -> r.yaml:4: layers[0].conv2d: kernel_size is a list, expected one number, or two: [height, width]",
                "conv1d: {filters: 8, kernel_size: [3, 3]} -> r.yaml:4: layers[0].conv1d: kernel_size is a list, expected a whole number",
                "conv2d: {filters: 8, kernel_size: 3, padding: full} -> r.yaml:4: layers[0].conv2d: padding is text 'full', expected a known name; known: same, valid",
                "conv2d: {filters: 8, kernel_size: 3, use_bias: maybe} -> r.yaml:4: layers[0].conv2d: use_bias is text 'maybe', expected true or false",
                "depthwise_conv2d: {kernel_size: 3, strides: [1, 2]} -> r.yaml:4: layers[0].depthwise_conv2d: strides is [1, 2], expected the same along both dimensions of a depthwise convolution",
                "dense: {units: many} -> r.yaml:4: layers[0].dense: units is text 'many', expected 1 to 65536, or the word classes",
                "dense: {units: 1, activation: rellu} -> r.yaml:4: layers[0].dense: activation is text 'rellu', expected a known name; did you mean 'relu'?",
                "dense: {units: 1, activation: {leaky_relu: {negative_slope: 2}}} -> r.yaml:4: layers[0].dense.activation.leaky_relu: negative_slope is 2, expected 0 or more and below 1",
                "dense: {units: 1, name: 2nd} -> r.yaml:4: layers[0].dense: name is '2nd', expected ...",
                "dens: {units: 1} -> r.yaml:4: layers[0]: unknown layer 'dens'; did you mean 'dense'?",
                "gru: {units: 1} -> r.yaml:4: layers[0]: unknown layer 'gru'; known: dense, conv2d, conv1d, ...",
                "dropout: {rate: 1} -> r.yaml:4: layers[0].dropout: rate is 1, expected 0 or more and below 1",
                "dropout: {rate: .nan} -> r.yaml:4: not readable as YAML: Malformed numeric value '.nan'",
                "dropout: 0.5 -> r.yaml:4: layers[0].dropout: number 0.5, expected keys: name, from, rate",
                "batch_normalization: {momentum: 1} -> r.yaml:4: layers[0].batch_normalization: momentum is 1, expected 0 or more and below 1",
                "reshape: {target_shape: [-1, -1]} -> r.yaml:4: layers[0].reshape: target_shape is [-1, -1], expected at most one -1",
                "reshape: {target_shape: [0]} -> r.yaml:4: layers[0].reshape: target_shape is 0, expected 1 to 65536",
                "{dense: {units: 1}, flatten: {}} -> r.yaml:4: layers[0]: keys dense, flatten, expected one layer, as 'conv2d: {filters: 8, kernel_size: 3}'",
                "dense: {units: 1, kernel_initializer: he} -> r.yaml:4: layers[0].dense.kernel_initializer: unknown key 'he'; known: glorot_uniform, ...",
                "dense: {units: 1, kernel_initializer: {}} -> r.yaml:4: layers[0].dense: kernel_initializer is a group of keys, expected one of glorot_uniform, ...",
                "dense: {units: 1, kernel_initializer: {random_uniform: {minval: 1, maxval: 1}}} -> r.yaml:4: layers[0].dense.kernel_initializer.random_uniform: minval is 1, expected less than maxval 1",
                "dense: {units: 1, kernel_initializer: {random_normal: {stddev: 0}}} -> r.yaml:4: layers[0].dense.kernel_initializer.random_normal: stddev is 0, expected a number above 0",
                "dense: {units: 1, kernel_regularizer: {l3: 1}} -> r.yaml:4: layers[0].dense.kernel_regularizer: unknown key 'l3'; did you mean 'l1'?",
                "dense: {units: 1, kernel_regularizer: {l2: -1}} -> r.yaml:4: layers[0].dense.kernel_regularizer: l2 is -1, expected 0 to 1000000",
                "lstm: {units: 0} -> r.yaml:4: layers[0].lstm: units is 0, expected 1 to 65536",
                "lstm: {units: 1, dropout: 1} -> r.yaml:4: layers[0].lstm: dropout is 1, expected 0 or more and below 1",
                "zero_padding1d: {padding: [1, 2, 3]} -> r.yaml:4: layers[0].zero_padding1d: padding is a list, expected one number for both sides, or two",
                "zero_padding2d: {padding: -1} -> r.yaml:4: layers[0].zero_padding2d: padding is -1, expected 0 to 1024",
                "zero_padding2d: {padding: [1]} -> r.yaml:4: layers[0].zero_padding2d: padding is a list, expected one number, [height, width], or ...",
                "gaussian_noise: {stddev: -1} -> r.yaml:4: layers[0].gaussian_noise: stddev is -1, expected 0 to 1000000",
                "add: {} -> r.yaml:4: layers[0].add: key 'from' is missing",
                "add: {from: input} -> r.yaml:4: layers[0].add: from is text 'input', expected a list",
                "add: {from: [input]} -> r.yaml:4: layers[0].add: number of names in from is 1, expected 2 to 100",
                "flatten: {from: [input]} -> r.yaml:4: layers[0].flatten: from is a list, expected text",
                "flatten: {from: inputs} -> r.yaml:4: layers[0].flatten: from is 'inputs', which no layer is called; did you mean 'input'?",
                "flatten: {from: flatten} -> r.yaml:4: layers[0].flatten: from is 'flatten', which does not stand before it, expected a layer before it: change the order, there are no cycles",
                "flatten: {name: input} -> r.yaml:4: layers[0].flatten: name is 'input', which stands for the input of the network: use another",
                "3 -> r.yaml:4: layers[0]: number 3, expected one layer, as ...",
            })
    void refusesAWrongLayer(String layerAndMessage) {
        String[] parts = layerAndMessage.split(" -> ");
        assertMessage(parts[1], () -> layers(parts[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epochs: 0 -> r.yaml:4: epochs is 0, expected 1 to 100000",
                "epoch: 3 -> r.yaml:4: unknown key 'epoch'; did you mean 'epochs'?",
                "batch_size: many -> r.yaml:4: batch_size is text 'many', expected a whole number",
                "seed: -1 -> r.yaml:4: seed is -1, expected 0 to 2147483647",
                "validation_split: 1 -> r.yaml:4: validation_split is 1, expected 0 or more and below 1",
                "optimizer: adamx -> r.yaml:4: optimizer: unknown key 'adamx'; did you mean 'adam'?",
                "optimizer: {sgd: {}, adam: {}} -> r.yaml:4: optimizer is a group of keys, expected one of adam, sgd, adamw, rmsprop, adagrad, adadelta",
                "optimizer: {adam: {learning_rate: 0}} -> r.yaml:4: optimizer.adam: learning_rate is 0, expected a number above 0",
                "optimizer: {adam: {lr: 1}} -> r.yaml:4: optimizer.adam: unknown key 'lr'; known: beta_1, beta_2, epsilon, learning_rate, decay, clip_value, clip_norm, global_clip_norm",
                "optimizer: {} -> r.yaml:4: optimizer is a group of keys, expected one of adam, sgd, adamw, rmsprop, adagrad, adadelta",
                "learning_rate_schedule: linear -> r.yaml:4: learning_rate_schedule: unknown key 'linear'; known: constant, cosine, exponential_decay, inverse_time_decay, piecewise_constant, polynomial, one_cycle",
                "learning_rate_schedule: {cosine: {final_fraction: 2}} -> r.yaml:4: learning_rate_schedule.cosine: final_fraction is 2, expected 0 to 1",
                "early_stopping: {monitor: val_loss} -> r.yaml:4: early_stopping is watching val_loss, but validation_split is 0",
                "early_stopping: {monitor: accuracy} -> r.yaml:4: early_stopping is watching accuracy, but the loss is mean_squared_error: watch loss or val_loss",
                "early_stopping: {patience: -1} -> r.yaml:4: early_stopping: patience is -1, expected 0 to 10000",
                "label_smoothing: 0.1 -> r.yaml:4: label_smoothing is given, but the loss is mean_squared_error",
                "augmentation: {rotate: 181} -> r.yaml:4: augmentation: rotate is 181, expected 0 to 180",
                "augmentation: {shift: -1} -> r.yaml:4: augmentation: shift is -1, expected 0 to 1024",
                "augmentation: {zoom: 2} -> r.yaml:4: augmentation: zoom is 2, expected 0 to 1",
                "input: {normalize: log} -> r.yaml:4: input: normalize is text 'log', expected a known name; known: none, scale, min_max, standardize",
                "input: {normalize: scale} -> r.yaml:4: input: key 'scale' is missing",
                "input: {scale: 2} -> r.yaml:4: input: scale is given, but only 'normalize: scale' has one",
                "input: {channels: [x, x]} -> r.yaml:4: input: channels is [x, x], expected each channel once",
                "input: {channels: x} -> r.yaml:4: input: channels is text 'x', expected a list",
                "post_processing: {average: 0} -> r.yaml:4: post_processing: average is 0, expected 1 to 100",
                "post_processing: {threshold: 0.5, leave: 0.6} -> r.yaml:4: post_processing: leave is 0.6, expected 0 to 0.5",
                "post_processing: {minimum: 0.5} -> r.yaml:4: post_processing: minimum is number 0.5, expected a whole number",
                "post_processing: {smooth: 2} -> r.yaml:4: post_processing: unknown key 'smooth'; known: average, majority, threshold, leave, minimum",
                "name: r -> r.yaml:4: not readable as YAML: Duplicate field 'name'",
                "data: [a: b -> r.yaml:4: not readable as YAML: while parsing a flow sequence: expected ',' or ']', but got <stream end>",
            })
    void refusesAWrongKey(String lineAndMessage) {
        String[] parts = lineAndMessage.split(" -> ");
        assertMessage(
                parts[1],
                () -> Recipe.parse(
                        "r.yaml",
                        "name: r\nloss: mean_squared_error\nlayers: [{dense: {units: 1}}]\n" + parts[0] + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'' -> r.yaml:1: empty, expected keys: name, data, ...",
                "name: r -> r.yaml:1: key 'layers' is missing",
                "- name -> r.yaml:1: a list, expected keys: name, data, ...",
                "{name: r, layers: [], loss: mean_squared_error} -> r.yaml:1: layers is empty, expected at least one layer",
                "{name: r, layers: [flatten]} -> r.yaml:1: key 'loss' is missing",
                "{name: 3d, layers: [flatten], loss: mean_squared_error} -> r.yaml:1: name is '3d', expected a letter, then ...",
                "{name: &a r, data: *a} -> r.yaml:1: alias '*a', expected the value itself: recipes have no aliases",
                "{name: r}\n---\n{name: s} -> r.yaml:3: a second document, expected one",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]] -> r.yaml:1: nested deeper than 12 levels, expected a recipe",
            })
    void refusesWhatIsNoRecipe(String textAndMessage) {
        String[] parts = textAndMessage.split(" -> ");
        assertMessage(parts[1], () -> Recipe.parse("r.yaml", parts[0].equals("''") ? "" : parts[0]));
    }

    /** Nine names that stand for each other would be 10^9 values. */
    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertMessage("r.yaml:2: alias '*a0', ...", () -> Recipe.parse("r.yaml", bomb.toString()));
    }

    @Test
    void refusesAMissingFile(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertMessage(file + ": no such file, expected a recipe", () -> Recipe.read(file));
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("image.yaml"), new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        assertMessage(file + ": not UTF-8 text, expected a recipe in YAML", () -> Recipe.read(file));
    }

    @Test
    void refusesAHugeFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);
        assertMessage(file + ": 1048577 bytes, expected a recipe of at most 1048576", () -> Recipe.read(file));
    }

    /** @param expected may end in {@code ...}: then only the beginning counts */
    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable use) {
        String message = assertThrows(BadInputException.class, use).getMessage();
        if (expected.endsWith("...")) {
            assertTrue(message.startsWith(expected.substring(0, expected.length() - 3)), message);
        } else {
            assertEquals(expected, message);
        }
        assertEquals(1, message.lines().count());
    }
}
