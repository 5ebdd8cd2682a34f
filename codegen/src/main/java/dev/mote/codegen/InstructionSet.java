package dev.mote.codegen;

import java.util.Locale;

/** Instruction sets whose code was measured; figures of {@code <model>_run} are those of the reference models with -Os. */
enum InstructionSet {
    ARMV6_M(48, 16, 48),
    ARMV7E_M(80, 16, 48),
    ARMV8_1M(80, 16, 48),
    RV32IMC(40, 22, 48),
    AVR(56, 16, 24);

    private final int flowBytes;
    private final int callBytes;
    private final int frameBytes;

    InstructionSet(int flowBytes, int callBytes, int frameBytes) {
        this.flowBytes = flowBytes;
        this.callBytes = callBytes;
        this.frameBytes = frameBytes;
    }

    /** As in the table of costs: {@code armv6-m}. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Checks, pointers and return of the run function. */
    int flowBytes() {
        return flowBytes;
    }

    /** Instructions of one call of a kernel. */
    int callBytes() {
        return callBytes;
    }

    /** Stack of the run function at most, the return address included. */
    int frameBytes() {
        return frameBytes;
    }
}
