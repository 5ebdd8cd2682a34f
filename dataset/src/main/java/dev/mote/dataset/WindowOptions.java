package dev.mote.dataset;

import dev.mote.model.BadInputException;

/**
 * How a recording is cut into windows.
 *
 * @param length of a window, in samples
 * @param step from the start of one window to the start of the next, in samples
 */
public record WindowOptions(int length, int step) {
    public static final WindowOptions DEFAULT = new WindowOptions(128, 64);

    public WindowOptions {
        if (length < 1 || step < 1) {
            throw new BadInputException(
                    "window length " + length + " and step " + step + ": both must be at least 1 sample");
        }
    }
}
