package dev.mote.device.fault;

import dev.mote.model.BadInputException;

/**
 * A kind of fault with its level.
 *
 * @param value in the first unit of the kind's dimension (shares from 0 to 1, degrees, seconds), of an amount in {@code unit}, of axes how many
 * @param unit of an amount, {@code %} of the full scale, or empty: that of each channel
 * @param sign 1 or -1 for all axes, 0: drawn for each, where the kind has signs
 * @param axes of a fault of axes, as xz
 * @param target what followed the slash; empty if nothing did
 * @param text as the user may write it
 */
record Setting(FaultKind kind, double value, String unit, int sign, String axes, String target, String text) {
    Setting {
        double max = unit.equals("%") ? 10 : kind.max();
        if (!(value >= kind.min() && value <= max)) {
            throw new BadInputException("--fault " + text + ": " + kind.option() + " is out of range, expected "
                    + (unit.equals("%") ? "0% to 1000% of the full scale" : kind.range()));
        }
    }

    /** @throws IllegalArgumentException if it is for another kind of fault */
    Setting require(FaultKind expected) {
        if (kind != expected) {
            throw new IllegalArgumentException(kind + " in place of " + expected);
        }
        return this;
    }

    /** The level with its sign: the given one, or the one that falls to {@code item}. */
    double signed(Chance chance, int item) {
        return value * (sign == 0 ? chance.sign(0, item) : sign);
    }

    /** @param fallback without one */
    int length(int fallback) {
        return target.isEmpty() ? fallback : Integer.parseInt(target);
    }
}
