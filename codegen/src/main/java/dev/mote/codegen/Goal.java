package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;

/** What a project is to spare. The outputs are the same. */
public enum Goal {
    /** Flash and RAM: one loop for all layers of a kind, and the least arena. */
    SIZE("-Os"),
    /** Time, where it costs little arena. */
    BALANCED("-O2"),
    /** Time. */
    SPEED("-O2");

    private final String flag;

    Goal(String flag) {
        this.flag = flag;
    }

    /** Option of the compiler that goes with it. */
    public String flag() {
        return flag;
    }

    /** As on the command line: {@code speed}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if none is called {@code option} */
    public static Goal of(String option) {
        return Arrays.stream(values())
                .filter(goal -> goal.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--opt " + CText.quoted(option) + ": is not known, expected size, balanced or speed"));
    }
}
