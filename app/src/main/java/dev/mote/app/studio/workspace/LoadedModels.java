package dev.mote.app.studio.workspace;

import dev.mote.model.graph.Graph;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models that were read lately, so that a page that asks ten times a second reads its model once. */
@Singleton
public final class LoadedModels {
    private static final int MOST = 16;
    private static final float LOAD = 0.75f;

    private final Map<FileState, Graph> graphs = new LinkedHashMap<>(MOST, LOAD, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileState, Graph> eldest) {
            return size() > MOST;
        }
    };

    /** @throws dev.mote.model.BadInputException if it is no model that Mote can run */
    public synchronized Graph graph(ModelEntry model) {
        FileState state = FileState.of(model.file());
        Graph known = graphs.get(state);
        if (known == null) {
            known = ModestModel.read(model.file());
            graphs.put(state, known);
        }
        return known;
    }
}
