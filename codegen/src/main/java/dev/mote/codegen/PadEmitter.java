package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Padding in up to five dimensions; inner dimensions without padding count as one. */
final class PadEmitter {
    private static final int DIMENSIONS = 5;
    static final int FILL_BYTES = 8;
    private static final int STRUCT_BYTES = 3 * DIMENSIONS * 4 + FILL_BYTES;

    private PadEmitter() {}

    static LayerCode emit(MovementLayer.Pad layer, LayerScope scope) {
        List<Integer> size = new ArrayList<>(layer.input());
        List<Integer> before = new ArrayList<>(layer.before());
        List<Integer> after = new ArrayList<>(layer.after());
        mergeUnpadded(size, before, after);
        int bytes = scope.element().bytes();
        List.of(size, before, after).forEach(sizes -> sizes.set(sizes.size() - 1, sizes.getLast() * bytes));
        Overlap overlap = overlap(size, before, after);
        List<Integer> fill = fill(layer.fill(), scope.element());
        scope.requireAtMost(size.size(), DIMENSIONS, "padded dimensions");
        String text = """
                .size = {%s},
                .before = {%s},
                .after = {%s},
                .fill = {%s},
                """.formatted(
                        BinaryEmitter.padded(size, 1, DIMENSIONS),
                        BinaryEmitter.padded(before, 0, DIMENSIONS),
                        BinaryEmitter.padded(after, 0, DIMENSIONS),
                        CText.list(fill));
        return LayerCode.of(List.of(), List.of(), Kernel.PAD, scope.name("params"), STRUCT_BYTES, text)
                .withOverlap(overlap);
    }

    /** Runs of the input move one after the other, each when all that lies before it in the output is written. */
    private static Overlap overlap(List<Integer> size, List<Integer> before, List<Integer> after) {
        long lead = 0;
        long row = 1;
        for (int d = size.size() - 1; d >= 0; d--) {
            long padded = (long) before.get(d) + size.get(d) + after.get(d);
            lead += row * before.get(d) + (row - inner(size, d)) * (d < size.size() - 1 ? size.get(d) - 1 : 0);
            row *= padded;
        }
        return new Overlap(List.of(Math.toIntExact(lead)), 1);
    }

    /** Bytes of the input in one index of dimension {@code d}. */
    private static long inner(List<Integer> size, int d) {
        return size.subList(d + 1, size.size()).stream()
                .mapToLong(Integer::longValue)
                .reduce(1, (a, b) -> a * b);
    }

    /** The bytes of an element, repeated: the kernels take them in turn, whatever the size of an element. */
    static List<Integer> fill(double fill, CType element) {
        ByteBuffer buffer = ByteBuffer.allocate(FILL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        switch (element) {
            case INT8, UINT8, BOOL -> buffer.put((byte) (int) fill);
            case INT16 -> buffer.putShort((short) (int) fill);
            case INT32 -> buffer.putInt((int) fill);
            case INT64 -> buffer.putLong((long) fill);
            case FLOAT32 -> buffer.putFloat((float) fill);
        }
        return IntStream.range(0, FILL_BYTES)
                .mapToObj(i -> (int) buffer.get(i % element.bytes()))
                .toList();
    }

    /** A dimension without padding is a factor of the one outside it: [h, w, c] with c not padded is [h, w * c]. */
    private static void mergeUnpadded(List<Integer> size, List<Integer> before, List<Integer> after) {
        for (int inner = size.size() - 1; inner > 0; inner--) {
            if (before.get(inner) == 0 && after.get(inner) == 0) {
                int outer = inner - 1;
                int factor = size.get(inner);
                size.set(outer, size.get(outer) * factor);
                before.set(outer, before.get(outer) * factor);
                after.set(outer, after.get(outer) * factor);
                size.remove(inner);
                before.remove(inner);
                after.remove(inner);
            }
        }
    }
}
