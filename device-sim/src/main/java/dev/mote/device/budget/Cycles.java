package dev.mote.device.budget;

import dev.mote.codegen.Core;
import dev.mote.device.catalogue.Device;

/** Cycles per instruction of Mote's kernels. docs/budgets.md, Cycles per instruction, has the source of each number. */
final class Cycles {
    /** simavr counts cycles; what is left are interrupts. */
    private static final Estimate COUNTED = Estimate.within(1, 0.02);

    /** No emulated board: its core writes memory and calls in fewer cycles than the one that was counted. */
    private static final Estimate COUNTED_ELSEWHERE = new Estimate(0.85, 0.95, 1.02);

    private Cycles() {}

    /** Per instruction of what is counted for {@code device}, its memory included; per counted cycle on AVR. */
    static Estimate of(Device device) {
        if (device.core() == Core.AVR) {
            return device.board().isEmpty() ? COUNTED_ELSEWHERE : COUNTED;
        }
        return ofCore(device.core()).times(ofFlash(device.flashAccess()));
    }

    /** Of the core alone, with memory that answers at once. */
    static Estimate ofCore(Core core) {
        return switch (core) {
            case AVR -> COUNTED;
            case CORTEX_M0 -> new Estimate(1.33, 1.41, 1.50);
            case CORTEX_M0PLUS -> new Estimate(1.28, 1.36, 1.45);
            case PORTABLE, CORTEX_M3 -> new Estimate(1.50, 1.63, 1.80);
            case CORTEX_M4 -> new Estimate(1.30, 1.40, 1.50);
            case CORTEX_M33 -> new Estimate(1.05, 1.18, 1.45);
            case CORTEX_M7 -> new Estimate(0.70, 0.85, 1.10);
            case CORTEX_M55 -> new Estimate(1.00, 1.50, 2.20);
            case RV32IMC -> new Estimate(1.05, 1.35, 1.80);
            case XTENSA_LX6 -> new Estimate(1.20, 1.80, 2.60);
            case XTENSA_LX7 -> new Estimate(1.05, 1.40, 2.00);
        };
    }

    /** What waiting for instructions and weights adds, as a factor. */
    static Estimate ofFlash(Device.FlashAccess access) {
        return switch (access) {
            case DIRECT -> new Estimate(1.00, 1.00, 1.03);
            case ON_CHIP -> new Estimate(1.00, 1.10, 1.30);
            case EXTERNAL -> new Estimate(1.00, 1.30, 2.00);
        };
    }
}
