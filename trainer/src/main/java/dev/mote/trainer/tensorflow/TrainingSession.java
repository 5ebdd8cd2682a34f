package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.TrainingOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A network in TensorFlow: takes steps, measures and predicts. Not for several threads. */
public final class TrainingSession implements AutoCloseable {
    /** The same on every machine: sums, and so results, depend on it. */
    private static final int THREADS = 2;

    private final Network network;
    private final int seed;
    private final Graph graph;
    private final Session session;
    private final Variables variables;
    private final Placeholder<TFloat32> inputs;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TInt32> dropoutSeed;
    private final Objective trainingObjective;
    private final Objective inferenceObjective;
    private final Forward.Result inference;
    private final Updates updates;
    private final Map<Integer, Feed> feeds = new HashMap<>();
    private long nanos;

    /**
     * The measured values of a batch.
     *
     * @param loss mean over the batch
     * @param correct number of right answers; of no meaning where targets are values
     */
    public record BatchResult(double loss, double correct) {}

    /** @param seed of dropout */
    public TrainingSession(Network network, TrainingOptions options, Weights initial, int seed) {
        this(network, options, initial, seed, new float[0]);
    }

    /** @param classWeights how much a sample of each class counts in the loss of a step; empty: all alike */
    public TrainingSession(Network network, TrainingOptions options, Weights initial, int seed, float[] classWeights) {
        this.network = network;
        this.seed = seed;
        this.graph = new Graph();
        Ops tf = Ops.create(graph);
        variables = new Variables(tf, network.parameters());
        inputs = batchPlaceholder(tf, network.inputShape().dimensions());
        targets = batchPlaceholder(tf, network.outputShape().dimensions());
        dropoutSeed = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
        Forward.Result training = Forward.training(tf, network, variables, inputs, dropoutSeed);
        Optional<Operand<TFloat32>> penalty = Penalty.of(tf, network.parameters(), variables);
        trainingObjective = Objective.of(tf, options.loss(), training, targets, classWeights)
                .plus(tf, penalty);
        updates = new Updates(tf, options, variables, trainingObjective, training);
        inference = Forward.inference(tf, network, variables, inputs);
        inferenceObjective = Objective.of(tf, options.loss(), inference, targets, new float[0])
                .plus(tf, penalty);
        session = new Session(graph, threads());
        variables.write(session, initial);
        updates.initialize(session);
    }

    public static String tensorFlowVersion() {
        return TensorFlow.version();
    }

    private static Placeholder<TFloat32> batchPlaceholder(Ops tf, int[] sample) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shapes.of(Shapes.batch(-1, sample))));
    }

    static ConfigProto threads() {
        return ConfigProto.newBuilder()
                .setInterOpParallelismThreads(1)
                .setIntraOpParallelismThreads(THREADS)
                // Its rewrites gain nothing here, and fail with a message on some gradients.
                .setGraphOptions(GraphOptions.newBuilder()
                        .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
                .build();
    }

    /**
     * One step of the optimizer, over the first {@code size} samples of the arrays.
     *
     * @param step counted from 0 over all epochs
     */
    public BatchResult step(float[] inputValues, float[] targetValues, int size, int step, double learningRate) {
        Session.Runner runner = runner(inputValues, targetValues, size)
                .fetch(trainingObjective.loss())
                .fetch(trainingObjective.correct());
        List<TFloat32> fed = updates.prepare(runner, step, learningRate);
        try (TInt32 stepSeed = TInt32.vectorOf(seed, step);
                Result result = timed(runner.feed(dropoutSeed, stepSeed))) {
            return measured(result);
        } finally {
            fed.forEach(TFloat32::close);
        }
    }

    /** Loss and right answers of the first {@code size} samples, as in inference. */
    public BatchResult measure(float[] inputValues, float[] targetValues, int size) {
        try (Result result = timed(runner(inputValues, targetValues, size)
                .fetch(inferenceObjective.loss())
                .fetch(inferenceObjective.correct()))) {
            return measured(result);
        }
    }

    private Result timed(Session.Runner runner) {
        long start = System.nanoTime();
        Result result = runner.run();
        nanos += System.nanoTime() - start;
        return result;
    }

    /** Spent within TensorFlow by steps and measurements until now. */
    public double tensorFlowSeconds() {
        return nanos / 1e9;
    }

    private static BatchResult measured(Result result) {
        return new BatchResult(((TFloat32) result.get(0)).getFloat(), ((TFloat32) result.get(1)).getFloat());
    }

    /** The outputs for the first {@code size} samples, one after the other. */
    public float[] predict(float[] inputValues, int size) {
        float[] noTargets = new float[size * network.outputShape().elements()];
        try (Result result =
                runner(inputValues, noTargets, size).fetch(inference.output()).run()) {
            return Feed.floats((TFloat32) result.get(0));
        }
    }

    private Session.Runner runner(float[] inputValues, float[] targetValues, int size) {
        Feed feed = feeds.computeIfAbsent(size, this::newFeed);
        feed.write(inputValues, targetValues);
        return session.runner().feed(inputs, feed.inputs()).feed(targets, feed.targets());
    }

    private Feed newFeed(int size) {
        return Feed.of(
                size, network.inputShape().dimensions(), network.outputShape().dimensions());
    }

    public Weights weights() {
        return variables.read(session);
    }

    public void weights(Weights weights) {
        variables.write(session, weights);
    }

    /** What the optimizer remembers besides the weights: with both, a run can go on elsewhere. */
    public Weights optimizerState() {
        return updates.state(session);
    }

    public void optimizerState(Weights state) {
        updates.state(session, state);
    }

    /** Names and shapes of {@link #optimizerState()}. */
    public List<Parameter> optimizerParameters() {
        return updates.stateParameters();
    }

    @Override
    public void close() {
        feeds.values().forEach(Feed::close);
        session.close();
        graph.close();
    }
}
