package dev.mote.trainer.network;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.ActivationFunction;
import java.util.List;
import java.util.Locale;

/** An activation that stands by itself becomes operators. */
final class ExportActivation {
    private ExportActivation() {}

    /** @return the tensor that it writes */
    static int of(GraphBuilder graph, Stage.Activate activate, int input, Shape shape) {
        ActivationFunction function = activate.function();
        String suffix = function.kind().name().toLowerCase(Locale.ROOT);
        String name = graph.isTaken(activate.name()) ? activate.name() + "_" + suffix : activate.name();
        return graph.add(name, operator(function), List.of(input), shape);
    }

    private static Operator operator(ActivationFunction function) {
        return switch (function.kind()) {
            case RELU -> new Operator.Unary(UnaryFunction.RELU);
            case RELU6 -> new Operator.Unary(UnaryFunction.RELU6);
            case LEAKY_RELU -> new Operator.LeakyRelu((float) function.negativeSlope());
            case SIGMOID -> new Operator.Unary(UnaryFunction.LOGISTIC);
            case TANH -> new Operator.Unary(UnaryFunction.TANH);
            case SOFTMAX -> new Operator.Softmax(1);
            case LINEAR -> throw new IllegalStateException("linear is no operator");
        };
    }
}
