package dev.mote.app.studio.activity;

import dev.mote.app.studio.runs.ModelNames;
import dev.mote.app.studio.workspace.LoadedModels;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace's models that run on streams of a signal. Those that run are kept, so that many pages share one. */
@Singleton
final class LiveModels {
    private static final int MOST = 8;

    private final Workspace workspace;
    private final LoadedModels loaded;
    private final ModelNames names;
    private final Map<String, LiveModel> ready = new RecentlyUsed<>(MOST);

    LiveModels(Workspace workspace, LoadedModels loaded, ModelNames names) {
        this.workspace = workspace;
        this.loaded = loaded;
        this.names = names;
    }

    /** In the order of their places. Files that are no such model are left out. */
    List<LiveModelChoice> all() {
        List<LiveModelChoice> choices = new ArrayList<>();
        for (RunEntry run : workspace.runs()) {
            for (ModelEntry model : run.models()) {
                choice(run, model).ifPresent(choices::add);
            }
        }
        return choices;
    }

    private Optional<LiveModelChoice> choice(RunEntry run, ModelEntry model) {
        try {
            Graph graph = loaded.graph(model);
            return StreamPlan.isPossible(graph)
                    ? Optional.of(LiveModelChoice.of(
                            names.of(run, model), run, model, StreamPlan.of(new Int8Model(graph)), graph.card()))
                    : Optional.empty();
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws BadInputException with one line that says why it cannot run on a stream
     * @throws dev.mote.app.studio.UnknownIdException if no model has this id
     */
    synchronized LiveModel model(String id) {
        ModelEntry entry = workspace.model(id);
        Graph graph = loaded.graph(entry);
        LiveModel known = ready.get(id);
        if (known == null || known.graph() != graph) {
            known = load(entry, graph);
            ready.put(id, known);
        }
        return known;
    }

    private LiveModel load(ModelEntry entry, Graph graph) {
        if (!StreamPlan.isPossible(graph)) {
            throw new BadInputException(entry.name()
                    + ": is no int8 model of a signal (channels, rate), so it cannot run on a stream; choose another");
        }
        Int8Model int8 = new Int8Model(graph);
        RunEntry run = workspace.runOf(entry);
        Optional<StreamModel> real = run.floatModel().flatMap(file -> real(file, int8));
        return new LiveModel(entry, run.place(), graph, StreamModel.of(int8), real);
    }

    /** Empty if it is not the one that the int8 model was made of. */
    private Optional<StreamModel> real(ModelEntry file, Int8Model int8) {
        try {
            return Optional.of(StreamModel.of(new FloatModel(loaded.graph(file)), int8));
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }
}
