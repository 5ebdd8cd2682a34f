package dev.mote.app.studio.runs;

import dev.mote.dataset.DataOptions;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RowSelection;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.device.stream.RecordingSurvey;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.tflite.TfliteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what somebody sent, before any of it is kept. */
final class UploadReader {
    private UploadReader() {}

    /**
     * @return what is in a recording; nothing of a model, which is read anew when it is shown
     * @throws UploadRefusedException if it is damaged, or no recording
     */
    static Optional<RecordingSurvey> read(UploadKind kind, String label, Path file) throws IOException {
        return switch (kind) {
            case MODEL -> {
                requireModel(label, Files.readAllBytes(file));
                yield Optional.empty();
            }
            case RECORDING -> Optional.of(survey(label, file));
        };
    }

    /** Models with operators that Mote does not know are models too. */
    private static void requireModel(String label, byte[] content) {
        try {
            TfliteReader.read(label, content);
        } catch (InvalidModelException e) {
            throw new UploadRefusedException(
                    label + ": is damaged or no .tflite file, so nothing was kept: "
                            + e.findings().getFirst(),
                    e.findings());
        }
    }

    private static RecordingSurvey survey(String label, Path file) {
        try {
            Recording recording = TextRecordings.of(
                    label,
                    "",
                    () -> Files.newInputStream(file),
                    StreamText.of(label, DataOptions.DEFAULT, 0),
                    RowSelection.ALL);
            return RecordingSurvey.of(recording);
        } catch (BadInputException e) {
            throw new UploadRefusedException(e.getMessage(), List.of());
        }
    }
}
