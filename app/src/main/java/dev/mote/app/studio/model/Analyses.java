package dev.mote.app.studio.model;

import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.model.BadInputException;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.model.tflite.TfliteReading;
import jakarta.inject.Singleton;
import java.util.Map;

/** What was found out about models lately: planning the arena of a large one takes a second or two. */
@Singleton
final class Analyses {
    private static final int MOST = 16;

    private final Map<FileState, Analysis> known = new RecentlyUsed<>(MOST);

    /** @throws BadInputException if the file is damaged */
    synchronized Analysis of(ModelEntry model) {
        return known.computeIfAbsent(
                FileState.of(model.file()), state -> Analysis.of(model, state.bytes(), open(model)));
    }

    private static TfliteReading open(ModelEntry model) {
        try {
            return TfliteFile.open(model.file());
        } catch (BadInputException e) {
            throw new BadInputException(e.getMessage().replace(model.file().toString(), model.name()), e);
        }
    }
}
