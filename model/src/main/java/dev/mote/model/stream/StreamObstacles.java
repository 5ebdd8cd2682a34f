package dev.mote.model.stream;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.TensorType;
import java.util.Optional;

/** Why a model cannot run on a stream, and what to do: one line. */
final class StreamObstacles {
    private StreamObstacles() {}

    static Optional<String> of(Graph graph) {
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            return Optional.of("a stream needs a model with one input and one output, this one has "
                    + graph.inputs().size() + " and " + graph.outputs().size() + "; run it on cut samples: mote run");
        }
        if (graph.tensor(graph.inputs().getFirst()).type() != TensorType.INT8
                || graph.tensor(graph.outputs().getFirst()).type() != TensorType.INT8) {
            return Optional.of("a stream needs a model with int8 input and output; make one with: mote quantize");
        }
        ModelCard card = graph.card();
        if (card.preparation().rateHertz() == 0 || isOfPictures(card)) {
            return Optional.of("the model says nothing of a signal (channels, rate), so it cannot run on a stream;"
                    + " train it on a signal with: mote train");
        }
        double rate = card.preparation().rateHertz();
        if (rate < StreamPlan.LEAST_RATE || rate > StreamPlan.GREATEST_RATE) {
            return Optional.of("a stream needs " + StreamPlan.LEAST_RATE + " to " + StreamPlan.GREATEST_RATE
                    + " samples a second, the model is for " + rate + "; train it on another rate");
        }
        long outputs = graph.tensor(graph.outputs().getFirst()).shape().elements();
        if (!(outputs == card.labels().size() || outputs == 1 && card.labels().size() == 2)) {
            return Optional.of("a stream needs one output a class, the model has " + outputs + " outputs and "
                    + card.labels().size() + " class names; train it on classes");
        }
        return Optional.empty();
    }

    private static boolean isOfPictures(ModelCard card) {
        return card.frontEnd().isPresent()
                && StreamPlans.signals(card.frontEnd()).isEmpty();
    }
}
