package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerChannel;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantizeWeightsTest {
    @Test
    void givesEachChannelOfADenseLayerItsScale() {
        QuantizeWeights.Quantized quantized =
                quantize(weights(Shape.of(2, 3), 127, -63.5f, 1, 0.1275f, -0.254f, 0), bias(10, -0.01f), 0, true, 0.5f);
        assertEquals(
                Quantization.perChannel(List.of(1f, 0.002f), 0),
                quantized.weights().quantization());
        assertArrayEquals(
                new byte[] {127, -64, 1, 64, -127, 0},
                quantized.weights().data().orElseThrow().bytes());
        Tensor bias = quantized.bias().orElseThrow();
        assertEquals(TensorType.INT32, bias.type());
        assertEquals(Quantization.perChannel(List.of(0.5f, 0.001f), 0), bias.quantization());
        assertArrayEquals(new int[] {20, -10}, bias.data().orElseThrow().ints());
    }

    @Test
    void countsChannelsOfADepthwiseLayerAlongTheInnermostDimension() {
        Tensor weights = quantize(weights(Shape.of(1, 2, 1, 2), 127, 1.27f, -127, 0.01f), Optional.empty(), 3, true, 1)
                .weights();
        assertEquals(Quantization.perChannel(List.of(1f, 0.01f), 3), weights.quantization());
        assertArrayEquals(
                new byte[] {127, 127, -127, 1}, weights.data().orElseThrow().bytes());
    }

    @Test
    void givesADenseLayerOneScaleOnRequest() {
        QuantizeWeights.Quantized quantized = quantize(weights(Shape.of(2, 1), 127, 1.4f), bias(1, 2), 0, false, 0.25f);
        assertEquals(Quantization.perTensor(1, 0), quantized.weights().quantization());
        assertArrayEquals(
                new byte[] {127, 1}, quantized.weights().data().orElseThrow().bytes());
        assertEquals(
                Quantization.perTensor(0.25f, 0), quantized.bias().orElseThrow().quantization());
        assertArrayEquals(
                new int[] {4, 8},
                quantized.bias().orElseThrow().data().orElseThrow().ints());
    }

    @Test
    void neverUsesMinus128() {
        byte[] bytes = quantize(weights(Shape.of(1, 2), -1, 0.5f), Optional.empty(), 0, true, 1)
                .weights()
                .data()
                .orElseThrow()
                .bytes();
        assertArrayEquals(new byte[] {-127, 64}, bytes);
    }

    @Test
    void givesAnAllZeroChannelTheScaleOfTheLargestOne() {
        Tensor weights = quantize(weights(Shape.of(2, 1), 0, 12.7f), bias(1, 1), 0, true, 1)
                .weights();
        assertEquals(Quantization.perChannel(List.of(0.1f, 0.1f), 0), weights.quantization());
    }

    @Test
    void givesAnAllZeroLayerTheScaleOfUnitWeights() {
        Tensor weights =
                quantize(weights(Shape.of(1, 2), 0, 0), bias(3), 0, true, 1).weights();
        assertEquals(Quantization.perTensor(1f / 127, 0), weights.quantization());
    }

    @Test
    void enlargesTheScaleOfAChannelWhoseBiasWouldOverflow() {
        QuantizeWeights.Quantized quantized =
                quantize(weights(Shape.of(2, 1), 1e-9f, 1), bias(-1000, 0), 0, true, 0.01f);
        int bias = quantized.bias().orElseThrow().data().orElseThrow().int32(0);
        float scale = ((PerChannel) quantized.bias().orElseThrow().quantization())
                .scales()
                .getFirst();
        assertEquals(-1000, bias * (double) scale, 1e-3);
        // One product of at most 127 * 255 still fits in int32.
        assertTrue(bias > -Integer.MAX_VALUE + 127 * 255, () -> "bias " + bias);
        assertTrue(bias < -2_147_000_000, () -> "bias " + bias);
        assertEquals(0, quantized.weights().data().orElseThrow().int8(0));
        assertEquals(127, quantized.weights().data().orElseThrow().int8(1));
    }

    private static Tensor weights(Shape shape, float... values) {
        return Tensor.constant("w", TensorType.FLOAT32, shape, Quantization.NONE, TensorData.ofFloats(values));
    }

    private static Optional<Tensor> bias(float... values) {
        return Optional.of(Tensor.constant(
                "b", TensorType.FLOAT32, Shape.of(values.length), Quantization.NONE, TensorData.ofFloats(values)));
    }

    private static QuantizeWeights.Quantized quantize(
            Tensor weights, Optional<Tensor> bias, int axis, boolean perChannel, float inputScale) {
        return QuantizeWeights.quantize(weights, bias, axis, perChannel, inputScale, false);
    }
}
