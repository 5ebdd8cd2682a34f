package dev.mote.model.lowered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.StridedView;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowerResizeTest {
    /** As UpSampling2D does it. */
    @Test
    void pixelsRepeatedEquallyOftenNeedNoTables() {
        StridedView view = new StridedView(List.of(2, 2, 3, 3, 5), List.of(15, 0, 5, 0, 1), 0);
        assertEquals(new MovementLayer.StridedCopy(view), nearest(4, 9));
    }

    @Test
    void otherSizesPickPixels() {
        assertInstanceOf(MovementLayer.Resample.class, nearest(3, 9));
        assertInstanceOf(MovementLayer.Resample.class, nearest(1, 3));
    }

    /** Of an image of 2 x 3 pixels with 5 channels. */
    private static Layer nearest(int height, int width) {
        Graph graph = OperatorSamples.one(
                new Operator.ResizeNearestNeighbor(false, true),
                data(1, 2, 3, 5),
                Tensor.constant(
                        "size", TensorType.INT32, Shape.of(2), Quantization.NONE, TensorData.ofInts(height, width)),
                data(1, height, width, 5));
        return Lowering.lower(graph).steps().getFirst().layer();
    }

    private static Tensor data(int... dimensions) {
        return Tensor.variable("x", TensorType.INT8, Shape.of(dimensions), Quantization.perTensor(0.5f, 3));
    }
}
