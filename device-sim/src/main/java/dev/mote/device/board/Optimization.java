package dev.mote.device.board;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;

/** What the compiler is asked for. */
public enum Optimization {
    SIZE("-Os"),
    SPEED("-O2");

    private final String flag;

    Optimization(String flag) {
        this.flag = flag;
    }

    /** Option of the compiler. */
    public String flag() {
        return flag;
    }

    /** As on the command line: {@code speed}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if none is called {@code option} */
    public static Optimization of(String option) {
        return Arrays.stream(values())
                .filter(optimization -> optimization.option().equals(option))
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException("--opt \"" + option + "\": is not known, expected size or speed"));
    }
}
