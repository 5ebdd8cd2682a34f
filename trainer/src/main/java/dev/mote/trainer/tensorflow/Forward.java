package dev.mote.trainer.tensorflow;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Stage;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Kernel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Writes the stages of a network into a TensorFlow graph: once for training, once for inference, over the same variables. */
final class Forward {
    /** Share of the old range that a step keeps, where ranges are observed. */
    private static final double RANGE_MOMENTUM = 0.99;

    private final Ops tf;
    private final Variables variables;
    private final Operand<TFloat32> input;
    private final boolean training;
    private final RandomNoise noise;
    private final List<MovingAverage> movingAverages = new ArrayList<>();
    private final Rounding rounding;
    private final boolean rounded;

    /** What a training step has to bring nearer to the statistics of its batch. */
    record MovingAverage(Operand<TFloat32> variable, Operand<TFloat32> batch, double momentum) {}

    /**
     * @param logits what the last activation reads, if it is softmax or sigmoid; else the same as the output
     * @param movingAverages to update; empty for inference
     */
    record Result(Operand<TFloat32> output, Operand<TFloat32> logits, List<MovingAverage> movingAverages) {
        /** Whether the outputs are probabilities that come of no logits, as those of a hard sigmoid. */
        boolean isWithoutLogits() {
            return output == logits;
        }
    }

    private Forward(
            Ops tf,
            Network network,
            Variables variables,
            Operand<TFloat32> input,
            boolean training,
            Operand<TInt32> dropoutSeed) {
        this.tf = tf;
        this.variables = variables;
        this.input = input;
        this.training = training;
        this.noise = new RandomNoise(tf, input, dropoutSeed);
        this.rounding = new Rounding(tf, variables);
        this.rounded = network.isRounded();
    }

    static Result inference(Ops tf, Network network, Variables variables, Operand<TFloat32> input) {
        return new Forward(tf, network, variables, input, false, tf.constant(0)).run(network);
    }

    /** @param dropoutSeed [2], another one for each step */
    static Result training(
            Ops tf, Network network, Variables variables, Operand<TFloat32> input, Operand<TInt32> dropoutSeed) {
        return new Forward(tf, network, variables, input, true, dropoutSeed).run(network);
    }

    private Result run(Network network) {
        Map<Integer, Operand<TFloat32>> values = new HashMap<>(Map.of(Network.INPUT, input));
        for (Network.Placed placed : network.stages()) {
            List<Operand<TFloat32>> inputs =
                    placed.inputs().stream().map(values::get).toList();
            // The index of this stage: the input counts too.
            values.put(values.size() - 1, stage(placed, inputs));
        }
        Network.Placed last = network.stages().getLast();
        Operand<TFloat32> output = values.get(network.stages().size() - 1);
        Operand<TFloat32> logits = isSquashing(last.stage()) ? values.get(last.input()) : output;
        return new Result(output, logits, List.copyOf(movingAverages));
    }

    private static boolean isSquashing(Stage stage) {
        return stage instanceof Stage.Activate activate
                && (activate.function().kind() == ActivationFunction.Kind.SOFTMAX
                        || activate.function().kind() == ActivationFunction.Kind.SIGMOID);
    }

    private Operand<TFloat32> stage(Network.Placed placed, List<Operand<TFloat32>> inputs) {
        Operand<TFloat32> x = inputs.getFirst();
        return switch (placed.stage()) {
            case Stage.Conv conv -> {
                Operand<TFloat32> kernel = kernel(conv.name(), 4, 1);
                yield bias(
                        conv.name(),
                        tf.nn.conv2d(x, kernel, strides(conv.kernel()), padding(conv.kernel())),
                        conv.useBias());
            }
            case Stage.Depthwise conv -> {
                Operand<TFloat32> kernel = kernel(conv.name(), 4, 2);
                yield bias(
                        conv.name(),
                        tf.nn.depthwiseConv2dNative(x, kernel, equalStrides(conv.kernel()), padding(conv.kernel())),
                        conv.useBias());
            }
            case Stage.Dense dense ->
                bias(dense.name(), tf.linalg.matMul(x, kernel(dense.name(), 2, 1)), dense.useBias());
            case Stage.BatchNorm norm -> batchNorm(norm, x, placed.in().dimensions());
            case Stage.Pool pool -> pool(pool, x);
            case Stage.GlobalAverage average -> tf.math.mean(x, tf.constant(new int[] {1, 2}));
            case Stage.Reshape reshape -> reshape(x, reshape.shape().dimensions());
            case Stage.GlobalMax max -> tf.max(x, tf.constant(new int[] {1, 2}));
            case Stage.ZeroPad pad -> pad(pad, x);
            case Stage.Lstm lstm ->
                new LstmForward(tf, variables, lstm).of(x, placed.in().dimension(0));
            case Stage.TrainingOnly only ->
                training ? noise.disturbed(only, x, placed.in().dimensions()) : x;
            case Stage.Activate activate -> Activations.of(tf, activate.function(), x);
            case Stage.Round round -> round(round, x);
            case Stage.Add add -> inputs.stream().reduce(tf.math::add).orElseThrow();
            case Stage.Concatenate concatenate -> tf.concat(inputs, tf.constant(-1));
        };
    }

    private Operand<TFloat32> kernel(String stage, int rank, int outputDimensions) {
        Operand<TFloat32> kernel = variables.get(stage + "/kernel");
        return rounded ? rounding.weights(kernel, rank, outputDimensions) : kernel;
    }

    private Operand<TFloat32> round(Stage.Round round, Operand<TFloat32> x) {
        Operand<TFloat32> low = rounding.low(round);
        Operand<TFloat32> high = rounding.high(round);
        if (training && round.kind() == Stage.RangeKind.OBSERVED) {
            Operand<TFloat32> flat = tf.reshape(x, tf.constant(new int[] {-1}));
            Operand<TInt32> all = tf.constant(new int[] {0});
            Operand<TFloat32> zero = tf.constant(new float[] {0});
            movingAverages.add(new MovingAverage(
                    low, tf.math.minimum(tf.min(flat, all, Min.keepDims(true)), zero), RANGE_MOMENTUM));
            movingAverages.add(new MovingAverage(
                    high, tf.math.maximum(tf.max(flat, all, Max.keepDims(true)), zero), RANGE_MOMENTUM));
        }
        return rounding.activations(x, low, high);
    }

    private Operand<TFloat32> bias(String stage, Operand<TFloat32> x, boolean useBias) {
        return useBias ? tf.nn.biasAdd(x, variables.get(stage + "/bias")) : x;
    }

    private Operand<TFloat32> reshape(Operand<TFloat32> x, int[] sample) {
        return tf.reshape(x, tf.constant(Shapes.batch(-1, sample)));
    }

    private Operand<TFloat32> batchNorm(Stage.BatchNorm norm, Operand<TFloat32> x, int[] sample) {
        Operand<TFloat32> image = sample.length == 1 ? reshape(x, new int[] {1, 1, norm.channels()}) : x;
        Operand<TFloat32> mean = variables.get(norm.name() + "/moving_mean");
        Operand<TFloat32> variance = variables.get(norm.name() + "/moving_variance");
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> normalized = tf.nn.fusedBatchNorm(
                image,
                variables.get(norm.name() + "/gamma"),
                variables.get(norm.name() + "/beta"),
                training ? none : mean,
                training ? none : variance,
                FusedBatchNorm.epsilon((float) norm.epsilon()),
                FusedBatchNorm.exponentialAvgFactor(1f),
                FusedBatchNorm.isTraining(training));
        if (training) {
            movingAverages.add(new MovingAverage(mean, normalized.batchMean(), norm.momentum()));
            movingAverages.add(new MovingAverage(variance, normalized.batchVariance(), norm.momentum()));
        }
        return sample.length == 1 ? reshape(normalized.y(), sample) : normalized.y();
    }

    private Operand<TFloat32> pool(Stage.Pool pool, Operand<TFloat32> x) {
        Kernel kernel = pool.window();
        return switch (pool.kind()) {
            case PoolKind.MAX ->
                tf.nn.maxPool(
                        x,
                        tf.constant(new int[] {1, kernel.height(), kernel.width(), 1}),
                        tf.constant(new int[] {1, kernel.strideHeight(), kernel.strideWidth(), 1}),
                        padding(kernel));
            case PoolKind.AVERAGE ->
                tf.nn.avgPool(
                        x,
                        List.of(1L, (long) kernel.height(), (long) kernel.width(), 1L),
                        strides(kernel),
                        padding(kernel));
            case PoolKind.L2 -> throw new IllegalArgumentException("Keras has no L2 pooling");
        };
    }

    private Operand<TFloat32> pad(Stage.ZeroPad pad, Operand<TFloat32> x) {
        int[][] sides = {{0, 0}, {pad.top(), pad.bottom()}, {pad.left(), pad.right()}, {0, 0}};
        return tf.pad(x, tf.constant(sides), tf.constant(0f));
    }

    private static String padding(Kernel kernel) {
        return kernel.padding().name();
    }

    private static List<Long> strides(Kernel kernel) {
        return List.of(1L, (long) kernel.strideHeight(), (long) kernel.strideWidth(), 1L);
    }

    /** TensorFlow's depthwise kernel wants equal strides; a signal is 1 wide, where any stride does the same. */
    private static List<Long> equalStrides(Kernel kernel) {
        long stride = kernel.strideHeight();
        return List.of(1L, stride, stride, 1L);
    }
}
