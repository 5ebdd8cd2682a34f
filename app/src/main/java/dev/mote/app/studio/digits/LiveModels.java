package dev.mote.app.studio.digits;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.runs.ModelNames;
import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.LoadedModels;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.device.live.LiveClassifier;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.DrawnPicture.Placing;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.TensorType;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Models that are drawn for, kept ready while their files stay as they are. */
@Singleton
public final class LiveModels {
    /** Of a canvas, in pixels. */
    static final int SIDE = 140;

    private static final int MOST = 8;

    /** Answers that make the interpreter's code fast before somebody waits for one. */
    private static final int WARMING = 300;

    private static final long MOST_WARMING_NANOS = 500_000_000;

    /** What a model was made of when it was read. */
    private record Files(ModelEntry model, FileState state, Optional<ModelEntry> twin, Optional<FileState> twinState) {
        static Files of(ModelEntry model, Optional<ModelEntry> twin) {
            return new Files(model, FileState.of(model.file()), twin, twin.map(some -> FileState.of(some.file())));
        }

        boolean areAsBefore() {
            try {
                return equals(of(model, twin));
            } catch (UnknownIdException e) {
                return false;
            }
        }
    }

    private record Known(Files files, LiveModel live) {}

    private final Workspace workspace;
    private final LoadedModels loaded;
    private final ModelNames names;

    private final Map<String, Known> known = new RecentlyUsed<>(MOST);

    LiveModels(Workspace workspace, LoadedModels loaded, ModelNames names) {
        this.workspace = workspace;
        this.loaded = loaded;
        this.names = names;
    }

    /**
     * The model as it is in the workspace now.
     *
     * @throws UnknownIdException if there is no such model
     * @throws BadInputException in one line, if it tells no classes of pictures
     */
    synchronized LiveModel find(String id) {
        ModelEntry entry = workspace.model(id);
        RunEntry run = workspace.runOf(entry);
        Files files = Files.of(entry, run.floatModel().filter(twin -> !twin.equals(entry)));
        Known before = known.get(id);
        if (before != null && before.files().equals(files)) {
            return before.live();
        }
        known.remove(id);
        LiveModel live = read(files, names.of(run, entry));
        warm(live.classifier());
        known.put(id, new Known(files, live));
        return live;
    }

    /** As {@link #find}; a workspace is searched only for models that are not known or have changed: a stroke does not wait for that. */
    synchronized LiveModel model(String id) {
        Known before = known.get(id);
        return before != null && before.files().areAsBefore() ? before.live() : find(id);
    }

    private LiveModel read(Files files, String name) {
        Graph graph = loaded.graph(files.model());
        try {
            Int8Model int8 = new Int8Model(requireInt8(graph));
            Optional<FloatModel> twin = Optional.empty();
            Optional<String> note = Optional.of("this run has no float.tflite");
            if (files.twin().isPresent()) {
                try {
                    twin = Optional.of(twin(files.twin().get(), int8));
                    note = Optional.empty();
                } catch (BadInputException e) {
                    note = Optional.of(firstLine(e));
                }
            }
            return new LiveModel(
                    name,
                    files.state(),
                    LiveClassifier.of(int8, twin, SIDE),
                    Optional.ofNullable(graph.card().facts().get("dataset")),
                    Boolean.parseBoolean(graph.card().facts().get("synthetic")),
                    note);
        } catch (BadInputException e) {
            throw new BadInputException(name + ": " + e.getMessage(), e);
        }
    }

    static Graph requireInt8(Graph graph) {
        boolean int8 = Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .allMatch(end -> graph.tensor(end).type() == TensorType.INT8);
        if (!int8) {
            throw new BadInputException(
                    "its input and output are not int8; choose the int8 model of the run, or quantize it: mote quantize");
        }
        return graph;
    }

    private FloatModel twin(ModelEntry entry, Int8Model int8) {
        Graph graph = loaded.graph(entry);
        boolean real = Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .allMatch(end -> graph.tensor(end).type() == TensorType.FLOAT32);
        FloatModel twin = real ? new FloatModel(graph) : null;
        if (twin == null || !LiveClassifier.areTwins(twin, int8)) {
            throw new BadInputException("float.tflite of this run has other inputs, outputs or labels");
        }
        return twin;
    }

    private static String firstLine(BadInputException failure) {
        return "float.tflite of this run cannot be used: "
                + failure.getMessage().lines().findFirst().orElse("");
    }

    private static void warm(LiveClassifier classifier) {
        long start = System.nanoTime();
        byte[] canvas = new byte[SIDE * SIDE];
        for (int i = 0; i < WARMING && System.nanoTime() - start < MOST_WARMING_NANOS; i++) {
            canvas[i * SIDE % canvas.length + i % SIDE] = -1;
            classifier.answer(classifier.input().picture(canvas, Placing.CENTRED));
        }
    }
}
