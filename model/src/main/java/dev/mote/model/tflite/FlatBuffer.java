package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.InvalidModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The bytes of a FlatBuffers file, read with every offset checked: a damaged or hostile file ends in {@link InvalidModelException},
 * never in another exception. What is copied out is counted, since a few bytes can point to the same large vector again and again.
 */
final class FlatBuffer {
    static final String IDENTIFIER = "TFL3";

    private static final int SMALLEST = 8;
    /** An honest file is copied out about once; shared strings and shapes make it a little more. */
    private static final long COPIES_OF_FILE = 8;

    private static final long SMALL_FILE_ALLOWANCE = 1 << 16;

    private final String source;
    private final ByteBuffer bytes;
    private long allowance;

    FlatBuffer(String source, byte[] content) {
        this.source = source;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.allowance = COPIES_OF_FILE * content.length + SMALL_FILE_ALLOWANCE;
    }

    FlatTable root(String label) {
        if (bytes.capacity() < SMALLEST) {
            throw refused(
                    "TFL-02", "file", "has " + bytes.capacity() + " bytes, too few for a .tflite", "give a .tflite");
        }
        for (int i = 0; i < IDENTIFIER.length(); i++) {
            if (bytes.get(4 + i) != IDENTIFIER.charAt(i)) {
                throw refused(
                        "TFL-02",
                        "byte 4",
                        "no identifier \"" + IDENTIFIER + "\", so this is not a .tflite",
                        "give a TensorFlow Lite model");
            }
        }
        return new FlatTable(this, target(0, label), label);
    }

    InvalidModelException damaged(String place, String what) {
        return refused(
                "TFL-03",
                place,
                what + ": the file is damaged or cut off",
                "copy or download it again, or export it again");
    }

    private InvalidModelException refused(String code, String place, String message, String remedy) {
        return new InvalidModelException(source, List.of(Finding.error(code, place, message, remedy)));
    }

    /** Where the offset at {@code position} leads. */
    int target(int position, String place) {
        long target = position + (u32(position, place));
        if (target > bytes.capacity() - 4L) {
            throw damaged(place, "offset at byte " + position + " leads to byte " + target + " of " + bytes.capacity());
        }
        return (int) target;
    }

    /** Elements of the vector at {@code position}, whose content starts 4 bytes further and is wholly inside the file. */
    int length(int position, int elementBytes, String place) {
        long count = u32(position, place);
        if (count * elementBytes > bytes.capacity() - 4L - position) {
            throw damaged(
                    place, "vector at byte " + position + " has " + count + " elements, more than the file holds");
        }
        return (int) count;
    }

    /** Counts {@code amount} bytes as copied out. */
    void charge(long amount, String place) {
        allowance -= amount;
        if (allowance < 0) {
            throw damaged(place, "parts of the file are used over and over");
        }
    }

    byte[] copy(int position, int count) {
        byte[] copy = new byte[count];
        bytes.get(position, copy);
        return copy;
    }

    int i8(int position, String place) {
        check(position, 1, place);
        return bytes.get(position);
    }

    int u16(int position, String place) {
        check(position, 2, place);
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    int i32(int position, String place) {
        check(position, 4, place);
        return bytes.getInt(position);
    }

    long u32(int position, String place) {
        return Integer.toUnsignedLong(i32(position, place));
    }

    long i64(int position, String place) {
        check(position, 8, place);
        return bytes.getLong(position);
    }

    int size() {
        return bytes.capacity();
    }

    private void check(int position, int width, String place) {
        if (position < 0 || position > bytes.capacity() - width) {
            throw damaged(place, "a field lies at byte " + position + " of " + bytes.capacity());
        }
    }
}
