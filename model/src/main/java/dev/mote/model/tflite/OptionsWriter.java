package dev.mote.model.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of one options table; FlatBuffers wants vectors finished before the table that holds them is begun. */
final class OptionsWriter {
    private final FlatBufferBuilder builder;
    private final List<Runnable> fields = new ArrayList<>();

    OptionsWriter(FlatBufferBuilder builder) {
        this.builder = builder;
    }

    OptionsWriter int8(int slot, int value) {
        fields.add(() -> builder.addByte(slot, (byte) value, 0));
        return this;
    }

    OptionsWriter bool(int slot, boolean value) {
        return bool(slot, value, false);
    }

    OptionsWriter bool(int slot, boolean value, boolean absent) {
        fields.add(() -> builder.addBoolean(slot, value, absent));
        return this;
    }

    OptionsWriter int32(int slot, int value, int absent) {
        fields.add(() -> builder.addInt(slot, value, absent));
        return this;
    }

    OptionsWriter float32(int slot, float value) {
        fields.add(() -> builder.addFloat(slot, value, 0));
        return this;
    }

    OptionsWriter ints(int slot, int[] values) {
        int vector = TfliteWriter.intVector(builder, values);
        fields.add(() -> builder.addOffset(slot, vector, 0));
        return this;
    }

    /** @return offset of the finished table */
    int finish(int slots) {
        builder.startTable(slots);
        fields.forEach(Runnable::run);
        return builder.endTable();
    }
}
