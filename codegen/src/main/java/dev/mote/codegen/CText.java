package dev.mote.codegen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of C text, and foreign names made safe for it. */
final class CText {
    static final int COLUMNS = 100;

    private static final int LONGEST_NAME = 40;

    private CText() {}

    /** {@code name} from a model file, in quotes, so that it can stand in a comment; long ones are cut. */
    static String quoted(String name) {
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return '"' + printable(cut) + '"';
    }

    /** Text that neither ends a comment nor continues a line. */
    static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?")
                .replace('\\', '/')
                .replace("*/", "* /")
                .replace("/*", "/ *")
                .replaceAll("\\?(?=\\?)", "? ");
    }

    /** A string literal; what is not ASCII becomes octal UTF-8. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0x20 && b < 0x7f && b != '"' && b != '\\' && b != '?') {
                literal.append((char) b);
            } else {
                literal.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
            }
        }
        return literal.append('"').toString();
    }

    /** A float constant that C reads back as the same float; math.h has the names of what is not finite. */
    static String number(float value) {
        if (Float.isNaN(value)) {
            return "NAN";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "INFINITY" : "-INFINITY";
        }
        return value + "f";
    }

    /** Values side by side. */
    static String list(List<Integer> values) {
        return values.stream().map(CText::number).collect(Collectors.joining(", "));
    }

    static String number(int value) {
        return value == Integer.MIN_VALUE ? "INT32_MIN" : String.valueOf(value);
    }

    static String number(long value) {
        return value == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + value + ")";
    }

    /** Six digits of a real number, for comments. */
    static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    /** An integer with commas, for comments. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code text}, each line behind {@code prefix}; empty lines stay empty. */
    static String indent(String prefix, String text) {
        StringBuilder indented = new StringBuilder();
        text.lines()
                .forEach(line ->
                        indented.append(line.isEmpty() ? "" : prefix + line).append('\n'));
        return indented.toString();
    }

    /** As {@link #wrapped(Numbers, int)}, with four columns of indentation. */
    static List<String> wrapped(Numbers values) {
        return wrapped(values, 4);
    }

    /** {@code values}, a comma behind each, in lines of at most {@link #COLUMNS} columns with {@code indentation}. */
    static List<String> wrapped(Numbers values, int indentation) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length(); i++) {
            String item = values.text(i) + ",";
            if (!line.isEmpty() && line.length() + 1 + item.length() > COLUMNS - indentation) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(item);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** A comment in which every line after the first starts with a star. */
    static String comment(List<String> lines) {
        return "/* " + String.join("\n * ", lines).replaceAll(" +\n", "\n") + " */\n";
    }
}
