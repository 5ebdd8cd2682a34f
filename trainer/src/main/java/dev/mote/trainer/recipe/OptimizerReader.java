package dev.mote.trainer.recipe;

import java.util.List;
import java.util.stream.Stream;

/** The group {@code optimizer} of a recipe. */
final class OptimizerReader {
    private static final List<String> NAMES = List.of("adam", "sgd", "adamw", "rmsprop", "adagrad", "adadelta");

    private static final List<String> COMMON =
            List.of("learning_rate", "decay", "clip_value", "clip_norm", "global_clip_norm");

    private final Section group;
    private final String name;

    private OptimizerReader(Section group, String name) {
        this.group = group;
        this.name = name;
    }

    static void read(Section top, Sequential recipe) {
        Section group = top.oneOf("optimizer", "adam", NAMES);
        new OptimizerReader(group, group.onlyKey()).read(recipe);
    }

    private void read(Sequential recipe) {
        Section keys = keys();
        recipe.optimizer(keys.checked(() -> optimizer(keys)))
                .clipping(keys.checked(() -> new Clipping(
                        keys.number("clip_value", 0),
                        keys.number("clip_norm", 0),
                        keys.number("global_clip_norm", 0))));
    }

    private Section keys() {
        List<String> own =
                switch (name) {
                    case "sgd" -> List.of("momentum", "nesterov");
                    case "adam" -> List.of("beta_1", "beta_2", "epsilon");
                    case "adamw" -> List.of("beta_1", "beta_2", "epsilon", "weight_decay");
                    case "rmsprop" -> List.of("rho", "momentum", "epsilon", "centered");
                    case "adagrad" -> List.of("initial_accumulator_value", "epsilon");
                    default -> List.of("rho", "epsilon");
                };
        return group.inner(
                name,
                group.required(name),
                Stream.concat(own.stream(), COMMON.stream()).toList());
    }

    private Optimizer optimizer(Section keys) {
        return switch (name) {
            case "sgd" -> sgd(keys, Optimizer.Sgd.DEFAULT);
            case "adam" -> adam(keys, Optimizer.Adam.DEFAULT);
            case "adamw" -> adamW(keys, Optimizer.AdamW.DEFAULT);
            case "rmsprop" -> rmsProp(keys, Optimizer.RmsProp.DEFAULT);
            case "adagrad" -> adagrad(keys, Optimizer.Adagrad.DEFAULT);
            default -> adadelta(keys, Optimizer.Adadelta.DEFAULT);
        };
    }

    private static Optimizer sgd(Section keys, Optimizer.Sgd keras) {
        return new Optimizer.Sgd(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("momentum", keras.momentum()),
                keys.flag("nesterov", keras.nesterov()),
                keys.number("decay", keras.decay()));
    }

    private static Optimizer adam(Section keys, Optimizer.Adam keras) {
        return new Optimizer.Adam(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("beta_1", keras.beta1()),
                keys.number("beta_2", keras.beta2()),
                keys.number("epsilon", keras.epsilon()),
                keys.number("decay", keras.decay()));
    }

    private static Optimizer adamW(Section keys, Optimizer.AdamW keras) {
        return new Optimizer.AdamW(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("beta_1", keras.beta1()),
                keys.number("beta_2", keras.beta2()),
                keys.number("epsilon", keras.epsilon()),
                keys.number("weight_decay", keras.weightDecay()),
                keys.number("decay", keras.decay()));
    }

    private static Optimizer rmsProp(Section keys, Optimizer.RmsProp keras) {
        return new Optimizer.RmsProp(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("rho", keras.rho()),
                keys.number("momentum", keras.momentum()),
                keys.number("epsilon", keras.epsilon()),
                keys.flag("centered", keras.centered()),
                keys.number("decay", keras.decay()));
    }

    private static Optimizer adagrad(Section keys, Optimizer.Adagrad keras) {
        return new Optimizer.Adagrad(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("initial_accumulator_value", keras.initialAccumulator()),
                keys.number("epsilon", keras.epsilon()),
                keys.number("decay", keras.decay()));
    }

    private static Optimizer adadelta(Section keys, Optimizer.Adadelta keras) {
        return new Optimizer.Adadelta(
                keys.number("learning_rate", keras.learningRate()),
                keys.number("rho", keras.rho()),
                keys.number("epsilon", keras.epsilon()),
                keys.number("decay", keras.decay()));
    }
}
