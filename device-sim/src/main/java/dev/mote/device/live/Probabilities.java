package dev.mote.device.live;

import dev.mote.dataset.metrics.Scores;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.UnaryFunction;

/** How sure a model is of each class, by its outputs. */
final class Probabilities {
    private final boolean asTheyAre;

    private Probabilities(boolean asTheyAre) {
        this.asTheyAre = asTheyAre;
    }

    /** Outputs of a softmax or a logistic function are probabilities; others are taken as logits. */
    static Probabilities of(Graph graph) {
        int output = graph.outputs().getFirst();
        return new Probabilities(graph.nodes().stream()
                .filter(node -> node.outputs().contains(output))
                .anyMatch(node -> isProbability(node.operator())));
    }

    private static boolean isProbability(Operator operator) {
        return operator instanceof Operator.Softmax
                || operator instanceof Operator.Unary(UnaryFunction function) && function == UnaryFunction.LOGISTIC;
    }

    /** A value a class; of a single output, which is for the second of two classes, both. */
    float[] of(float[] output) {
        if (output.length == 1) {
            float second = asTheyAre ? output[0] : (float) (1 / (1 + Math.exp(-output[0])));
            float[] both = {second};
            return new float[] {Scores.score(both, 0), Scores.score(both, 1)};
        }
        return asTheyAre ? output : softmax(output);
    }

    private static float[] softmax(float[] logits) {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        float[] shares = new float[logits.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (Math.exp(logits[i] - most) / sum);
        }
        return shares;
    }
}
