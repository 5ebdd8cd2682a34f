package dev.mote.app.studio.workspace;

import dev.mote.model.graph.Graph;
import jakarta.inject.Singleton;
import java.util.Map;

/** Models that were read lately, so that a page that asks ten times a second reads its model once. */
@Singleton
public final class LoadedModels {
    private static final int MOST = 16;

    private final Map<FileState, Graph> graphs = new RecentlyUsed<>(MOST);

    /** @throws dev.mote.model.BadInputException if it is no model that Mote can run */
    public synchronized Graph graph(ModelEntry model) {
        return graphs.computeIfAbsent(FileState.of(model.file()), state -> ModestModel.read(state.file()));
    }
}
