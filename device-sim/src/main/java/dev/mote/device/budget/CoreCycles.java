package dev.mote.device.budget;

import dev.mote.codegen.Core;
import dev.mote.device.catalogue.Device;

/** Cycles per instruction: docs/budgets.md, Cycles per instruction, has the source of each number. */
final class CoreCycles {
    private CoreCycles() {}

    /** Of Mote's kernels on {@code device}, its memories included; per cycle, 1, on AVR, where cycles are counted. */
    static Estimate of(Device device) {
        return core(device.core());
    }

    private static Estimate core(Core core) {
        return switch (core) {
            case AVR -> Estimate.within(1, 0.02);
            case CORTEX_M0, CORTEX_M0PLUS -> new Estimate(1.3, 1.5, 1.8);
            case PORTABLE, CORTEX_M3 -> new Estimate(1.3, 1.5, 2.0);
            case CORTEX_M4 -> new Estimate(1.2, 1.5, 1.8);
            case CORTEX_M33 -> new Estimate(1.1, 1.3, 1.5);
            case CORTEX_M7 -> new Estimate(0.6, 0.9, 1.4);
            case CORTEX_M55 -> new Estimate(1.0, 1.4, 2.0);
            case RV32IMC, XTENSA_LX6, XTENSA_LX7 -> new Estimate(1.0, 1.4, 2.2);
        };
    }
}
