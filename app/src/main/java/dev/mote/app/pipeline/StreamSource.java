package dev.mote.app.pipeline;

import dev.mote.dataset.DataOptions;
import dev.mote.dataset.RecordingChoice;
import dev.mote.dataset.RecordingSet;
import dev.mote.dataset.Recordings;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.StreamDemand;
import dev.mote.device.stream.StreamSettings;
import dev.mote.model.graph.ModelCard;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.recipe.RecipeData;
import java.util.ArrayList;
import java.util.List;

/**
 * The recordings that a request means, as streams for one model.
 *
 * @param notes for the user, a sentence each
 */
public record StreamSource(RecordingSet set, StreamDemand demand, StreamSettings settings, List<String> notes) {

    public static StreamSource of(StreamRequest request, StreamDemand demand, ModelCard card) {
        RecordingSet set = recordings(request, card);
        List<String> notes = new ArrayList<>(set.notes());
        StreamSettings settings = request.settings();
        boolean irregular = set.recordings().stream()
                .anyMatch(recording -> recording.format().irregular());
        if (irregular && !settings.resample()) {
            settings = new StreamSettings(settings.policy(), settings.channels(), settings.units(), true);
            notes.add("its times are irregular: brought to the model's rate by them");
        }
        return new StreamSource(set, demand, settings, notes);
    }

    private static RecordingSet recordings(StreamRequest request, ModelCard card) {
        DataOptions options = RecipeData.options(card.facts().getOrDefault(Trainer.DATA_FACT, ""));
        if (request.name().equals("-")) {
            StreamText text = StreamText.of("standard input", options, request.rateHertz());
            return live(TextRecordings.ofLive("standard input", System.in, text));
        }
        if (request.isWebSocket()) {
            return live(TextRecordings.ofWebSocket(
                    request.name(), StreamText.of(request.name(), options, request.rateHertz())));
        }
        return Recordings.of(
                RecordingChoice.parse(request.name(), request.subjects()),
                request.directory(),
                request.seed(),
                options,
                card.facts().getOrDefault("dataset", ""),
                request.rateHertz());
    }

    private static RecordingSet live(Recording recording) {
        return new RecordingSet("all", List.of(), List.of(recording), List.of());
    }

    /** Opens one of the recordings. */
    public RecordedStream open(Recording recording) {
        return RecordedStream.open(recording, demand, settings);
    }
}
