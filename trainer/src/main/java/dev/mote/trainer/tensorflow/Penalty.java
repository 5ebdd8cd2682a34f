package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.recipe.Regularizer;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the weights of all regularized layers cost, in a TensorFlow graph. */
final class Penalty {
    private Penalty() {}

    /** Empty if no layer is regularized. */
    static Optional<Operand<TFloat32>> of(Ops tf, List<Parameter> parameters, Variables variables) {
        return parameters.stream()
                .filter(parameter -> !parameter.regularizer().equals(Regularizer.NONE))
                .map(parameter -> of(tf, parameter.regularizer(), variables.get(parameter.name())))
                .reduce(tf.math::add);
    }

    private static Operand<TFloat32> of(Ops tf, Regularizer regularizer, Operand<TFloat32> weights) {
        Operand<TFloat32> flat = tf.reshape(weights, tf.constant(new int[] {-1}));
        Operand<TFloat32> absolute = tf.sum(tf.math.abs(flat), tf.constant(0));
        Operand<TFloat32> squares = tf.sum(tf.math.mul(flat, flat), tf.constant(0));
        return tf.math.add(
                tf.math.mul(absolute, tf.constant((float) regularizer.l1())),
                tf.math.mul(squares, tf.constant((float) regularizer.l2())));
    }
}
