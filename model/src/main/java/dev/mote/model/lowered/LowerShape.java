package dev.mote.model.lowered;

import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Lowering of what is known before the model runs, because it depends on shapes and constants only. */
final class LowerShape {
    private LowerShape() {}

    static Layer dimensions(NodeView node) {
        int[] dimensions = node.input().shape().dimensions();
        return store(Arrays.stream(dimensions).asLongStream(), node.output());
    }

    /** Wraps at the width of the output. */
    static Layer product(NodeView node) {
        ByteBuffer bytes = ByteBuffer.wrap(node.constant(0).bytes()).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = node.input().type() == TensorType.INT64;
        long product = 1;
        while (bytes.hasRemaining()) {
            product *= wide ? bytes.getLong() : bytes.getInt();
        }
        return store(LongStream.of(product), node.output());
    }

    private static Layer store(LongStream values, Tensor output) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(output.byteSize())).order(ByteOrder.LITTLE_ENDIAN);
        if (output.type() == TensorType.INT64) {
            values.forEach(bytes::putLong);
        } else {
            values.forEach(value -> bytes.putInt((int) value));
        }
        return new MovementLayer.Store(TensorData.ofBytes(bytes.array()));
    }
}
