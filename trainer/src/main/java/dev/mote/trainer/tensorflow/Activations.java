package dev.mote.trainer.tensorflow;

import dev.mote.trainer.recipe.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Activation functions in TensorFlow, with their gradients. */
final class Activations {
    private Activations() {}

    static Operand<TFloat32> of(Ops tf, ActivationFunction function, Operand<TFloat32> x) {
        return switch (function.kind()) {
            case LINEAR -> x;
            case RELU -> tf.nn.relu(x);
            case RELU6 -> tf.nn.relu6(x);
            case LEAKY_RELU -> tf.nn.leakyRelu(x, LeakyRelu.alpha((float) function.negativeSlope()));
            case ELU -> tf.nn.elu(x);
            case SELU -> tf.nn.selu(x);
            case SIGMOID -> tf.math.sigmoid(x);
            case HARD_SIGMOID -> hardSigmoid(tf, x);
            case TANH -> tf.math.tanh(x);
            case SWISH -> tf.math.mul(x, tf.math.sigmoid(x));
            case HARD_SWISH -> tf.math.mul(x, hardSigmoid(tf, x));
            case SOFTPLUS -> tf.math.softplus(x);
            case STEP -> step(tf, x);
            case SOFTMAX -> tf.nn.softmax(x);
        };
    }

    private static Operand<TFloat32> hardSigmoid(Ops tf, Operand<TFloat32> x) {
        return tf.math.mul(tf.nn.relu6(tf.math.add(x, tf.constant(3f))), tf.constant(1f / 6));
    }

    /** The value is that of the step, to the bit: x - x is 0. The gradient is that of x, so 1. */
    private static Operand<TFloat32> step(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> fires = tf.dtypes.cast(tf.math.greaterEqual(x, tf.constant(0f)), TFloat32.class);
        return tf.math.add(tf.stopGradient(fires), tf.math.sub(x, tf.stopGradient(x)));
    }
}
