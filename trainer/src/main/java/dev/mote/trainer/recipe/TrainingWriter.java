package dev.mote.trainer.recipe;

import static dev.mote.trainer.recipe.RecipeWriter.line;
import static dev.mote.trainer.recipe.RecipeWriter.pairs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@link TrainingOptions} to YAML. Keys that came after the first version of recipes are left out where they have their default, so that
 * older recipes keep their text and its hash.
 */
final class TrainingWriter {
    private TrainingWriter() {}

    static void write(TrainingOptions training, StringBuilder yaml) {
        line(yaml, "loss", training.loss().keyword());
        line(yaml, "optimizer", optimizer(training.optimizer(), training.clipping()));
        line(yaml, "learning_rate_schedule", schedule(training.schedule(), 0));
        line(yaml, "epochs", Integer.toString(training.epochs()));
        line(yaml, "batch_size", Integer.toString(training.batchSize()));
        line(yaml, "validation_split", Check.number(training.validationSplit()));
        line(yaml, "validation_by_group", Boolean.toString(training.validationByGroup()));
        if (!training.stratify()) {
            line(yaml, "stratify", "false");
        }
        if (!training.classWeights().equals(ClassWeights.NONE)) {
            line(yaml, "class_weights", training.classWeights().text());
        }
        training.reduceOnPlateau().ifPresent(reduce -> line(yaml, "reduce_on_plateau", reduceOnPlateau(reduce)));
        training.earlyStopping().ifPresent(stopping -> line(yaml, "early_stopping", earlyStopping(stopping)));
        line(yaml, "label_smoothing", Check.number(training.labelSmoothing()));
        line(yaml, "average_last_epochs", Integer.toString(training.averageLastEpochs()));
        line(yaml, "augmentation", training.augmentation().text());
    }

    private static String optimizer(Optimizer optimizer, Clipping clipping) {
        String own =
                switch (optimizer) {
                    case Optimizer.Sgd sgd ->
                        pairs("momentum", sgd.momentum()) + (sgd.nesterov() ? ", nesterov: true" : "");
                    case Optimizer.Adam adam ->
                        pairs("beta_1", adam.beta1(), "beta_2", adam.beta2(), "epsilon", adam.epsilon());
                    case Optimizer.AdamW adam ->
                        pairs("beta_1", adam.beta1(), "beta_2", adam.beta2(), "epsilon", adam.epsilon())
                                + ", "
                                + pairs("weight_decay", adam.weightDecay());
                    case Optimizer.RmsProp prop ->
                        pairs("rho", prop.rho(), "momentum", prop.momentum(), "epsilon", prop.epsilon())
                                + ", "
                                + pairs("centered", prop.centered());
                    case Optimizer.Adagrad grad ->
                        pairs("initial_accumulator_value", grad.initialAccumulator(), "epsilon", grad.epsilon());
                    case Optimizer.Adadelta delta -> pairs("rho", delta.rho(), "epsilon", delta.epsilon());
                };
        return group(
                optimizer.keyword(),
                pairs("learning_rate", optimizer.learningRate()),
                own,
                pairs("decay", optimizer.decay()),
                unlessZero("clip_value", clipping.value()),
                unlessZero("clip_norm", clipping.norm()),
                unlessZero("global_clip_norm", clipping.globalNorm()));
    }

    private static String schedule(LearningRateSchedule schedule, double warmupEpochs) {
        String warmup = unlessZero("warmup_epochs", warmupEpochs);
        return switch (schedule) {
            case LearningRateSchedule.Constant constant -> warmupEpochs == 0 ? "constant" : group("constant", warmup);
            case LearningRateSchedule.Cosine cosine ->
                group("cosine", pairs("final_fraction", cosine.finalFraction()), warmup);
            case LearningRateSchedule.ExponentialDecay decay ->
                group("exponential_decay", decay(decay.decayRate(), decay.decayEpochs(), decay.staircase()), warmup);
            case LearningRateSchedule.InverseTimeDecay decay ->
                group("inverse_time_decay", decay(decay.decayRate(), decay.decayEpochs(), decay.staircase()), warmup);
            case LearningRateSchedule.PiecewiseConstant pieces ->
                group(
                        "piecewise_constant",
                        pairs("boundaries", pieces.boundaries(), "factors", pieces.factors()),
                        warmup);
            case LearningRateSchedule.Polynomial polynomial ->
                group(
                        "polynomial",
                        pairs("final_fraction", polynomial.finalFraction(), "power", polynomial.power()),
                        warmup);
            case LearningRateSchedule.OneCycle cycle ->
                group(
                        "one_cycle",
                        pairs("warmup_share", cycle.warmupShare(), "initial_fraction", cycle.initialFraction()),
                        pairs("final_fraction", cycle.finalFraction()));
            case LearningRateSchedule.Warmup first -> schedule(first.then(), first.warmupEpochs());
        };
    }

    private static String decay(double rate, double epochs, boolean staircase) {
        return pairs("decay_rate", rate, "decay_epochs", epochs, "staircase", staircase);
    }

    private static String reduceOnPlateau(ReduceOnPlateau reduce) {
        return "{"
                + pairs("monitor", reduce.monitor().keyword(), "factor", reduce.factor(), "patience", reduce.patience())
                + ", "
                + pairs("min_delta", reduce.minDelta(), "cooldown", reduce.cooldown())
                + ", "
                + pairs("min_learning_rate", reduce.minLearningRate())
                + "}";
    }

    private static String earlyStopping(EarlyStopping stopping) {
        return "{"
                + pairs("monitor", stopping.monitor().keyword(), "patience", stopping.patience())
                + ", "
                + pairs("min_delta", stopping.minDelta(), "restore_best_weights", stopping.restoreBestWeights())
                + "}";
    }

    private static String unlessZero(String key, double value) {
        return value == 0 ? "" : pairs(key, value);
    }

    private static String group(String name, String... pairs) {
        return Stream.of(pairs)
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining(", ", "{" + name + ": {", "}}"));
    }
}
