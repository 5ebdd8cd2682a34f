package dev.mote.device.fault;

import dev.mote.model.BadInputException;

/** One thing that is wrong with a device, and how much. Several together are {@link Faults}. */
public sealed interface Fault permits ValueFault, OrderFault {
    Setting setting();

    default FaultKind kind() {
        return setting().kind();
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return setting().text();
    }

    /** Whether two seeds give two different streams. */
    default boolean isRandom() {
        return switch (kind()) {
            case ROTATE -> setting().target().isEmpty();
            case SKEW, GAIN, BIAS, CROSS_AXIS -> setting().sign() == 0;
            case SWAP, FLIP, BLUR, CONTRAST, RATE, RANGE, BITS, STUCK -> false;
            case SHIFT, JITTER, DRIFT, NOISE, DEAD, SPIKES, DROPOUT, BURST, DUPLICATE, REORDER -> true;
        };
    }

    /**
     * @param text {@code kind:level}, as {@code dropout:0.05}, {@code rotate:30deg/x}, {@code noise:0.02g/acc}
     * @throws BadInputException one line
     */
    static Fault parse(String text) {
        Setting setting = FaultParser.parse(text);
        return switch (setting.kind()) {
            case ROTATE -> new Rotation(setting);
            case SWAP -> new SwappedAxes(setting);
            case FLIP -> new FlippedAxes(setting);
            case SHIFT -> new ImageShift(setting);
            case BLUR -> new ImageBlur(setting);
            case CONTRAST -> new ImageContrast(setting);
            case SKEW -> new ClockSkew(setting);
            case RATE -> new WrongRate(setting);
            case JITTER -> new ClockJitter(setting);
            case CROSS_AXIS -> new CrossAxis(setting);
            case GAIN -> new GainError(setting);
            case BIAS -> new Bias(setting);
            case DRIFT -> new Drift(setting);
            case NOISE -> new Noise(setting);
            case DEAD -> new DeadPixels(setting);
            case RANGE -> new Saturation(setting);
            case BITS -> new FewBits(setting);
            case STUCK -> new StuckAxes(setting);
            case SPIKES -> new Spikes(setting);
            case DROPOUT -> new Dropout(setting);
            case BURST -> new BurstLoss(setting);
            case DUPLICATE -> new Duplicates(setting);
            case REORDER -> new Reordering(setting);
        };
    }
}
