package dev.mote.dataset.recording;

import dev.mote.model.graph.Shape;
import java.util.Collections;
import java.util.List;

/**
 * What the rows of a recording are.
 *
 * @param name of the data set or file
 * @param synthetic true if the recording was generated
 * @param units of the channels; empty where nobody told
 * @param channels names of the innermost dimension's entries
 * @param rateHertz rows a second; 0: only the times of the rows tell
 * @param irregular times are not those at which the sensor measured, as of phones that hand over several samples at once: only
 *     resampling makes a regular signal of them
 * @param rowShape [channels] of a signal, [height, width, channels] of images
 */
public record RecordingFormat(
        String name,
        boolean synthetic,
        List<String> units,
        List<String> channels,
        double rateHertz,
        boolean irregular,
        Shape rowShape) {
    public RecordingFormat {
        units = List.copyOf(units);
        channels = List.copyOf(channels);
        if (units.size() != channels.size()) {
            throw new IllegalArgumentException(units + " for channels " + channels);
        }
    }

    /** Of a signal. */
    public RecordingFormat(
            String name,
            boolean synthetic,
            List<String> units,
            List<String> channels,
            double rateHertz,
            boolean irregular) {
        this(name, synthetic, units, channels, rateHertz, irregular, Shape.of(channels.size()));
    }

    public boolean isImages() {
        return rowShape.rank() > 1;
    }

    /** Units that a data set tells in one text: one for all channels, or one a channel, separated by commas. */
    public static List<String> units(String text, int channels) {
        String[] parts = text.split(",", -1);
        return parts.length == channels
                ? List.of(parts).stream().map(String::strip).toList()
                : Collections.nCopies(channels, parts.length == 1 ? text.strip() : "");
    }
}
