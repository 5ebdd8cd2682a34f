package dev.mote.app.studio.workspace;

import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models that were read lately, so that a page that asks ten times a second reads its model once. */
@Singleton
public final class LoadedModels {
    private static final int MOST = 16;
    private static final float LOAD = 0.75f;

    /** A file as it was when it was read. */
    private record State(Path file, long bytes, FileTime changed) {
        static State of(Path file) {
            try {
                return new State(file, Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<State, Graph> graphs = new LinkedHashMap<>(MOST, LOAD, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<State, Graph> eldest) {
            return size() > MOST;
        }
    };

    /** @throws dev.mote.model.BadInputException if it is no model that Mote can run */
    public synchronized Graph graph(ModelEntry model) {
        State state = State.of(model.file());
        Graph known = graphs.get(state);
        if (known == null) {
            known = TfliteFile.read(model.file());
            graphs.put(state, known);
        }
        return known;
    }
}
