package dev.mote.trainer;

import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/** Arrays for one batch, filled again and again. */
final class Batches {
    /** @param size samples in the arrays, at most the batch size: the last batch may be smaller */
    interface Use {
        TrainingSession.BatchResult with(float[] inputs, float[] targets, int size);
    }

    private final Examples examples;
    private final int batchSize;
    private final float labelSmoothing;
    private final float spread;
    private final boolean classified;
    private final float[] inputs;
    private final float[] targets;
    private final int inputLength;

    /**
     * @param labelSmoothing share of the target that is spread over the classes; 0 for measuring
     * @param loss mean squared error counts no right answers
     */
    Batches(Examples examples, int batchSize, double labelSmoothing, Loss loss) {
        this.examples = examples;
        this.batchSize = batchSize;
        this.labelSmoothing = (float) labelSmoothing;
        this.classified = loss != Loss.MEAN_SQUARED_ERROR;
        // A sigmoid stands for two classes.
        int classes = loss == Loss.BINARY_CROSSENTROPY ? 2 : examples.targetWidth();
        this.spread = (float) (labelSmoothing / classes);
        this.inputLength = examples.inputShape().elements();
        this.inputs = new float[batchSize * inputLength];
        this.targets = new float[batchSize * examples.targetWidth()];
    }

    /**
     * Runs over the samples of {@code order}, batch by batch.
     *
     * @throws CancellationException if the thread is interrupted
     */
    Metrics forEach(int[] order, Use use) {
        Sums sums = new Sums();
        for (int start = 0; start < order.length; start += batchSize) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("training was interrupted");
            }
            int size = Math.min(batchSize, order.length - start);
            fill(order, start, size);
            sums.add(use.with(inputs, targets, size), size);
        }
        return sums.metrics(classified);
    }

    private void fill(int[] order, int start, int size) {
        int width = examples.targetWidth();
        for (int i = 0; i < size; i++) {
            examples.copyInput(order[start + i], inputs, i * inputLength);
            examples.copyTarget(order[start + i], targets, i * width);
        }
        if (labelSmoothing > 0) {
            for (int i = 0; i < size * width; i++) {
                targets[i] = targets[i] * (1 - labelSmoothing) + spread;
            }
        }
    }

    /** Sums over batches of different sizes. */
    static final class Sums {
        private double loss;
        private double correct;
        private long count;

        void add(TrainingSession.BatchResult result, int size) {
            loss += result.loss() * size;
            correct += result.correct();
            count += size;
        }

        Metrics metrics(boolean classified) {
            return new Metrics(loss / count, classified ? OptionalDouble.of(correct / count) : OptionalDouble.empty());
        }
    }
}
