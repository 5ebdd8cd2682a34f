package dev.mote.dataset;

import dev.mote.dataset.recording.Recording;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recordings that a choice means.
 *
 * @param part {@code train}, {@code test} or {@code all}: whose recordings of a data set they are
 * @param labels names of the classes; empty where they are known only when the rows are read
 * @param notes for the user, a sentence each
 */
public record RecordingSet(String part, List<String> labels, List<Recording> recordings, List<String> notes) {
    public RecordingSet {
        labels = List.copyOf(labels);
        recordings = List.copyOf(recordings);
        notes = List.copyOf(notes);
    }

    /** With more to tell the user. */
    RecordingSet withNotes(List<String> more) {
        return new RecordingSet(
                part,
                labels,
                recordings,
                Stream.concat(notes.stream(), more.stream()).toList());
    }
}
