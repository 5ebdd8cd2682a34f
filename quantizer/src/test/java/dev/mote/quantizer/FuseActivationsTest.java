package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseActivationsTest {
    @Test
    void fusesAReluIntoTheConvolutionBeforeIt() {
        Nets net = new Nets(1);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 3, Activation.NONE);
        Graph fused = FuseActivations.apply(net.graph(net.unary("relu", conv, UnaryFunction.RELU6)));
        assertEquals(List.of("CONV_2D"), operators(fused));
        assertEquals(
                Activation.RELU6, ((Operator.Conv2d) fused.nodes().getFirst().operator()).activation());
        assertEquals("relu", fused.output(fused.nodes().getFirst()).name());
    }

    @Test
    void keepsTheFloatOutputs() {
        Nets net = new Nets(2);
        int input = net.input(1, 4, 4, 2);
        int first = net.unary("relu1", net.depthwise("depthwise", input, Activation.NONE), UnaryFunction.RELU);
        int sum = net.unary("relu2", net.add("add", first, input), UnaryFunction.RELU);
        int out = net.unary(
                "relu3", net.dense("dense", net.flatten("flatten", sum), 5, Activation.NONE), UnaryFunction.RELU);
        FloatModel model = net.model(out);
        FloatModel fused = new FloatModel(FuseActivations.apply(model.graph()));
        assertEquals(List.of("DEPTHWISE_CONV_2D", "ADD", "RESHAPE", "FULLY_CONNECTED"), operators(fused.graph()));
        for (float[] sample : Nets.randomSamples(32, 10, 3)) {
            assertArrayEquals(run(model, sample), run(fused, sample));
        }
    }

    @Test
    void leavesAloneWhatIsReadElsewhere() {
        Nets net = new Nets(3);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 2, Activation.NONE);
        int relu = net.unary("relu", conv, UnaryFunction.RELU);
        assertEquals(
                List.of("CONV_2D", "RELU", "ADD"),
                operators(FuseActivations.apply(net.graph(net.add("add", relu, conv)))));
    }

    @Test
    void leavesAloneWhatIsAnOutput() {
        Nets net = new Nets(4);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 2, Activation.NONE);
        int relu = net.unary("relu", conv, UnaryFunction.RELU);
        assertEquals(List.of("CONV_2D", "RELU"), operators(FuseActivations.apply(net.graph(conv, relu))));
    }

    @Test
    void leavesAloneOtherFunctionsAndActivationsThatAreThereAlready() {
        Nets net = new Nets(5);
        int conv = net.conv("conv", net.input(1, 4, 4, 2), 2, Activation.RELU);
        int relu6 = net.unary("relu6", conv, UnaryFunction.RELU6);
        int tanh = net.unary("tanh", net.conv("conv2", relu6, 2, Activation.NONE), UnaryFunction.TANH);
        assertEquals(List.of("CONV_2D", "RELU6", "CONV_2D", "TANH"), operators(FuseActivations.apply(net.graph(tanh))));
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream()
                .map(node -> OperatorNames.of(node.operator()))
                .toList();
    }

    private static float[] run(FloatModel model, float[] sample) {
        return Interpreter.of(model).invocation().run(sample);
    }
}
