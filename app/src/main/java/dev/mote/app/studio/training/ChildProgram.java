package dev.mote.app.studio.training;

import dev.mote.app.Mote;
import dev.mote.dataset.DataDirectory;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs {@code mote train} in a process of its own, so that TensorFlow's memory is not the studio's, and a training can be ended at any
 * moment. The command line has fixed words, numbers, and paths that the studio made itself; the recipe is in a file.
 */
@Singleton
final class ChildProgram implements Launcher {
    private static final String STARTER = "quarkus-run.jar";
    private static final int PATIENCE_SECONDS = 10;

    private final DataDirectory data;

    ChildProgram(DataDirectory data) {
        this.data = data;
    }

    @Override
    public Running start(Training training, boolean resume) {
        ProcessBuilder builder = new ProcessBuilder(command(training, resume))
                .directory(training.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(
                        resume
                                ? ProcessBuilder.Redirect.appendTo(
                                        training.log().toFile())
                                : ProcessBuilder.Redirect.to(training.log().toFile()));
        builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "2");
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new BadInputException("the training cannot be started: " + SafeFile.reason(e), e);
        }
    }

    private List<String> command(Training training, boolean resume) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        for (String property : List.of("mote.home", "java.io.tmpdir", "org.bytedeco.javacpp.cachedir")) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value ->
                            command.add("-D" + property + "=" + Path.of(value).toAbsolutePath()));
        }
        command.addAll(List.of("-cp", classPath(System.getProperty("java.class.path")), Mote.class.getName()));
        command.addAll(arguments(training, resume, data.root().toAbsolutePath()));
        return command;
    }

    /** What follows {@code mote}. */
    static List<String> arguments(Training training, boolean resume, Path data) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", training.recipe().toString(), "--out=" + training.run().folder(), "--data-dir=" + data));
        training.order().dataOption().ifPresent(option -> arguments.add("--data=" + option));
        training.order().seed().ifPresent(seed -> arguments.add("--seed=" + seed));
        if (training.order().int8()) {
            arguments.add("--int8");
        }
        if (resume) {
            arguments.add("--resume");
        }
        return arguments;
    }

    /** That of this process; where it was started as the packaged program, what its starter would load. */
    static String classPath(String own) {
        Path starter = Path.of(own.split(File.pathSeparator)[0]).toAbsolutePath();
        if (!starter.endsWith(STARTER)) {
            return Stream.of(own.split(File.pathSeparator))
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .reduce((a, b) -> a + File.pathSeparator + b)
                    .orElseThrow();
        }
        Path app = starter.getParent();
        return Stream.of("app/*", "lib/boot/*", "lib/main/*")
                .map(part -> app + File.separator + part)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private record Child(Process process) implements Running {
        @Override
        public CompletableFuture<Integer> exit() {
            return process.onExit().thenApply(Process::exitValue);
        }

        @Override
        public void end() {
            process.destroy();
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> process.destroyForcibly());
        }
    }
}
