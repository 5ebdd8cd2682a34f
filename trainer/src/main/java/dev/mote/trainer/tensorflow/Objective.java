package dev.mote.trainer.tensorflow;

import dev.mote.trainer.recipe.Loss;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What is measured on a batch. Targets are [n, outputs]: values, or one-hot classes.
 *
 * @param loss mean over the batch
 * @param correct number of right answers (a share where a sample has several); of no meaning where targets are values
 */
record Objective(Operand<TFloat32> loss, Operand<TFloat32> correct) {
    private static final float PROBABLE = 0.5f;
    /** Keras' epsilon. */
    private static final float PROBABILITY_MARGIN = 1e-7f;

    /** @param classWeights how much a sample of each class counts in the loss; empty: all alike */
    static Objective of(Ops tf, Loss loss, Forward.Result forward, Operand<TFloat32> targets, float[] classWeights) {
        Weighting weighting = new Weighting(tf, targets, classWeights);
        return switch (loss) {
            case MEAN_SQUARED_ERROR ->
                new Objective(
                        mean(tf, weighting.of(tf.math.squaredDifference(forward.output(), targets), 2)),
                        targets.shape().get(1) == 1
                                ? correct(tf, forward.output(), PROBABLE, targets)
                                : likeliest(tf, forward.output(), targets));
            case BINARY_CROSSENTROPY ->
                forward.isWithoutLogits()
                        ? binaryOfProbabilities(tf, forward.output(), targets, weighting)
                        : binary(tf, forward.logits(), targets, weighting);
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
                categorical(tf, forward.logits(), targets, weighting);
        };
    }

    /** Multiplies losses by the weight of the sample's class: the place of the largest target, or whether a single target is above 0.5. */
    private record Weighting(Ops tf, Operand<TFloat32> targets, float[] classWeights) {
        Operand<TFloat32> of(Operand<TFloat32> losses, int rank) {
            if (classWeights.length == 0) {
                return losses;
            }
            boolean single = targets.shape().get(1) == 1;
            Operand<TInt64> classes = single
                    ? tf.dtypes.cast(
                            tf.math.greater(tf.reshape(targets, tf.constant(new int[] {-1})), tf.constant(PROBABLE)),
                            TInt64.class)
                    : tf.math.argMax(targets, tf.constant(1));
            Operand<TFloat32> weights = tf.gather(tf.constant(classWeights), classes, tf.constant(0));
            return tf.math.mul(losses, rank == 1 ? weights : tf.expandDims(weights, tf.constant(1)));
        }
    }

    /** @param penalty of the weights; the loss that is reported includes it, as in Keras */
    Objective plus(Ops tf, Optional<Operand<TFloat32>> penalty) {
        return penalty.map(cost -> new Objective(tf.math.add(loss, cost), correct))
                .orElse(this);
    }

    /** softplus(z) - z * y is finite for every z, and its gradient sigmoid(z) - y is right at 0 too. */
    private static Objective binary(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, Weighting weighting) {
        Operand<TFloat32> each = tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, targets));
        return new Objective(mean(tf, weighting.of(each, 2)), correct(tf, logits, 0, targets));
    }

    /** As Keras: probabilities are kept off 0 and 1, where they give no gradient any more. */
    private static Objective binaryOfProbabilities(
            Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> targets, Weighting weighting) {
        Operand<TFloat32> one = tf.constant(1f);
        Operand<TFloat32> p = tf.math.minimum(
                tf.math.maximum(outputs, tf.constant(PROBABILITY_MARGIN)), tf.constant(1 - PROBABILITY_MARGIN));
        Operand<TFloat32> hit = tf.math.mul(targets, tf.math.log(p));
        Operand<TFloat32> miss = tf.math.mul(tf.math.sub(one, targets), tf.math.log(tf.math.sub(one, p)));
        Operand<TFloat32> each = weighting.of(tf.math.neg(tf.math.add(hit, miss)), 2);
        return new Objective(mean(tf, each), correct(tf, outputs, PROBABLE, targets));
    }

    /** @param threshold from which on an answer says yes, as everywhere in Mote */
    private static Operand<TFloat32> correct(
            Ops tf, Operand<TFloat32> answers, float threshold, Operand<TFloat32> targets) {
        Operand<TFloat32> equal = tf.dtypes.cast(
                tf.math.equal(
                        tf.math.greaterEqual(answers, tf.constant(threshold)),
                        tf.math.greater(targets, tf.constant(PROBABLE))),
                TFloat32.class);
        return tf.sum(tf.math.mean(equal, tf.constant(1)), tf.constant(0));
    }

    private static Objective categorical(
            Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, Weighting weighting) {
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
        return new Objective(mean(tf, weighting.of(each, 1)), likeliest(tf, logits, targets));
    }

    /** The largest answer is the right one. */
    private static Operand<TFloat32> likeliest(Ops tf, Operand<TFloat32> answers, Operand<TFloat32> targets) {
        Operand<TFloat32> equal = tf.dtypes.cast(
                tf.math.equal(tf.math.argMax(answers, tf.constant(1)), tf.math.argMax(targets, tf.constant(1))),
                TFloat32.class);
        return tf.sum(equal, tf.constant(0));
    }

    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
        Operand<TFloat32> flat = tf.reshape(values, tf.constant(new int[] {-1}));
        return tf.math.mean(flat, tf.constant(0));
    }
}
