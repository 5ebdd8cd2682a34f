package dev.mote.model.tflite;

import dev.mote.model.graph.InvalidModelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One table of a {@link FlatBuffer}. Fields are named by their slot, which is their place in the schema (a union takes two: its type,
 * then its value); an absent field has its default. A table starts with the distance back to its vtable, which is
 * [u16 own bytes, u16 table bytes, u16 offset in the table of each slot, 0 if absent].
 */
final class FlatTable {
    private static final int VTABLE_HEADER = 4;
    /** What a table counts for in {@link FlatBuffer#charge}: about the size of the objects that are made from it. */
    private static final int TABLE_CHARGE = 64;

    private final FlatBuffer buffer;
    private final int position;
    private final int vtable;
    private final int vtableBytes;
    private final String label;

    /** @param label what the table is, for messages */
    FlatTable(FlatBuffer buffer, int position, String label) {
        this.buffer = buffer;
        this.position = position;
        this.label = label;
        long start = (long) position - buffer.i32(position, label);
        if (start < 0 || start > buffer.size() - VTABLE_HEADER) {
            throw buffer.damaged(label, "table at byte " + position + " has its field list at byte " + start);
        }
        this.vtable = (int) start;
        this.vtableBytes = buffer.u16(vtable, label);
        if (vtableBytes < VTABLE_HEADER || vtableBytes > buffer.size() - vtable) {
            throw buffer.damaged(label, "field list at byte " + vtable + " has " + vtableBytes + " bytes");
        }
    }

    InvalidModelException damaged(String what) {
        return buffer.damaged(label, what);
    }

    boolean has(int slot) {
        return at(slot) != 0;
    }

    int int8(int slot, int absent) {
        int at = at(slot);
        return at == 0 ? absent : buffer.i8(at, label);
    }

    boolean bool(int slot) {
        return int8(slot, 0) != 0;
    }

    int int32(int slot, int absent) {
        int at = at(slot);
        return at == 0 ? absent : buffer.i32(at, label);
    }

    long uint32(int slot) {
        int at = at(slot);
        return at == 0 ? 0 : buffer.u32(at, label);
    }

    long int64(int slot) {
        int at = at(slot);
        return at == 0 ? 0 : buffer.i64(at, label);
    }

    float float32(int slot, float absent) {
        int at = at(slot);
        return at == 0 ? absent : Float.intBitsToFloat(buffer.i32(at, label));
    }

    Optional<FlatTable> table(int slot, String childLabel) {
        int at = at(slot);
        return at == 0 ? Optional.empty() : Optional.of(new FlatTable(buffer, buffer.target(at, label), childLabel));
    }

    /** Text of a string field; empty if absent. */
    String string(int slot) {
        int start = vector(slot);
        return start < 0 ? "" : new String(bytes(start), StandardCharsets.UTF_8);
    }

    List<Integer> ints(int slot) {
        return elements(slot, 4, at -> buffer.i32(at, label));
    }

    List<Float> floats(int slot) {
        return elements(slot, 4, at -> Float.intBitsToFloat(buffer.i32(at, label)));
    }

    List<Long> longs(int slot) {
        return elements(slot, 8, at -> buffer.i64(at, label));
    }

    /** The tables of a vector, each labelled by {@code childLabel}. */
    List<FlatTable> tables(int slot, String childLabel) {
        List<Integer> targets = elements(slot, 4, at -> buffer.target(at, label));
        List<FlatTable> tables = new ArrayList<>(targets.size());
        for (int target : targets) {
            buffer.charge(TABLE_CHARGE, label);
            tables.add(new FlatTable(buffer, target, childLabel));
        }
        return tables;
    }

    /** Byte position of the vector in {@code slot}, to be read by {@link #bytes(int)}; -1 if absent. */
    int vector(int slot) {
        int at = at(slot);
        return at == 0 ? -1 : buffer.target(at, label);
    }

    /** Content of the byte vector at {@code start}. */
    byte[] bytes(int start) {
        int count = buffer.length(start, 1, label);
        buffer.charge(count, label);
        return buffer.copy(start + 4, count);
    }

    private <T> List<T> elements(int slot, int width, IntFunction<T> read) {
        int start = vector(slot);
        if (start < 0) {
            return List.of();
        }
        int count = buffer.length(start, width, label);
        buffer.charge((long) count * width, label);
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(read.apply(start + 4 + i * width));
        }
        return elements;
    }

    /** Byte position of the field; 0 if absent. */
    private int at(int slot) {
        int entry = VTABLE_HEADER + 2 * slot;
        if (entry + 2 > vtableBytes) {
            return 0;
        }
        int offset = buffer.u16(vtable + entry, label);
        return offset == 0 ? 0 : position + offset;
    }
}
