package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A network in TensorFlow without training, so that it may have no weights at all. */
final class Inference implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Network network;
    private final Placeholder<TFloat32> input;
    private final Forward.Result forward;
    private final Session session;

    Inference(Network network, Weights weights) {
        this.network = network;
        Ops tf = Ops.create(graph);
        Variables variables = new Variables(tf, network.parameters());
        int[] shape = Shapes.batch(-1, network.inputShape().dimensions());
        input = tf.placeholder(TFloat32.class, Placeholder.shape(Shapes.of(shape)));
        forward = Forward.inference(tf, network, variables, input);
        session = new Session(graph, TrainingSession.threads());
        variables.write(session, weights);
    }

    float[] predict(float[] sample) {
        int[] dimensions = network.inputShape().dimensions();
        try (Feed feed = Feed.of(1, dimensions, dimensions)) {
            feed.write(sample, sample);
            try (Result result = session.runner()
                    .feed(input, feed.inputs())
                    .fetch(forward.output())
                    .run()) {
                return Feed.floats((TFloat32) result.get(0));
            }
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
