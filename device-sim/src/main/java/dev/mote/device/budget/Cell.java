package dev.mote.device.budget;

import dev.mote.model.BadInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A battery.
 *
 * @param name as {@code CR2032}, or as it was given
 * @param ampereHours nominal capacity at a small load
 * @param volts nominal
 * @param lossPerYear share of the capacity that self-discharge takes in a year
 * @param amperes that it can give for a moment; infinite where not known
 * @param source of the figures
 */
public record Cell(String name, double ampereHours, double volts, double lossPerYear, double amperes, String source) {
    private static final Pattern OWN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(mAh|Ah)/([0-9]+(?:\\.[0-9]+)?)V");

    /** @throws IllegalArgumentException unless all but the loss are positive */
    public Cell {
        if (!(ampereHours > 0 && volts > 0 && lossPerYear >= 0 && lossPerYear < 1 && amperes > 0)) {
            throw new IllegalArgumentException(name + ": " + ampereHours + " Ah, " + volts + " V, " + lossPerYear);
        }
    }

    /** Those that have a name. */
    public static List<Cell> all() {
        return Cells.ALL;
    }

    /**
     * @param text a name, or capacity and voltage as {@code 230mAh/3V}, which is taken without self-discharge
     * @throws BadInputException if it is neither
     */
    public static Cell of(String text) {
        return all().stream()
                .filter(cell -> cell.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> own(text));
    }

    private static Cell own(String text) {
        Matcher matcher = OWN.matcher(text);
        if (!matcher.matches()) {
            throw refusal(text);
        }
        double ampereHours =
                Double.parseDouble(matcher.group(1)) / (matcher.group(2).equals("Ah") ? 1 : 1000);
        double volts = Double.parseDouble(matcher.group(3));
        if (ampereHours == 0 || volts == 0) {
            throw refusal(text);
        }
        return new Cell(text, ampereHours, volts, 0, Double.POSITIVE_INFINITY, "as given");
    }

    private static BadInputException refusal(String text) {
        return new BadInputException(
                "--cell \"" + text.replaceAll("[^\\x20-\\x7e]", "?") + "\": is not known, expected "
                        + all().stream().map(Cell::name).collect(Collectors.joining(", "))
                        + ", or capacity and voltage as 230mAh/3V");
    }
}
