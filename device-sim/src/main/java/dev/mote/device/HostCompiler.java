package dev.mote.device;

import dev.mote.model.BadInputException;
import dev.mote.model.MissingToolException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A C compiler of this machine. */
public record HostCompiler(Path program) {
    private static final List<String> USUAL = List.of("cc", "gcc", "clang");
    /** The headers that generated C and its test bench include. */
    private static final String PROBE = """
            #include <stdint.h>
            #include <stdio.h>
            int main(void) { return puts("") < 0; }
            """;

    private static final String LOG = "compiler.log";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String REMEDY =
            "install one (Debian: apt install gcc; macOS: xcode-select --install) or name one in CC";

    /**
     * The compiler that the user chose, else that of {@code $CC}, else cc, gcc or clang of {@code $PATH}.
     *
     * @param chosen name or path
     * @throws MissingToolException if it is not there, or cannot build a program
     */
    public static HostCompiler find(Optional<String> chosen) {
        HostCompiler compiler = find(chosen, System.getenv());
        compiler.requireWorking();
        return compiler;
    }

    static HostCompiler find(Optional<String> chosen, Map<String, String> environment) {
        Optional<String> named = chosen.or(() -> Optional.ofNullable(environment.get("CC")))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
        String path = environment.getOrDefault("PATH", "");
        if (named.isPresent()) {
            return locate(named.get(), path)
                    .orElseThrow(
                            () -> new MissingToolException("C compiler " + named.get() + ": not found; " + REMEDY));
        }
        return USUAL.stream()
                .flatMap(name -> locate(name, path).stream())
                .findFirst()
                .orElseThrow(() -> new MissingToolException("no C compiler (cc, gcc or clang) in PATH; " + REMEDY));
    }

    private static Optional<HostCompiler> locate(String name, String path) {
        Stream<Path> candidates = name.contains("/") || name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name));
        return candidates
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(file -> new HostCompiler(file.toAbsolutePath()))
                .findFirst();
    }

    /** Builds a small program: a compiler may lack the C library's headers or its linker, or be another program altogether. */
    void requireWorking() {
        try {
            Path folder = Leftovers.createFolder("mote-cc-");
            Path binary = folder.resolve("probe");
            try {
                Files.writeString(folder.resolve("probe.c"), PROBE);
                Optional<String> error = error(folder, List.of("probe.c"), List.of(), binary);
                if (error.isPresent() || !Files.exists(binary)) {
                    throw new MissingToolException("C compiler " + program + ": cannot build a program ("
                            + error.orElse("nothing came out") + "); " + REMEDY);
                }
            } finally {
                Leftovers.delete(folder);
            }
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    /** As it is called on the command line: {@code gcc}. */
    public String name() {
        return program.getFileName().toString();
    }

    /**
     * Compiles files of {@code folder} into one program.
     *
     * @param options for example {@code -O2}
     * @throws BadInputException with the first line of the compiler if it fails
     */
    void compile(Path folder, Collection<String> files, List<String> options, Path binary) throws IOException {
        Optional<String> error = error(folder, files, options, binary);
        if (error.isPresent()) {
            throw new BadInputException(
                    name() + ": the C code does not compile: " + error.get() + "; try another compiler");
        }
    }

    private Optional<String> error(Path folder, Collection<String> files, List<String> options, Path binary)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-std=c99"));
        command.addAll(options);
        command.addAll(List.of("-o", binary.toString()));
        command.addAll(files);
        command.add("-lm");
        Path log = folder.resolve(LOG);
        HostProcess.Result result = new HostProcess(command, folder, LONGEST).run(null, null, log);
        return result.exitCode() == 0
                ? Optional.empty()
                : Optional.of(firstError(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)));
    }

    /** The first line that is an error, else the first line. */
    private static String firstError(String log) {
        return log.lines()
                .filter(line -> line.contains("error:") || line.contains("undefined reference"))
                .findFirst()
                .or(() -> log.lines().findFirst())
                .orElse("no message");
    }
}
