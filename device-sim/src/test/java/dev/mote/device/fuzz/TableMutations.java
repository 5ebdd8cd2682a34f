package dev.mote.device.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Changes of a FlatBuffer's own structure: offsets, lengths of vectors, field lists and numbers, wherever its tables have some. */
final class TableMutations {
    private static final int MOST_TABLES = 2000;
    private static final int MOST_ELEMENTS = 64;

    private final RandomGenerator random;
    private final ByteMutations bytes;

    TableMutations(RandomGenerator random) {
        this.random = random;
        this.bytes = new ByteMutations(random);
    }

    byte[] change(byte[] file) {
        byte[] changed = file.clone();
        List<Integer> places = new Walk(changed).places();
        if (places.isEmpty()) {
            return bytes.change(changed, file);
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            overwrite(changed, places);
        }
        return changed;
    }

    private void overwrite(byte[] file, List<Integer> places) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int place = places.get(random.nextInt(places.size()));
        int value = buffer.getInt(place);
        int other = buffer.getInt(places.get(random.nextInt(places.size())));
        switch (random.nextInt(8)) {
            case 0 -> buffer.putInt(place, value + random.nextInt(-4, 5));
            case 1 -> buffer.putInt(place, value + 4 * random.nextInt(-16, 17));
            case 2 -> buffer.putInt(place, other);
            case 3 -> buffer.putShort(place, (short) random.nextInt(64));
            case 4 -> file[place] = (byte) random.nextInt(-2, 130);
            case 5 -> buffer.putInt(place, Float.floatToRawIntBits(real()));
            case 6 -> buffer.putInt(place, value ^ 1 << random.nextInt(32));
            default -> buffer.putInt(place, bytes.word());
        }
    }

    private float real() {
        float[] values = {0, -1, 1, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 1e-30f, 1e9f};
        return values[random.nextInt(values.length)];
    }

    /** Finds what is likely a table, a vector or a number by following everything that could be an offset. */
    private static final class Walk {
        private final ByteBuffer buffer;
        private final List<Integer> places = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();
        private final ArrayDeque<Integer> tables = new ArrayDeque<>();

        Walk(byte[] file) {
            this.buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        }

        /** Byte positions, each with 4 bytes behind it. */
        List<Integer> places() {
            follow(0);
            while (!tables.isEmpty() && seen.size() < MOST_TABLES) {
                table(tables.removeFirst());
            }
            return places;
        }

        private void follow(int position) {
            if (position < 0 || position > buffer.capacity() - 4) {
                return;
            }
            places.add(position);
            long target = (long) position + Integer.toUnsignedLong(buffer.getInt(position));
            if (target > position && target <= buffer.capacity() - 4 && seen.add((int) target)) {
                tables.add((int) target);
            }
        }

        /** A table has its field list where its first number says; a vector its length there. */
        private void table(int position) {
            places.add(position);
            long list = (long) position - buffer.getInt(position);
            if (list >= 0 && list <= buffer.capacity() - 4) {
                fields(position, (int) list);
            }
            int length = buffer.getInt(position);
            if (length > 0 && length <= MOST_ELEMENTS * 4 && position + 4L + length * 4L <= buffer.capacity()) {
                for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
                    follow(position + 4 + 4 * i);
                }
            }
        }

        private void fields(int position, int list) {
            int length = Short.toUnsignedInt(buffer.getShort(list));
            if (length < 4 || length > 128 || list + length > buffer.capacity()) {
                return;
            }
            places.add(list);
            for (int entry = 4; entry + 2 <= length; entry += 2) {
                int offset = Short.toUnsignedInt(buffer.getShort(list + entry));
                if (list + entry <= buffer.capacity() - 4) {
                    places.add(list + entry);
                }
                if (offset != 0) {
                    follow(position + offset);
                }
            }
        }
    }
}
