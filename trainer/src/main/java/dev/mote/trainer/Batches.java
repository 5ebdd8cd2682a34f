package dev.mote.trainer;

import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/** Samples, batch by batch. */
final class Batches {
    /** Largest batch where nothing is learned; larger than most of training's, since it only costs memory. */
    private static final int EVALUATION_BATCH = 256;

    /** 16 MB: several batches are prepared at once, and TensorFlow needs many times as much for its results. */
    private static final int EVALUATION_VALUES = 1 << 22;

    private final Examples examples;
    private final Workers workers;
    private final int batchSize;
    private final float labelSmoothing;
    private final float spread;
    private final boolean classified;
    private final int inputLength;
    private final int targetWidth;
    private final Mixup mixup;
    private final Deque<Batch> unused = new ArrayDeque<>();

    /**
     * @param labelSmoothing share of the target that is spread over the classes; 0 for measuring
     * @param loss mean squared error of values counts no right answers
     */
    Batches(Examples examples, Workers workers, int batchSize, double labelSmoothing, Loss loss, Mixup mixup) {
        this.mixup = mixup;
        this.examples = examples;
        this.workers = workers;
        this.batchSize = batchSize;
        this.labelSmoothing = (float) labelSmoothing;
        this.classified = loss != Loss.MEAN_SQUARED_ERROR || examples.hasClasses();
        this.inputLength = examples.inputShape().elements();
        this.targetWidth = examples.targetWidth();
        // A sigmoid stands for two classes.
        int classes = loss == Loss.BINARY_CROSSENTROPY ? 2 : targetWidth;
        this.spread = (float) (labelSmoothing / classes);
    }

    /** For measuring: every sample as it is. */
    static Batches measuring(Examples examples, Workers workers, Loss loss) {
        int size = Math.clamp(EVALUATION_VALUES / examples.inputShape().elements(), 1, EVALUATION_BATCH);
        return new Batches(examples, workers, size, 0, loss, new Mixup(0, new Chance(0)));
    }

    /**
     * Runs over the samples of {@code order}. Where several batches are needed they are prepared by other threads, ahead of their use.
     *
     * @param epoch counted from 1, for what changes from epoch to epoch; 0 for measuring
     * @throws CancellationException if the thread is interrupted
     */
    Metrics forEach(int epoch, int[] order, Batch.Use use) {
        Examples ofEpoch = examples.inEpoch(epoch);
        Sums sums = new Sums();
        Deque<Batch> used = new ArrayDeque<>();
        workers.run(
                Math.ceilDiv(order.length, batchSize),
                () -> {
                    Batch batch = unused.isEmpty() ? new Batch(batchSize, inputLength, targetWidth) : unused.pop();
                    used.push(batch);
                    return batch;
                },
                (number, batch) -> fill(ofEpoch, epoch, order, number * batchSize, batch),
                batch -> sums.add(use.with(batch.inputs, batch.targets, batch.size), batch.size));
        // Only after a run to its end: a worker may still write to the arrays of one that was given up.
        unused.addAll(used);
        return sums.metrics(classified);
    }

    private void fill(Examples ofEpoch, int epoch, int[] order, int start, Batch batch) {
        batch.size = Math.min(batchSize, order.length - start);
        for (int i = 0; i < batch.size; i++) {
            ofEpoch.copyInput(order[start + i], batch.inputs, i * inputLength);
            ofEpoch.copyTarget(order[start + i], batch.targets, i * targetWidth);
            if (mixup.used()) {
                mixup.apply(ofEpoch, epoch, order, start + i, batch, i);
            }
        }
        if (labelSmoothing > 0) {
            for (int i = 0; i < batch.size * targetWidth; i++) {
                batch.targets[i] = batch.targets[i] * (1 - labelSmoothing) + spread;
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
