package dev.mote.device.compare;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.function.IntUnaryOperator;

/** The real numbers that a tensor's elements stand for. */
final class RealValues {
    private RealValues() {}

    static boolean isReal(Tensor tensor) {
        return tensor.type() == TensorType.FLOAT32 || !(tensor.quantization() instanceof Quantization.None);
    }

    static float[] of(Tensor tensor, TensorBuffer buffer) {
        return switch (buffer) {
            case TensorBuffer.Floats(float[] values) -> values;
            case TensorBuffer.Bytes(byte[] values) -> dequantized(tensor, values.length, i -> values[i]);
            case TensorBuffer.Shorts(short[] values) -> dequantized(tensor, values.length, i -> values[i]);
            case TensorBuffer.Ints(int[] values) -> dequantized(tensor, values.length, i -> values[i]);
            case TensorBuffer.Longs(long[] values) -> dequantized(tensor, values.length, i -> (int) values[i]);
        };
    }

    private static float[] dequantized(Tensor tensor, int length, IntUnaryOperator integers) {
        float[] reals = new float[length];
        switch (tensor.quantization()) {
            // Integers without a scale stand for themselves.
            case Quantization.None _, Quantization.Trained _ -> {
                for (int i = 0; i < length; i++) {
                    reals[i] = integers.applyAsInt(i);
                }
            }
            case Quantization.PerTensor one -> {
                for (int i = 0; i < length; i++) {
                    reals[i] = one.dequantize(integers.applyAsInt(i));
                }
            }
            case Quantization.PerChannel each -> {
                int inner =
                        tensor.shape().elements(each.axis() + 1, tensor.shape().rank());
                for (int i = 0; i < length; i++) {
                    int channel = i / inner % each.scales().size();
                    reals[i] = each.scales().get(channel)
                            * (integers.applyAsInt(i) - each.zeroPoints().get(channel));
                }
            }
        }
        return reals;
    }
}
