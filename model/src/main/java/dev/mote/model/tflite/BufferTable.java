package dev.mote.model.tflite;

import dev.mote.model.graph.TensorData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the buffers of a file that is written: 0 is the empty one of tensors without data, equal data is kept once. */
final class BufferTable {
    static final int NONE = 0;

    private final List<TensorData> buffers = new ArrayList<>(List.of(TensorData.ofBytes(new byte[0])));
    private final Map<TensorData, Integer> numbers = new HashMap<>();

    int add(TensorData data) {
        Integer known = numbers.putIfAbsent(data, buffers.size());
        if (known != null) {
            return known;
        }
        buffers.add(data);
        return buffers.size() - 1;
    }

    int size() {
        return buffers.size();
    }

    TensorData get(int number) {
        return buffers.get(number);
    }
}
