package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.trainer.recipe.ActivationFunction;
import java.util.List;
import java.util.Locale;

/** An activation that stands by itself becomes operators, of which the last has its name. */
final class ExportActivation {
    private final GraphBuilder graph;
    private final ActivationFunction function;
    private final String name;
    private final Shape shape;

    ExportActivation(GraphBuilder graph, Stage.Activate activate, Shape shape) {
        this.graph = graph;
        this.function = activate.function();
        this.shape = shape;
        String suffix = function.kind().name().toLowerCase(Locale.ROOT);
        this.name = graph.isTaken(activate.name()) ? activate.name() + "_" + suffix : activate.name();
    }

    /**
     * @param clamped whether the operator before clamps to [-1, 1] for a step
     * @return the tensor that it writes
     */
    int of(int x, boolean clamped) {
        return switch (function.kind()) {
            case RELU -> unary(name, UnaryFunction.RELU, x);
            case RELU6 -> unary(name, UnaryFunction.RELU6, x);
            case LEAKY_RELU -> add(name, new Operator.LeakyRelu((float) function.negativeSlope()), x);
            case ELU -> unary(name, UnaryFunction.ELU, x);
            case SELU -> selu(x);
            case SIGMOID -> unary(name, UnaryFunction.LOGISTIC, x);
            case HARD_SIGMOID -> hardSigmoid(x);
            case TANH -> unary(name, UnaryFunction.TANH, x);
            case SWISH -> binary(name, BinaryFunction.MUL, x, unary(name + "_gate", UnaryFunction.LOGISTIC, x));
            case HARD_SWISH -> unary(name, UnaryFunction.HARD_SWISH, x);
            case SOFTPLUS -> softplus(x);
            case STEP -> step(x, clamped);
            case SOFTMAX -> add(name, new Operator.Softmax(1), x);
            case LINEAR -> throw new IllegalStateException("linear is no operator");
        };
    }

    /** elu(x), steeper below zero, times a constant. */
    private int selu(int x) {
        int elu = unary(name + "_elu", UnaryFunction.ELU, x);
        int steeper = add(name + "_alpha", new Operator.LeakyRelu((float) ActivationFunction.SELU_ALPHA), elu);
        return withConstant(name, BinaryFunction.MUL, steeper, ActivationFunction.SELU_SCALE, Activation.NONE);
    }

    private int hardSigmoid(int x) {
        int clamped = withConstant(name + "_relu6", BinaryFunction.ADD, x, 3, Activation.RELU6);
        return withConstant(name, BinaryFunction.MUL, clamped, 1.0 / 6, Activation.NONE);
    }

    /** log(1 + e^x) = max(x, 0) - log(sigmoid(|x|)), which is finite and exact for every x. */
    private int softplus(int x) {
        int sigmoid = unary(name + "_sigmoid", UnaryFunction.LOGISTIC, unary(name + "_abs", UnaryFunction.ABS, x));
        int bend = unary(name + "_log", UnaryFunction.LOG, sigmoid);
        return binary(name, BinaryFunction.SUB, unary(name + "_relu", UnaryFunction.RELU, x), bend);
    }

    /** The floor of [-1, 1] is -1, 0 or 1; with 1 added and clamped, 0 or 1. */
    private int step(int x, boolean clamped) {
        int small = clamped ? x : withConstant(name + "_clamp", BinaryFunction.MUL, x, 1, Activation.RELU_N1_TO_1);
        int floor = unary(name + "_floor", UnaryFunction.FLOOR, small);
        return withConstant(name, BinaryFunction.ADD, floor, 1, Activation.RELU_N1_TO_1);
    }

    private int unary(String tensor, UnaryFunction unary, int x) {
        return add(tensor, new Operator.Unary(unary), x);
    }

    private int binary(String tensor, BinaryFunction binary, int a, int b) {
        return graph.add(tensor, new Operator.Binary(binary, Activation.NONE), List.of(a, b), shape);
    }

    private int withConstant(String tensor, BinaryFunction binary, int x, double value, Activation activation) {
        int constant = graph.constant(
                tensor + "_constant", TensorType.FLOAT32, Shape.of(1), TensorData.ofFloats((float) value));
        return graph.add(tensor, new Operator.Binary(binary, activation), List.of(x, constant), shape);
    }

    private int add(String tensor, Operator operator, int x) {
        return graph.add(tensor, operator, List.of(x), shape);
    }
}
