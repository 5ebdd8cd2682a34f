package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.mote.codegen.CProject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A written project's sources, compiled for this machine against stubs of its platform. */
final class HostExample {
    private static final List<String> WARNINGS =
            List.of("-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wundef", "-Werror");

    private final Path folder;
    private final List<String> includes = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();

    HostExample(Path folder, CProject project) {
        this.folder = folder;
        project.write(folder);
        Set<String> headers = new TreeSet<>();
        project.files().keySet().stream()
                .filter(file -> file.endsWith(".h"))
                .forEach(file -> headers.add(folder.resolve(file).getParent().toString()));
        headers.forEach(this::include);
    }

    private void include(String headers) {
        includes.add("-I" + headers);
    }

    /** Copies files of the test's resources below {@code stubs/} and adds them to the include path. */
    HostExample withStubs(String platform, String... files) {
        Path stubs = folder.resolve("stubs");
        for (String file : files) {
            try (InputStream in = HostExample.class.getResourceAsStream("/projects/" + platform + "/" + file)) {
                assertNotNull(in, file);
                Files.createDirectories(stubs.resolve(file).getParent());
                Files.write(stubs.resolve(file), in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        include(stubs.toString());
        return this;
    }

    HostExample compile(String compiler, List<String> options, Stream<String> sources) {
        return compile(Tool.find(compiler), options, sources.toList());
    }

    private HostExample compile(Tool compiler, List<String> options, List<String> sources) {
        for (String source : sources) {
            String object = "object_" + objects.size() + ".o";
            List<String> arguments = new ArrayList<>(options);
            arguments.addAll(WARNINGS);
            arguments.addAll(includes);
            arguments.addAll(List.of("-c", source, "-o", object));
            compiler.run(folder, arguments);
            objects.add(object);
        }
        return this;
    }

    /** What the program prints. */
    List<String> run(String linker) {
        link(linker, List.of());
        return new Tool(folder.resolve("program")).run(folder);
    }

    /** @return the program */
    Path link(String linker, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(objects);
        arguments.addAll(List.of("-o", "program", "-lm"));
        Tool.find(linker).run(folder, arguments);
        return folder.resolve("program");
    }
}
