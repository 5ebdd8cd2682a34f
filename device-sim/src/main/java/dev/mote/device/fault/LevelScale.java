package dev.mote.device.fault;

import java.util.List;

/**
 * What a control for the level of a fault has to offer.
 *
 * @param unit that follows the number of a level; empty for choices
 * @param min least level, in {@code unit}
 * @param max greatest one that makes sense: of amounts four times what a sweep tries at most
 * @param step between two levels
 * @param start a level to begin with: the middle one of a sweep
 * @param ofRate whether {@code min}, {@code max}, {@code step} and {@code start} are shares of the model's rate
 * @param choices in place of a number, as xy
 */
public record LevelScale(
        String unit, double min, double max, double step, double start, boolean ofRate, List<String> choices) {
    private static final double PERCENT = 100;
    private static final double LEAST_RANGE_PERCENT = 1;
    private static final double MILLIS = 1e3;
    private static final double MOST_OF_SWEEP = 4;

    public LevelScale {
        choices = List.copyOf(choices);
    }

    public static LevelScale of(FaultKind kind) {
        return switch (kind.dimension()) {
            case AMOUNT ->
                kind == FaultKind.RANGE
                        ? number("%", LEAST_RANGE_PERCENT, PERCENT, 1, middle(kind))
                        : number("%", 0, MOST_OF_SWEEP * last(kind), 0.1, middle(kind));
            case SHARE ->
                number("%", kind.min() * PERCENT, kind.max() * PERCENT, kind.max() < 1 ? 0.5 : 1, middle(kind));
            case ANGLE -> number("deg", kind.min(), kind.max(), 1, middle(kind));
            case TIME -> number("ms", kind.min() * MILLIS, MOST_OF_SWEEP * last(kind), 0.5, middle(kind));
            case FREQUENCY -> new LevelScale("Hz", 0.25, 4, 0.05, 0.8, true, List.of());
            case BITS -> number("bits", kind.min(), kind.max(), 1, middle(kind));
            case PIXELS -> number("px", kind.min(), kind.max(), 0.5, middle(kind));
            case AXES -> new LevelScale("", 0, 0, 0, 0, false, kind.levels());
        };
    }

    private static LevelScale number(String unit, double min, double max, double step, double start) {
        return new LevelScale(unit, min, max, step, start, false, List.of());
    }

    private static double middle(FaultKind kind) {
        return value(kind.levels().get(kind.levels().size() / 2));
    }

    private static double last(FaultKind kind) {
        return value(kind.levels().getLast());
    }

    private static double value(String level) {
        return Double.parseDouble(level.replaceAll("[^0-9.]", ""));
    }
}
