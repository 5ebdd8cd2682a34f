package dev.mote.trainer.tensorflow;

import dev.mote.trainer.recipe.Loss;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What is measured on a batch. Targets are [n, outputs]: values, or one-hot classes.
 *
 * @param loss mean over the batch
 * @param correct number of right answers (a share where a sample has several); 0 for mean squared error
 */
record Objective(Operand<TFloat32> loss, Operand<TFloat32> correct) {
    static Objective of(Ops tf, Loss loss, Forward.Result forward, Operand<TFloat32> targets) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR ->
                new Objective(mean(tf, tf.math.squaredDifference(forward.output(), targets)), tf.constant(0f));
            case BINARY_CROSSENTROPY -> binary(tf, forward.logits(), targets);
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
                categorical(tf, forward.logits(), targets);
        };
    }

    /** softplus(z) - z * y is finite for every z, and its gradient sigmoid(z) - y is right at 0 too. */
    private static Objective binary(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets) {
        Operand<TFloat32> each = tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, targets));
        Operand<TFloat32> equal = tf.dtypes.cast(
                tf.math.equal(tf.math.greater(logits, tf.constant(0f)), tf.math.greater(targets, tf.constant(0.5f))),
                TFloat32.class);
        Operand<TFloat32> perSample = tf.math.mean(equal, tf.constant(1));
        return new Objective(mean(tf, each), tf.sum(perSample, tf.constant(0)));
    }

    private static Objective categorical(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets) {
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
        Operand<TFloat32> equal = tf.dtypes.cast(
                tf.math.equal(tf.math.argMax(logits, tf.constant(1)), tf.math.argMax(targets, tf.constant(1))),
                TFloat32.class);
        return new Objective(mean(tf, each), tf.sum(equal, tf.constant(0)));
    }

    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
        Operand<TFloat32> flat = tf.reshape(values, tf.constant(new int[] {-1}));
        return tf.math.mean(flat, tf.constant(0));
    }
}
