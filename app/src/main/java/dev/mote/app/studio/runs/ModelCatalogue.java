package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.DeviceDemand;
import dev.mote.app.pipeline.Inspection;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.device.budget.Supply;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.tflite.TfliteReader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Tells of each model what can be told; read once, as long as its file stays the same. */
@Singleton
public final class ModelCatalogue {
    private static final int MOST_KEPT = 4096;
    private static final long LARGEST_BYTES = 128 << 20;
    private static final DeviceDemand ALL_BOARDS =
            new DeviceDemand(Catalogue.all(), OptionalDouble.empty(), Supply.MAINS, false);

    private static final long LONGEST_MILLIS = 1000;

    private final ExecutorService workers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("models-", 0).factory());
    private final Map<Path, CompletableFuture<ModelFacts>> underWay = new ConcurrentHashMap<>();
    private final FileCache<ModelFacts> facts = new FileCache<>(MOST_KEPT);

    /** Never fails because of what is in the file. */
    ModelFacts facts(ModelEntry model) {
        return facts.get(model.file(), file -> read(model))
                .orElseGet(() -> ModelFacts.unreadable(model, 0, List.of(problem("was removed"))));
    }

    /** The same of many models; those that take longer than a page waits for are {@link ModelFacts#pending}, and done later. */
    Function<ModelEntry, ModelFacts> facts(List<ModelEntry> all) {
        Map<ModelEntry, CompletableFuture<ModelFacts>> asked = new HashMap<>();
        all.forEach(model -> asked.put(model, ask(model)));
        try {
            CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
                    .get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Whoever asked asks again.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return model -> asked.get(model).getNow(ModelFacts.pending(model));
    }

    private CompletableFuture<ModelFacts> ask(ModelEntry model) {
        Optional<ModelFacts> known = facts.known(model.file());
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        CompletableFuture<ModelFacts> asked = new CompletableFuture<>();
        CompletableFuture<ModelFacts> before = underWay.putIfAbsent(model.file(), asked);
        if (before != null) {
            return before;
        }
        asked.whenComplete((done, failure) -> underWay.remove(model.file()));
        workers.execute(() -> asked.completeAsync(() -> facts(model), Runnable::run));
        return asked;
    }

    @PreDestroy
    void end() {
        workers.shutdownNow();
    }

    /**
     * Everything about one model, with its operators.
     *
     * @throws BadInputException if it is damaged
     */
    static Inspection inspect(ModelEntry model) {
        try {
            return inspect(model, Files.readAllBytes(model.file()));
        } catch (IOException e) {
            throw new BadInputException(model.name() + ": cannot be read (" + SafeFile.reason(e) + ")", e);
        }
    }

    private static Inspection inspect(ModelEntry model, byte[] content) {
        return Inspection.of(TfliteReader.read(model.name(), content), ALL_BOARDS);
    }

    private static ModelFacts read(ModelEntry model) {
        long bytes = 0;
        try {
            bytes = Files.size(model.file());
            return bytes > LARGEST_BYTES
                    ? ModelFacts.unreadable(model, bytes, List.of(problem("is larger than any model that Mote reads")))
                    : ModelFacts.of(model, bytes, inspect(model, Files.readAllBytes(model.file())));
        } catch (InvalidModelException e) {
            return ModelFacts.unreadable(model, bytes, e.findings());
        } catch (BadInputException e) {
            return ModelFacts.unreadable(model, bytes, List.of(problem(e.getMessage())));
        } catch (IOException e) {
            return ModelFacts.unreadable(model, bytes, List.of(problem("cannot be read (" + SafeFile.reason(e) + ")")));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // One model that Mote fails on must not take the page of all others with it.
            return ModelFacts.unreadable(model, bytes, List.of(problem("Mote fails on it, a fault in Mote: " + e)));
        }
    }

    private static Finding problem(String message) {
        return Finding.error("", "file", message, "");
    }
}
