package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a user's recordings are read and cut.
 *
 * @param window empty: that of the data set
 * @param time empty: the column {@code timestamp_us}, {@code timestamp_ms}, {@code timestamp_s} or {@code timestamp_ns}
 * @param rateHertz that samples are brought to; 0: they stay as recorded
 * @param groupFile what of a file's name is the person or recording: a regular expression; empty: nothing
 */
public record SignalOptions(
        Optional<WindowOptions> window, Optional<TimeColumn> time, double rateHertz, String groupFile) {
    public static final SignalOptions DEFAULT = new SignalOptions(Optional.empty(), Optional.empty(), 0, "");

    private static final double MAX_RATE_HERTZ = 1e5;

    public SignalOptions {
        if (!(rateHertz >= 0 && rateHertz <= MAX_RATE_HERTZ)) {
            throw new BadInputException("rate " + rateHertz + ": expected a number above 0, at most " + MAX_RATE_HERTZ);
        }
        if (time.equals(Optional.of(TimeColumn.NONE)) && rateHertz == 0) {
            throw new BadInputException("timestamp none: without times a rate is needed");
        }
        try {
            Pattern.compile(groupFile);
        } catch (PatternSyntaxException e) {
            throw new BadInputException("group_file '" + groupFile + "': is no regular expression", e);
        }
    }

    public static SignalOptions ofWindows(WindowOptions window) {
        return new SignalOptions(Optional.of(window), Optional.empty(), 0, "");
    }
}
