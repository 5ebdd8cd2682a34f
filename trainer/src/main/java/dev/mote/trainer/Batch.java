package dev.mote.trainer;

import dev.mote.trainer.tensorflow.TrainingSession;

/** Arrays for the samples of one batch, filled again and again. */
final class Batch {
    final float[] inputs;
    final float[] targets;

    /** Samples in the arrays, at most the batch size: the last batch may be smaller. */
    int size;

    Batch(int batchSize, int inputLength, int targetWidth) {
        inputs = new float[batchSize * inputLength];
        targets = new float[batchSize * targetWidth];
    }

    /** What is done with a batch. */
    interface Use {
        TrainingSession.BatchResult with(float[] inputs, float[] targets, int size);
    }
}
