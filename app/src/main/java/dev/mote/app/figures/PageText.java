package dev.mote.app.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Numbers and tables in Markdown. */
final class PageText {
    private PageText() {}

    /** A file of the folder {@code performance}. */
    static String resource(String name) {
        try (InputStream in = PageText.class.getResourceAsStream("/performance/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param numbers how many of the last columns are numbers */
    static String head(int numbers, String... columns) {
        String rule = "---|".repeat(columns.length - numbers) + "---:|".repeat(numbers);
        return row(List.of(columns)) + "|" + rule + "\n";
    }

    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With two decimals; nothing for a divisor of 0. */
    static String ratio(long number, long divisor) {
        return divisor == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) number / divisor);
    }
}
