package dev.mote.trainer.tensorflow;

import dev.mote.trainer.recipe.Clipping;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Bounds gradients, as Keras does: elements, then the norm of each array, then the norm of all. */
final class ClipGradients {
    private final Ops tf;

    private ClipGradients(Ops tf) {
        this.tf = tf;
    }

    static List<Operand<TFloat32>> of(Ops tf, Clipping clipping, List<Operand<TFloat32>> gradients) {
        ClipGradients clip = new ClipGradients(tf);
        List<Operand<TFloat32>> clipped = gradients;
        if (clipping.value() > 0) {
            clipped = clipped.stream()
                    .map(gradient -> clip.elements(gradient, (float) clipping.value()))
                    .toList();
        }
        if (clipping.norm() > 0) {
            clipped = clipped.stream()
                    .map(gradient -> clip.scaled(gradient, clip.squares(gradient), (float) clipping.norm()))
                    .toList();
        }
        if (clipping.globalNorm() > 0) {
            Operand<TFloat32> all =
                    tf.math.addN(clipped.stream().map(clip::squares).toList());
            clipped = clipped.stream()
                    .map(gradient -> clip.scaled(gradient, all, (float) clipping.globalNorm()))
                    .toList();
        }
        return clipped;
    }

    private Operand<TFloat32> elements(Operand<TFloat32> gradient, float bound) {
        return tf.math.maximum(tf.math.minimum(gradient, tf.constant(bound)), tf.constant(-bound));
    }

    /** The sum of squares. */
    private Operand<TFloat32> squares(Operand<TFloat32> gradient) {
        Operand<TFloat32> flat = tf.reshape(gradient, tf.constant(new int[] {-1}));
        return tf.sum(tf.math.square(flat), tf.constant(0));
    }

    /** Unchanged if the norm is within the bound. */
    private Operand<TFloat32> scaled(Operand<TFloat32> gradient, Operand<TFloat32> squares, float bound) {
        Operand<TFloat32> norm = tf.math.maximum(tf.math.sqrt(squares), tf.constant(bound));
        return tf.math.mul(gradient, tf.math.div(tf.constant(bound), norm));
    }
}
