package dev.mote.device.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** y = relu(W x) of two inputs. */
class LayerErrorsTest {
    private static final Samples SAMPLES =
            Samples.of(Shape.of(2), new float[] {1, 0, 0, 1}, new int[] {0, 1}, new int[0]);
    private static final InputPath PATH = InputPath.of(InputPreparation.NONE);
    private static final FloatModel FLOAT = new FloatModel(graph(
            Tensor.variable("x", TensorType.FLOAT32, Shape.of(1, 2), Quantization.NONE),
            Tensor.constant(
                    "w", TensorType.FLOAT32, Shape.of(2, 2), Quantization.NONE, TensorData.ofFloats(1, -1, 2, 3)),
            Tensor.variable("y", TensorType.FLOAT32, Shape.of(1, 2), Quantization.NONE)));

    /** The outputs 1, 2 and 0, 3 in steps of 0.3 are 0.9, 2.1 and 0, 3: a signal of 14 and an error of 0.02. */
    @Test
    void comparesSignalAndError() {
        LayerErrors errors = LayerErrors.of(FLOAT, int8(0.3f, "y"), SAMPLES, PATH);
        assertEquals(2, errors.samples());
        assertEquals(1, errors.layers().size());
        assertEquals(0, errors.layers().getFirst().step());
        assertEquals(28.451, errors.layers().getFirst().sqnrDb(), 1e-3);
    }

    @Test
    void tellsALayerWithoutError() {
        LayerErrors errors = LayerErrors.of(FLOAT, int8(0.0625f, "y"), SAMPLES, PATH);
        assertEquals(LayerErrors.EXACT_DB, errors.layers().getFirst().sqnrDb());
    }

    @Test
    void leavesOutLayersThatTheFloatModelDoesNotHave() {
        assertTrue(LayerErrors.of(FLOAT, int8(0.3f, "other"), SAMPLES, PATH)
                .layers()
                .isEmpty());
    }

    @Test
    void takesNoiseForWantOfSamples() {
        LayerErrors errors = LayerErrors.ofNoise(FLOAT, int8(1, "y"), 1);
        assertEquals(100, errors.samples());
        double sqnrDb = errors.layers().getFirst().sqnrDb();
        assertTrue(sqnrDb > 20 && sqnrDb < 60, "seed 1: " + sqnrDb);
        assertEquals(errors, LayerErrors.ofNoise(FLOAT, int8(1, "y"), 1));
    }

    private static Int8Model int8(float outputScale, String output) {
        return new Int8Model(graph(
                Tensor.variable("x", TensorType.INT8, Shape.of(1, 2), Quantization.perTensor(0.125f, 0)),
                Tensor.constant(
                        "w",
                        TensorType.INT8,
                        Shape.of(2, 2),
                        Quantization.perTensor(0.125f, 0),
                        TensorData.ofBytes(new byte[] {8, -8, 16, 24})),
                Tensor.variable(output, TensorType.INT8, Shape.of(1, 2), Quantization.perTensor(outputScale, -128))));
    }

    private static Graph graph(Tensor... tensors) {
        return new Graph(
                "small",
                List.of(tensors),
                List.of(new Node(
                        new Operator.FullyConnected(Activation.RELU, false), List.of(0, 1, Node.ABSENT), List.of(2))),
                List.of(0),
                List.of(2),
                Map.of());
    }
}
