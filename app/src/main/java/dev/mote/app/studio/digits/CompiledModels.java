package dev.mote.app.studio.digits;

import dev.mote.app.pipeline.Firmware;
import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.ModestModel;
import dev.mote.device.HostBuild;
import dev.mote.device.HostCompiler;
import dev.mote.device.HostEngine;
import dev.mote.model.BadInputException;
import dev.mote.model.MissingToolException;
import dev.mote.model.graph.Graph;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Generated C of models, compiled for this machine in the background, one after the other, once for each state of a file. The programs
 * end when nobody draws for a while, and with this process.
 */
@Singleton
public final class CompiledModels {
    private static final System.Logger LOG = System.getLogger(CompiledModels.class.getName());
    private static final int MOST = 8;

    /** C of larger models takes minutes to compile. */
    private static final long MOST_BYTES = 2 << 20;

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final Duration LONGEST_COMPILATION = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration UNUSED = Duration.ofMinutes(20);
    private static final int CHECK_SECONDS = 20;

    /** Fixed: neither a request nor a model's file has a word in what is run or where. */
    private static final String NAME = "live";

    /**
     * The C of one model.
     *
     * @param engine if it is ready
     * @param note why it is not, in one line
     */
    record Compiled(Optional<HostEngine> engine, Optional<String> note, boolean pending) {
        static final Compiled PENDING =
                new Compiled(Optional.empty(), Optional.of("the generated C is being compiled"), true);

        static Compiled ready(HostEngine engine) {
            return new Compiled(Optional.of(engine), Optional.empty(), false);
        }

        static Compiled not(String why) {
            return new Compiled(Optional.empty(), Optional.of(why), false);
        }
    }

    private static final class Entry {
        private Compiled compiled = Compiled.PENDING;
        private long used = System.nanoTime();
    }

    private final Map<FileState, Entry> entries = new HashMap<>();
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mote-live-c").factory());

    CompiledModels() {
        work.scheduleWithFixedDelay(this::tidy, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        work.shutdownNow();
    }

    /** The C of the model in a file, which starts to be compiled if it was not asked for before. */
    synchronized Compiled of(FileState state) {
        Entry known = entries.get(state);
        if (known != null) {
            known.used = System.nanoTime();
            return known.compiled;
        }
        if (state.bytes() > MOST_BYTES) {
            return Compiled.not("the generated C of a model of " + state.bytes()
                    + " bytes is not compiled here, at most " + MOST_BYTES);
        }
        if (entries.size() >= MOST && !removeIdle(IDLE)) {
            return Compiled.not("the generated C of " + MOST + " other models is in use; close their pages");
        }
        Entry entry = new Entry();
        entries.put(state, entry);
        work.execute(() -> compile(entry, state.file()));
        return entry.compiled;
    }

    private void compile(Entry entry, Path file) {
        Compiled compiled = Compiled.not("the generated C could not be made");
        try {
            compiled = compile(file);
        } finally {
            finish(entry, compiled);
        }
    }

    private synchronized void finish(Entry entry, Compiled compiled) {
        entry.compiled = compiled;
    }

    private static Compiled compile(Path file) {
        try {
            Graph graph = ModestModel.read(file);
            HostBuild build =
                    HostBuild.optimized(HostCompiler.find(Optional.empty())).withLimit(LONGEST_COMPILATION);
            return Compiled.ready(HostEngine.build(Firmware.project(graph, file, NAME), build, LONGEST_ANSWER));
        } catch (BadInputException | MissingToolException e) {
            return Compiled.not(e.getMessage().lines().findFirst().orElse(""));
        } catch (RuntimeException e) {
            return Compiled.not("the generated C cannot be run: " + e.getMessage());
        }
    }

    /** Programs that were not asked lately end; what nobody has drawn for in a long time goes. */
    private synchronized void tidy() {
        removeIdle(UNUSED);
        entries.values().stream()
                .filter(entry -> isIdle(entry, IDLE))
                .forEach(entry -> entry.compiled.engine().ifPresent(HostEngine::rest));
    }

    private boolean removeIdle(Duration time) {
        return entries.values().removeIf(entry -> {
            boolean idle = isIdle(entry, time) && !entry.compiled.pending();
            if (idle) {
                entry.compiled.engine().ifPresent(CompiledModels::close);
            }
            return idle;
        });
    }

    /** A folder that cannot be removed now is no reason to stop looking. */
    private static void close(HostEngine engine) {
        try {
            engine.close();
        } catch (BadInputException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "temporary files of a compiled model stay: " + e.getMessage());
        }
    }

    private static boolean isIdle(Entry entry, Duration time) {
        return System.nanoTime() - entry.used > time.toNanos();
    }
}
