package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A constant of the model as a C array.
 *
 * @param comment what the rows are
 * @param rows labelled parts, in order
 */
record ConstantArray(String name, Type type, String comment, List<Row> rows) {
    /** @param label in front of the values; empty for none */
    record Row(String label, int[] values) {}

    enum Type {
        INT8("MOTE_CONST int8_t", 1),
        INT32("MOTE_CONST int32_t", 4),
        /** A tensor that a kernel reads like any other, so that it must be where plain pointers reach. */
        INT8_TENSOR("const int8_t", 1);

        private final String text;
        private final int bytes;

        Type(String text, int bytes) {
            this.text = text;
            this.bytes = bytes;
        }
    }

    ConstantArray {
        rows = List.copyOf(rows);
    }

    /** Rows of {@code length} values, labelled as {@code label 0}, {@code label 1}, ... */
    static List<Row> rows(int[] values, int length, String label) {
        List<Row> rows = new ArrayList<>();
        for (int start = 0; start < values.length; start += length) {
            int[] row = new int[Math.min(length, values.length - start)];
            System.arraycopy(values, start, row, 0, row.length);
            rows.add(new Row(label + " " + start / length, row));
        }
        return rows;
    }

    int elements() {
        return rows.stream().mapToInt(row -> row.values().length).sum();
    }

    int bytes() {
        return elements() * type.bytes;
    }

    String declaration() {
        return "extern %s %s[%d];".formatted(type.text, name, elements());
    }

    String definition() {
        StringBuilder text = new StringBuilder();
        text.append("/* ").append(comment).append(" */\n");
        text.append("MOTE_SECTION %s %s[%d] = {\n".formatted(type.text, name, elements()));
        rows.stream()
                .flatMap(ConstantArray::lines)
                .forEach(line -> text.append("    ").append(line).append('\n'));
        return text.append("};\n").toString();
    }

    /** Label and values in one line where they fit, else the label above. */
    private static Stream<String> lines(Row row) {
        List<String> values = CText.wrapped(row.values());
        if (row.label().isEmpty()) {
            return values.stream();
        }
        String label = "/* " + row.label() + " */";
        boolean fits =
                values.size() == 1 && label.length() + 1 + values.getFirst().length() <= CText.COLUMNS - 4;
        return fits ? Stream.of(label + " " + values.getFirst()) : Stream.concat(Stream.of(label), values.stream());
    }
}
