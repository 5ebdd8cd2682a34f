package dev.mote.app.studio.activity;

import dev.mote.app.pipeline.RecordingFaults;
import dev.mote.app.pipeline.StreamSource;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.dataset.recording.PushedRows;
import dev.mote.dataset.recording.Recording;
import dev.mote.device.stream.MotionSensor;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.StreamDemand;
import dev.mote.device.stream.StreamSettings;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream that has been opened.
 *
 * @param name of the recording: what faults draw depends on it
 * @param byTime whether the device gets the time of each sample
 * @param pushed where the page sends the samples
 * @param notes for the user, a sentence each
 */
record LiveStream(String name, RecordedStream samples, boolean byTime, Optional<PushedRows> pushed, List<String> notes)
        implements AutoCloseable {
    /** The samples that a page pushes. Waits for the first ones. */
    static LiveStream ofPhone(PushedRows rows, StreamDemand demand) {
        RecordedStream samples = MotionSensor.open(rows, demand);
        return new LiveStream("phone", samples, true, Optional.of(rows), samples.notes());
    }

    /**
     * @param number of a recording
     * @throws UnknownIdException if there is none of this number
     * @throws dev.mote.model.BadInputException one line, if it does not fit the model
     */
    static LiveStream open(StreamSource source, int number, boolean byTime) {
        List<Recording> recordings = source.set().recordings();
        if (number < 0 || number >= recordings.size()) {
            throw new UnknownIdException("recording");
        }
        Recording recording = recordings.get(number);
        StreamSettings settings = source.settings();
        boolean timed = byTime || settings.resample();
        Map<String, String> units = StreamSettings.ownUnits(recording, source.demand());
        RecordedStream samples =
                open(recording, source, new StreamSettings(settings.policy(), settings.channels(), units, timed));
        List<String> notes = new ArrayList<>(source.notes());
        notes.addAll(samples.notes());
        units.values().stream().distinct().forEach(unit -> notes.add("converted from " + unit));
        return new LiveStream(RecordingFaults.name(recording), samples, timed, Optional.empty(), List.copyOf(notes));
    }

    /** What the command has as an option, the page has as a box. */
    private static RecordedStream open(Recording recording, StreamSource source, StreamSettings settings) {
        try {
            return RecordedStream.open(recording, source.demand(), settings);
        } catch (BadInputException e) {
            throw new BadInputException(
                    e.getMessage()
                            .replace(
                                    "by its times with: --resample",
                                    "by its times: tick \"The device reads time stamps\""),
                    e);
        }
    }

    @Override
    public void close() {
        samples.close();
    }
}
