package dev.mote.device;

import dev.mote.codegen.CProject;
import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Generated projects, compiled for this machine into one program that runs samples through them. */
public final class HostFirmware implements AutoCloseable {
    private static final int CUT_INPUT = 4;

    private final List<CProject> projects;
    private final HostBuild build;
    private final Path folder;
    private final Path binary;

    private HostFirmware(List<CProject> projects, HostBuild build, Path folder) {
        this.projects = List.copyOf(projects);
        this.build = build;
        this.folder = folder;
        this.binary = folder.resolve("mote_host");
    }

    public static HostFirmware build(CProject project, HostBuild build) {
        return build(List.of(project), build);
    }

    /**
     * @param projects plain ones, of different names
     * @throws BadInputException if the compiler refuses the code
     */
    public static HostFirmware build(List<CProject> projects, HostBuild build) {
        try {
            Path folder = Files.createTempDirectory("mote-host-");
            HostFirmware firmware = new HostFirmware(projects, build, folder);
            try {
                firmware.compile();
                return firmware;
            } catch (IOException | RuntimeException e) {
                firmware.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile() throws IOException {
        for (CProject project : projects) {
            for (Map.Entry<String, String> file : project.files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        for (String file : List.of("mote_host.h", "mote_host.c")) {
            Files.writeString(folder.resolve(file), FirmwareFiles.read("host/" + file));
        }
        Files.writeString(folder.resolve("mote_host_models.c"), HostModels.text(projects));
        build.compiler().compile(folder, build.options(), binary);
    }

    /** Outputs of the first project. */
    public byte[] run(byte[] inputs) {
        return run(0, inputs);
    }

    /**
     * Runs samples, one after the other.
     *
     * @param project its index
     * @param inputs any number of samples back to back, each with all inputs in graph order
     * @return the outputs, likewise
     */
    public byte[] run(int project, byte[] inputs) {
        return run(project, "run", inputs);
    }

    /** As {@link #run(int, byte[])}, with the inputs written to where the model wants them. */
    public byte[] runInPlace(int project, byte[] inputs) {
        return run(project, "inplace", inputs);
    }

    /** What the self test of the project returns: 0, or 1 + index of the first wrong output element. */
    public int selfTest(int project) {
        String text = new String(run(project, "selftest", new byte[0]), StandardCharsets.US_ASCII);
        return Integer.parseInt(text.strip());
    }

    /** Calls may come from several threads. */
    private byte[] run(int project, String mode, byte[] inputs) {
        try {
            Path input = Files.createTempFile(folder, "run-", ".in");
            Path output = input.resolveSibling(input.getFileName() + ".out");
            Path errors = input.resolveSibling(input.getFileName() + ".err");
            Files.write(input, inputs);
            List<String> command = List.of(binary.toString(), String.valueOf(project), mode);
            HostProcess.Result result = new HostProcess(command, folder, build.limit()).run(input, output, errors);
            if (result.exitCode() != 0) {
                throw failure(project, result.exitCode(), Files.readString(errors));
            }
            byte[] outputs = Files.readAllBytes(output);
            for (Path file : List.of(input, output, errors)) {
                Files.deleteIfExists(file);
            }
            return outputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuntimeException failure(int project, int exitCode, String errors) {
        String line = errors.lines()
                .filter(text -> !text.isBlank() && !text.startsWith("===="))
                .findFirst()
                .orElse("no message");
        String name = projects.get(project).name();
        return exitCode == CUT_INPUT
                ? new BadInputException(name + ": " + line + "; give whole samples")
                : new IllegalStateException(name + " on the host ended with " + exitCode + ": " + line);
    }

    /** Removes the program and everything that was written for it. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
