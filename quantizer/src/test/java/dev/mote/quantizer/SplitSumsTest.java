package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitSumsTest {
    private static final Shape SHAPE = Shape.of(1, 4, 4, 2);

    @Test
    void makesAdditionsOfASum() {
        Nets net = new Nets(1);
        int input = net.input(1, 4, 4, 2);
        int conv = net.conv("conv", input, 2, Activation.NONE);
        int sum = net.node(new Operator.AddN(), SHAPE, "sum", input, conv, input);
        FloatModel model = net.model(sum);
        Graph split = SplitSums.apply(model.graph());
        assertEquals(List.of("CONV_2D", "ADD", "ADD"), operators(split));
        assertEquals("sum", split.output(split.nodes().getLast()).name());
        float[] sample = Nets.randomSamples(32, 1, 2).getFirst();
        assertArrayEquals(run(model, sample), run(new FloatModel(split), sample), 1e-6f);
    }

    @Test
    void leavesAdditionsAlone() {
        Nets net = new Nets(1);
        int input = net.input(1, 4, 4, 2);
        Graph graph = net.graph(net.add("add", input, input));
        assertEquals(graph, SplitSums.apply(graph));
    }

    /** Operators whose weights or output differ from those of the others in what the quantizer must know. */
    @Test
    void quantizesTransposedConvolutionsAndNormalization() {
        Nets net = new Nets(3);
        int input = net.input(1, 4, 4, 2);
        int shape = net.integers("shape", Shape.of(4), 1, 8, 8, 1);
        int weights = net.constant("weights", Shape.of(1, 2, 2, 2), 0.5f, -0.25f, 1, 0.5f, -1, 0.75f, 0.5f, 0.25f);
        Operator conv = new Operator.TransposeConv(Operator.Window.of(Padding.SAME, 2, 2), Activation.NONE);
        int up = net.node(conv, Shape.of(1, 8, 8, 1), "up", shape, weights, input);
        int norm = net.node(new Operator.L2Normalization(), Shape.of(1, 64), "norm", net.flatten("flat", up));
        FloatModel model = net.model(norm);
        List<float[]> samples = Nets.randomSamples(32, 20, 4);
        Graph int8 = Quantizer.quantize(model, new Calibration("random", samples), QuantizerOptions.DEFAULT)
                .model()
                .graph();
        assertEquals(List.of("TRANSPOSE_CONV", "RESHAPE", "L2_NORMALIZATION"), operators(int8));
    }

    private static float[] run(FloatModel model, float[] sample) {
        return Interpreter.of(model).invocation().run(sample);
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream()
                .map(node -> OperatorNames.of(node.operator()))
                .toList();
    }
}
