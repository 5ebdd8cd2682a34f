package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Stage;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TFloat32;

/**
 * Rounds values as an int8 model does, with a straight-through gradient: as if rounding were not there. The ends of a range get the
 * gradient of the rounding error too (Esser et al. 2020, Learned Step Size Quantization; Bhalgat et al. 2020, LSQ+).
 */
final class Rounding {
    private static final float LEAST = Byte.MIN_VALUE;
    private static final float GREATEST = Byte.MAX_VALUE;
    /** Keeps a range from becoming nothing. */
    private static final float LEAST_SCALE = 1e-8f;

    private final Ops tf;
    private final Variables variables;

    Rounding(Ops tf, Variables variables) {
        this.tf = tf;
        this.variables = variables;
    }

    /** Where a range begins. */
    Operand<TFloat32> low(Stage.Round round) {
        return end(round, round.low(), (float) round.start().min());
    }

    /** Where a range ends. */
    Operand<TFloat32> high(Stage.Round round) {
        return end(round, round.high(), (float) round.start().max());
    }

    private Operand<TFloat32> end(Stage.Round round, String parameter, float start) {
        return switch (round.kind()) {
            // An end that crossed 0 would leave 0 without an integer.
            case LEARNED -> tf.math.mul(tf.math.maximum(variables.get(parameter), tf.constant(0f)), tf.constant(start));
            case OBSERVED -> variables.get(parameter);
            case FIXED -> tf.constant(start);
        };
    }

    /** scale = (high - low) / 255, zero point = round(-128 - low / scale), as the quantizer has it. */
    Operand<TFloat32> activations(Operand<TFloat32> x, Operand<TFloat32> low, Operand<TFloat32> high) {
        Operand<TFloat32> scale = tf.math.maximum(
                tf.math.mul(tf.math.sub(high, low), tf.constant(1 / (GREATEST - LEAST))), tf.constant(LEAST_SCALE));
        Operand<TFloat32> steps = tf.math.reciprocal(scale);
        Operand<TFloat32> zeroPoint = rounded(clipped(tf.math.sub(tf.constant(LEAST), tf.math.mul(low, steps))));
        Operand<TFloat32> integers = rounded(clipped(tf.math.add(tf.math.mul(x, steps), zeroPoint)));
        return tf.math.mul(tf.math.sub(integers, zeroPoint), scale);
    }

    private Operand<TFloat32> clipped(Operand<TFloat32> x) {
        return tf.math.minimum(tf.math.maximum(x, tf.constant(LEAST)), tf.constant(GREATEST));
    }

    private Operand<TFloat32> rounded(Operand<TFloat32> x) {
        return tf.math.add(x, tf.stopGradient(tf.math.sub(tf.math.round(x), x)));
    }

    /**
     * Symmetric, one scale an output channel: the greatest magnitude / 127.
     *
     * @param rank of the kernel
     * @param outputDimensions how many of the last dimensions count output channels: 1, or 2 of a depthwise convolution
     */
    Operand<TFloat32> weights(Operand<TFloat32> kernel, int rank, int outputDimensions) {
        int[] inner = IntStream.range(0, rank - outputDimensions).toArray();
        Operand<TFloat32> greatest = tf.max(tf.math.abs(kernel), tf.constant(inner), Max.keepDims(true));
        Operand<TFloat32> scale =
                tf.math.maximum(tf.math.mul(greatest, tf.constant(1 / GREATEST)), tf.constant(LEAST_SCALE));
        Operand<TFloat32> steps = tf.math.round(tf.math.mul(kernel, tf.math.reciprocal(scale)));
        Operand<TFloat32> rounded = tf.math.mul(steps, scale);
        return tf.math.add(kernel, tf.stopGradient(tf.math.sub(rounded, kernel)));
    }
}
