package dev.mote.model.tflite;

import dev.mote.model.graph.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The data buffers of a file. Tensors that share a buffer share one copy. */
final class BufferReader {
    private static final TensorData NOTHING = TensorData.ofBytes(new byte[0]);

    private final List<FlatTable> tables;
    private final Map<Integer, TensorData> byPosition = new HashMap<>();
    /** Of float16, as float32; many tensors may have one buffer. */
    private final Map<TensorData, TensorData> widened = new IdentityHashMap<>();
    /** Of int4, as int8; the last byte holds one element, or two. */
    private final List<Map<TensorData, TensorData>> unpacked =
            List.of(new IdentityHashMap<>(), new IdentityHashMap<>());

    BufferReader(List<FlatTable> tables) {
        this.tables = tables;
    }

    int count() {
        return tables.size();
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Whether the data lies behind the FlatBuffer or in another file. */
    boolean isOutside(int index) {
        return Long.compareUnsigned(tables.get(index).int64(Schema.Buffer.OFFSET), 1) > 0;
    }

    /** Content of buffer {@code index}; empty if it has none. */
    TensorData data(int index) {
        FlatTable table = tables.get(index);
        int start = table.vector(Schema.Buffer.DATA);
        return start < 0
                ? NOTHING
                : byPosition.computeIfAbsent(start, position -> TensorData.ofBytes(table.bytes(position)));
    }

    /** Float32 for each float16 in buffer {@code index}. */
    TensorData widened(int index) {
        return widened.computeIfAbsent(data(index), halves -> {
            ByteBuffer source = ByteBuffer.wrap(halves.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[halves.size() / Short.BYTES];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.float16ToFloat(source.getShort());
            }
            return TensorData.ofFloats(values);
        });
    }

    /** Int8 for each int4 in buffer {@code index}, of which two lie in a byte, the first in its low bits. */
    TensorData unpacked(int index, int elements) {
        return unpacked.get(elements % 2).computeIfAbsent(data(index), nibbles -> {
            byte[] values = new byte[elements];
            for (int i = 0; i < elements; i++) {
                int atTop = nibbles.int8(i / 2) << (i % 2 == 0 ? 28 : 24);
                values[i] = (byte) (atTop >> 28);
            }
            return TensorData.ofBytes(values);
        });
    }
}
