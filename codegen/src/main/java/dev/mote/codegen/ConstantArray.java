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
    record Row(String label, Numbers values) {
        Row(String label, int[] values) {
            this(label, Numbers.of(values));
        }
    }

    /**
     * Of the elements.
     *
     * @param qualifier where the array is: {@code MOTE_CONST} for what kernels know as constant; a tensor that a kernel reads like any
     *     other must be where plain pointers reach
     */
    record Type(String qualifier, CType element) {
        static final Type INT8 = new Type("MOTE_CONST", CType.INT8);
        /** Of which a kernel loads more than one at a time. */
        static final Type INT8_WORDS = new Type("MOTE_CONST MOTE_ALIGNED", CType.INT8);

        static final Type INT16 = new Type("MOTE_CONST", CType.INT16);
        static final Type INT32 = new Type("MOTE_CONST", CType.INT32);
        static final Type INT64 = new Type("MOTE_CONST", CType.INT64);
        static final Type FLOAT32 = new Type("MOTE_CONST", CType.FLOAT32);

        static Type tensor(CType element) {
            return new Type("const", element);
        }

        private String text() {
            return qualifier + " " + element.text();
        }
    }

    ConstantArray {
        rows = List.copyOf(rows);
    }

    /** Rows of {@code length} values, labelled as {@code label 0}, {@code label 1}, ... */
    static List<Row> rows(int[] values, int length, String label) {
        return rows(Numbers.of(values), length, label);
    }

    static List<Row> rows(Numbers values, int length, String label) {
        List<Row> rows = new ArrayList<>();
        for (int start = 0; start < values.length(); start += length) {
            int count = Math.min(length, values.length() - start);
            rows.add(new Row(label + " " + start / length, values.part(start, count)));
        }
        return rows;
    }

    int elements() {
        return rows.stream().mapToInt(row -> row.values().length()).sum();
    }

    int bytes() {
        return elements() * type.element().bytes();
    }

    String declaration() {
        return "extern %s %s[%d];".formatted(type.text(), name, elements());
    }

    String definition() {
        StringBuilder text = new StringBuilder();
        text.append("/* ").append(comment).append(" */\n");
        text.append("MOTE_SECTION %s %s[%d] = {\n".formatted(type.text(), name, elements()));
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
