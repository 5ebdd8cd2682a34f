package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Stage;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What disturbs the values while training. It is stateless: the same seed gives the same numbers, whatever the threads do. */
final class RandomNoise {
    private final Ops tf;
    private final Operand<TFloat32> input;
    private final Operand<TInt32> stepSeed;
    private int uses;

    /**
     * @param input of the network: the batch size comes from it, so that no gradient looks for a way through the random numbers
     * @param stepSeed [2], another one for each step
     */
    RandomNoise(Ops tf, Operand<TFloat32> input, Operand<TInt32> stepSeed) {
        this.tf = tf;
        this.input = input;
        this.stepSeed = stepSeed;
    }

    Operand<TFloat32> disturbed(Stage.TrainingOnly stage, Operand<TFloat32> x, int[] sample) {
        return switch (stage) {
            case Stage.Dropout dropout -> dropout.rate() > 0 ? dropped(dropout, x, sample) : x;
            case Stage.Noise noise -> {
                Operand<TInt32> seed = nextSeed();
                Operand<TFloat32> normal = tf.random.statelessRandomNormal(shape(sample), seed);
                yield tf.math.add(x, tf.math.mul(normal, tf.constant((float) noise.deviation())));
            }
        };
    }

    private Operand<TFloat32> dropped(Stage.Dropout dropout, Operand<TFloat32> x, int[] sample) {
        int[] mask = sample.clone();
        if (dropout.wholeChannels()) {
            Arrays.fill(mask, 0, mask.length - 1, 1);
        }
        Operand<TInt32> seed = nextSeed();
        Operand<TFloat32> uniform = tf.random.statelessRandomUniform(shape(mask), seed);
        Operand<TFloat32> kept =
                tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) dropout.rate())), TFloat32.class);
        Operand<TFloat32> factor = tf.constant((float) (1 / (1 - dropout.rate())));
        return tf.math.mul(x, tf.math.mul(kept, factor));
    }

    private Operand<TInt32> nextSeed() {
        uses++;
        return tf.math.add(stepSeed, tf.constant(new int[] {0, uses * 0x3C6EF372}));
    }

    private Operand<TInt32> shape(int[] sample) {
        Operand<TInt32> batch = tf.gather(tf.shape(input), tf.constant(new int[] {0}), tf.constant(0));
        return tf.concat(List.of(batch, tf.constant(sample)), tf.constant(0));
    }
}
