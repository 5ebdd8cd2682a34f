package dev.mote.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A linear axis with round ticks.
 *
 * @param low value at coordinate {@code from}, {@code high} that at {@code to}
 * @param step between ticks
 */
record Axis(double low, double high, double step, double from, double to) {
    /** From the last tick at or below {@code least} to the first at or above {@code most}, in at most {@code parts} + 1 steps. */
    static Axis rounded(double least, double most, int parts, double from, double to) {
        double span = most - least;
        double step = roundStep((span > 0 ? span : least != 0 ? Math.abs(least) : 1) / parts);
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new Axis(low, high > low ? high : low + step, step, from, to);
    }

    /** From {@code low} to {@code high} as they are, which must differ. */
    static Axis exact(double low, double high, int parts, double from, double to) {
        return new Axis(low, high, roundStep((high - low) / parts), from, to);
    }

    /** 1, 2 or 5 times a power of ten, at least {@code least}. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Every multiple of the step on the axis: coordinate {@code at} and {@code label}. */
    List<Map<String, Object>> ticks() {
        List<Map<String, Object>> ticks = new ArrayList<>();
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = (long) Math.ceil(low / step - 1e-9); i <= last; i++) {
            ticks.add(Map.of("at", Text.number(at(i * step)), "label", Text.grouped(i * step, decimals)));
        }
        return ticks;
    }
}
