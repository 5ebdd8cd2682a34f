package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trained network becomes a float model of TensorFlow Lite's operators, shapes and weight orders. */
public final class ExportNetwork {
    private final GraphBuilder graph;

    private ExportNetwork(GraphBuilder graph) {
        this.graph = graph;
    }

    public static FloatModel of(String name, Network network, Weights weights, ModelCard card) {
        GraphBuilder builder = new GraphBuilder(network.inputShape());
        ExportNetwork export = new ExportNetwork(builder);
        for (ExportStep step : FuseActivation.in(FoldBatchNorm.of(network, weights))) {
            export.emit(step);
        }
        Graph graph = builder.build(name);
        return new FloatModel(card.in(graph));
    }

    private void emit(ExportStep step) {
        switch (step) {
            case ExportStep.Linear linear -> emit(linear);
            case ExportStep.Plain plain -> emit(plain);
        }
    }

    private void emit(ExportStep.Linear linear) {
        String name = linear.stage().name();
        switch (linear.stage()) {
            case Stage.Conv conv -> {
                Kernel kernel = conv.kernel();
                Shape shape = Shape.of(conv.filters(), kernel.height(), kernel.width(), conv.inputs());
                List<Integer> weights = weights(name, shape, outputsFirst(linear), linear.bias());
                graph.add(name, new Operator.Conv2d(window(kernel), linear.activation()), weights, linear.out());
            }
            case Stage.Depthwise conv -> {
                Kernel kernel = conv.kernel();
                // [h, w, c, m] holds channel c * m + i innermost already.
                Shape shape = Shape.of(1, kernel.height(), kernel.width(), linear.outputs());
                List<Integer> weights = weights(name, shape, linear.kernel(), linear.bias());
                Operator operator =
                        new Operator.DepthwiseConv2d(window(kernel), conv.multiplier(), linear.activation());
                graph.add(name, operator, weights, linear.out());
            }
            case Stage.Dense dense -> {
                Shape shape = Shape.of(dense.units(), dense.inputs());
                List<Integer> weights = weights(name, shape, outputsFirst(linear), linear.bias());
                graph.add(name, new Operator.FullyConnected(linear.activation(), false), weights, linear.out());
            }
        }
    }

    private void emit(ExportStep.Plain plain) {
        Shape out = plain.out();
        String name = plain.stage().name();
        switch (plain.stage()) {
            case Stage.Pool pool -> {
                Kernel kernel = pool.window();
                Operator operator = new Operator.Pool2d(
                        pool.kind(), kernel.height(), kernel.width(), window(kernel), Activation.NONE);
                graph.add(name, operator, List.of(), out);
            }
            case Stage.GlobalAverage average -> {
                int axes = graph.constant(name + "_axes", TensorType.INT32, Shape.of(2), TensorData.ofInts(1, 2));
                graph.add(name, new Operator.Reduce(Operator.ReduceFunction.MEAN, false), List.of(axes), out);
            }
            case Stage.Reshape reshape -> graph.add(name, new Operator.Reshape(), List.of(), out);
            case Stage.Activate activate -> {
                ActivationFunction function = activate.function();
                String suffix = function.kind().name().toLowerCase(Locale.ROOT);
                String unique = graph.isTaken(name) ? name + "_" + suffix : name;
                graph.add(unique, operator(function), List.of(), out);
            }
        }
    }

    private static Operator operator(ActivationFunction function) {
        return switch (function.kind()) {
            case RELU -> new Operator.Unary(Operator.UnaryFunction.RELU);
            case RELU6 -> new Operator.Unary(Operator.UnaryFunction.RELU6);
            case LEAKY_RELU -> new Operator.LeakyRelu((float) function.negativeSlope());
            case SIGMOID -> new Operator.Unary(Operator.UnaryFunction.LOGISTIC);
            case TANH -> new Operator.Unary(Operator.UnaryFunction.TANH);
            case SOFTMAX -> new Operator.Softmax(1);
            case LINEAR -> throw new IllegalStateException("linear is no operator");
        };
    }

    /** Tensor indices of kernel and, if there is one, bias. */
    private List<Integer> weights(String name, Shape shape, float[] kernel, float[] bias) {
        List<Integer> inputs = new ArrayList<>();
        inputs.add(graph.constant(name + "_kernel", TensorType.FLOAT32, shape, TensorData.ofFloats(kernel)));
        if (bias.length > 0) {
            inputs.add(graph.constant(
                    name + "_bias", TensorType.FLOAT32, Shape.of(bias.length), TensorData.ofFloats(bias)));
        }
        return inputs;
    }

    /** [..., out] to [out, ...]: HWIO to OHWI, and [in, out] to [out, in]. */
    private static float[] outputsFirst(ExportStep.Linear linear) {
        int outputs = linear.outputs();
        float[] kernel = linear.kernel();
        int inner = kernel.length / outputs;
        float[] transposed = new float[kernel.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inner; i++) {
                transposed[o * inner + i] = kernel[i * outputs + o];
            }
        }
        return transposed;
    }

    private static Window window(Kernel kernel) {
        return Window.of(kernel.padding(), kernel.strideHeight(), kernel.strideWidth());
    }
}
