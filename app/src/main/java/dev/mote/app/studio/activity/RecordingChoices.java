package dev.mote.app.studio.activity;

import dev.mote.app.pipeline.StreamSource;
import dev.mote.dataset.recording.Recording;
import java.util.ArrayList;
import java.util.List;

/**
 * The recordings of a stream, for one model. The components are the JSON keys.
 *
 * @param part {@code train}, {@code test} or {@code all}
 * @param notes for the user, a sentence each
 */
public record RecordingChoices(String part, List<Choice> recordings, List<String> notes) {
    /**
     * @param number from 0 on, by which requests name it
     * @param subject who was recorded; empty if nobody told
     */
    public record Choice(int number, String subject) {}

    static RecordingChoices of(StreamSource source) {
        List<Choice> choices = new ArrayList<>();
        for (Recording recording : source.set().recordings()) {
            choices.add(new Choice(choices.size(), recording.subject()));
        }
        return new RecordingChoices(source.set().part(), List.copyOf(choices), source.notes());
    }
}
