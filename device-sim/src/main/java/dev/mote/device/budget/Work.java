package dev.mote.device.budget;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import java.util.Locale;
import java.util.Optional;

/**
 * What a device executes for one window.
 *
 * @param count instructions of its core; cycles on AVR
 * @param origin how they were told
 * @param isWhole false if the model has a front end of signals that is not in the count
 */
public record Work(long count, Origin origin, boolean isWhole) {
    /** Where a count comes from, and how far it can be off. */
    public enum Origin {
        /** Counted on the emulated board of the device. */
        MEASURED(0),
        /** From the table of kernels: docs/generated-c.md, Figures, has its errors on the reference models. */
        ESTIMATED(0.15),
        /** From that of another instruction set, for want of a compiler. */
        ASSUMED(0.5);

        private final double error;

        Origin(double error) {
            this.error = error;
        }

        /** Largest expected error, as a share. */
        public double error() {
            return error;
        }

        /** As in JSON: {@code measured}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if it is negative */
    public Work {
        if (count < 0) {
            throw new IllegalArgumentException(count + " instructions");
        }
    }

    /** Of all that there is to do. */
    public Work(long count, Origin origin) {
        this(count, origin, true);
    }

    /**
     * Of an inference; empty where a kernel was not measured on the core.
     *
     * @param hasFrontEnd whether signals are prepared, too, which is not estimated
     */
    public static Optional<Work> estimated(Figures figures, boolean hasFrontEnd) {
        Core core = figures.core();
        Origin origin = core == Core.XTENSA_LX6 || core == Core.XTENSA_LX7 ? Origin.ASSUMED : Origin.ESTIMATED;
        return figures.instructions().stream()
                .mapToObj(count -> new Work(count, origin, !hasFrontEnd))
                .findFirst();
    }

    Estimate bounds() {
        return Estimate.within(count, origin.error());
    }
}
