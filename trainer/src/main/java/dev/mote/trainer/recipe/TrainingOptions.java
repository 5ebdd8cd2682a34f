package dev.mote.trainer.recipe;

import java.util.Objects;
import java.util.Optional;

/**
 * How a network is trained.
 *
 * @param validationSplit share of the training split that is held back
 * @param validationByGroup hold back whole groups (persons) where the data has groups
 * @param stratify hold back the same share of each class, where samples and not groups are held back
 * @param clipping of the gradient
 * @param classWeights of the loss while training
 * @param reduceOnPlateau changes the learning rate besides the schedule
 * @param labelSmoothing share of the target that is spread over all classes
 * @param augmentation of training samples; validation and test see them as they are
 * @param quantization how training goes on with rounded values
 * @param averageLastEpochs the weights are the mean over the ends of so many epochs; 1: those of the last
 */
public record TrainingOptions(
        Loss loss,
        Optimizer optimizer,
        LearningRateSchedule schedule,
        int epochs,
        int batchSize,
        double validationSplit,
        boolean validationByGroup,
        boolean stratify,
        Clipping clipping,
        ClassWeights classWeights,
        Optional<ReduceOnPlateau> reduceOnPlateau,
        Optional<EarlyStopping> earlyStopping,
        double labelSmoothing,
        int averageLastEpochs,
        Augmentation augmentation,
        Optional<QuantizationAwareness> quantization) {
    public TrainingOptions {
        Objects.requireNonNull(optimizer);
        Objects.requireNonNull(schedule);
        Objects.requireNonNull(augmentation);
        Objects.requireNonNull(clipping);
        Objects.requireNonNull(classWeights);
        Objects.requireNonNull(quantization);
        Check.whole("epochs", epochs, 1, 100_000);
        Check.whole("batch_size", batchSize, 1, 65_536);
        Check.below("validation_split", validationSplit, 0, 1);
        Check.below("label_smoothing", labelSmoothing, 0, 1);
        Check.whole("average_last_epochs", averageLastEpochs, 1, 1000);
        requireLoss(loss, labelSmoothing);
        reduceOnPlateau.ifPresent(
                reduce -> requirePossible("reduce_on_plateau", reduce.monitor(), loss, validationSplit));
        earlyStopping.ifPresent(stopping -> requirePossible(stopping, loss, validationSplit, averageLastEpochs));
    }

    /** Of the second part of quantization-aware training, which begins where the first one ended. */
    public TrainingOptions rounded(QuantizationAwareness awareness) {
        return new TrainingOptions(
                loss,
                optimizer.withLearningRate(awareness.learningRate()),
                new LearningRateSchedule.Cosine(0),
                awareness.epochs(),
                batchSize,
                validationSplit,
                validationByGroup,
                stratify,
                clipping,
                classWeights,
                Optional.empty(),
                Optional.empty(),
                labelSmoothing,
                1,
                augmentation,
                quantization);
    }

    private static void requireLoss(Loss loss, double labelSmoothing) {
        if (loss == null) {
            throw new InvalidValueException("loss", "missing");
        }
        if (loss == Loss.MEAN_SQUARED_ERROR && labelSmoothing != 0) {
            throw new InvalidValueException("label_smoothing", "given, but the loss is mean_squared_error");
        }
    }

    private static void requirePossible(
            EarlyStopping stopping, Loss loss, double validationSplit, int averageLastEpochs) {
        requirePossible("early_stopping", stopping.monitor(), loss, validationSplit);
        if (stopping.restoreBestWeights() && averageLastEpochs > 1) {
            throw new InvalidValueException(
                    "average_last_epochs",
                    averageLastEpochs + ", but early_stopping restores the best weights: use one");
        }
    }

    private static void requirePossible(String key, EarlyStopping.Monitor watched, Loss loss, double validationSplit) {
        if (watched.needsValidation() && validationSplit == 0) {
            throw new InvalidValueException(key, "watching " + watched.keyword() + ", but validation_split is 0");
        }
        if (watched.isAccuracy() && loss == Loss.MEAN_SQUARED_ERROR) {
            throw new InvalidValueException(
                    key,
                    "watching " + watched.keyword() + ", but the loss is mean_squared_error: watch loss or val_loss");
        }
    }
}
