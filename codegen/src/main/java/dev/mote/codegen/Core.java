package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Cores that firmware runs on. All of them run the portable kernels; some have faster ones of their own ({@link Simd}). */
public enum Core {
    /** Any core; its figures are those of a Cortex-M3. */
    PORTABLE("Cortex-M3", InstructionSet.ARMV7E_M, 1),
    CORTEX_M0("Cortex-M0", InstructionSet.ARMV6_M, 1),
    CORTEX_M0PLUS("Cortex-M0+", InstructionSet.ARMV6_M, 1),
    CORTEX_M3("Cortex-M3", InstructionSet.ARMV7E_M, 1),
    CORTEX_M4("Cortex-M4", InstructionSet.ARMV7E_M, 1),
    CORTEX_M7("Cortex-M7", InstructionSet.ARMV7E_M, 1),
    CORTEX_M33("Cortex-M33", InstructionSet.ARMV7E_M, 1),
    CORTEX_M55("Cortex-M55", InstructionSet.ARMV8_1M, 1),
    RV32IMC("RV32IMC", InstructionSet.RV32IMC, 1),
    AVR("AVR", InstructionSet.AVR, 1),
    XTENSA_LX6("Xtensa LX6", InstructionSet.RV32IMC, Core.XTENSA_FACTOR),
    XTENSA_LX7("Xtensa LX7", InstructionSet.RV32IMC, Core.XTENSA_FACTOR);

    /** An assumption: no compiler for Xtensa was at hand. Code and stack are taken as those of RV32IMC and a fifth more. */
    static final double XTENSA_FACTOR = 1.2;

    private final String title;
    private final InstructionSet instructionSet;
    private final double factor;

    Core(String title, InstructionSet instructionSet, double factor) {
        this.title = title;
        this.instructionSet = instructionSet;
        this.factor = factor;
    }

    /** Whose kernels it runs. */
    Simd simd() {
        return switch (this) {
            case CORTEX_M4, CORTEX_M7, CORTEX_M33 -> Simd.DSP;
            case CORTEX_M55 -> Simd.MVE;
            case PORTABLE, CORTEX_M0, CORTEX_M0PLUS, CORTEX_M3, RV32IMC, AVR, XTENSA_LX6, XTENSA_LX7 -> Simd.NONE;
        };
    }

    /** As on the command line: {@code cortex-m0plus}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As its maker calls it; of {@link #PORTABLE} the core whose figures it has. */
    public String title() {
        return title;
    }

    /** Whose measured code stands for that of this core. */
    InstructionSet instructionSet() {
        return instructionSet;
    }

    /** The core whose measured instructions stand for those of this one; those of Xtensa are an assumption. */
    Core measured() {
        return switch (this) {
            case PORTABLE, CORTEX_M3 -> CORTEX_M3;
            case CORTEX_M4, CORTEX_M7, CORTEX_M33 -> CORTEX_M4;
            case CORTEX_M0PLUS -> CORTEX_M0;
            case XTENSA_LX6, XTENSA_LX7 -> RV32IMC;
            case CORTEX_M0, CORTEX_M55, RV32IMC, AVR -> this;
        };
    }

    /** What its figures of time count: instructions, where an emulator knows no cycles. */
    public String unit() {
        return this == AVR ? "cycles" : "instructions";
    }

    /** Code or stack in bytes on this core, where {@code measured} were measured for its instruction set. */
    long bytes(long measured) {
        return (long) Math.ceil(measured * factor);
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
