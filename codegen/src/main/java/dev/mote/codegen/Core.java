package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Cores that firmware runs on. All of them run the same C99 kernels today; what these cost differs from core to core. */
public enum Core {
    /** Any core; its figures are those of a Cortex-M4. */
    PORTABLE("Cortex-M4"),
    CORTEX_M0("Cortex-M0"),
    CORTEX_M0PLUS("Cortex-M0+"),
    CORTEX_M3("Cortex-M3"),
    CORTEX_M4("Cortex-M4"),
    CORTEX_M7("Cortex-M7"),
    CORTEX_M33("Cortex-M33"),
    CORTEX_M55("Cortex-M55"),
    RV32IMC("RV32IMC"),
    AVR("AVR"),
    XTENSA_LX6("Xtensa LX6"),
    XTENSA_LX7("Xtensa LX7");

    private final String title;

    Core(String title) {
        this.title = title;
    }

    /** As on the command line: {@code cortex-m0plus}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As its maker calls it; of {@link #PORTABLE} the core whose figures it has. */
    public String title() {
        return title;
    }

    /** @throws BadInputException if no core is called {@code option} */
    public static Core of(String option) {
        return Arrays.stream(values())
                .filter(core -> core.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--target " + CText.quoted(option) + ": is not known, expected one of: " + options()));
    }

    private static String options() {
        return Arrays.stream(values()).map(Core::option).collect(Collectors.joining(", "));
    }
}
