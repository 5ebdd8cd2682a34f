package dev.mote.device;

import dev.mote.codegen.CProject;
import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Generated projects, compiled for this machine into one program that runs samples through them. */
public final class HostFirmware implements AutoCloseable {
    private static final int CUT_INPUT = 4;
    private static final int MOST_SEPARATE = 16;

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
            Path folder = Leftovers.createFolder("mote-host-");
            HostFirmware firmware = new HostFirmware(projects, build, folder);
            try {
                firmware.compile();
                return firmware;
            } catch (IOException | RuntimeException e) {
                firmware.close();
                throw e;
            }
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    private void compile() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        projects.forEach(project -> texts.putAll(project.files()));
        texts.put("mote_host.h", FirmwareFiles.read("host/mote_host.h"));
        texts.put("mote_host.c", FirmwareFiles.read("host/mote_host.c"));
        texts.put("mote_host_models.c", HostModels.text(projects));
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        build.compiler().compile(folder, sources(texts.keySet()), build.options(), binary);
    }

    /** Many models are compiled as one file, since a compiler process for each takes longer than their code. */
    private List<String> sources(Set<String> files) throws IOException {
        List<String> sources = new ArrayList<>(
                files.stream().filter(file -> file.endsWith(".c")).toList());
        if (projects.size() > MOST_SEPARATE) {
            List<String> models =
                    sources.stream().filter(file -> !file.startsWith("mote_")).toList();
            StringBuilder all = new StringBuilder();
            models.forEach(file -> all.append("#include \"").append(file).append("\"\n"));
            Files.writeString(folder.resolve("all_models.c"), all);
            sources.removeAll(models);
            sources.add("all_models.c");
        }
        return sources;
    }

    /** Outputs of the first project. */
    public byte[] run(byte[] inputs) {
        return run(0, inputs);
    }

    /**
     * Runs samples, one after the other, each as if nothing went before.
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

    /** As {@link #run(int, byte[])}; a model with state keeps it from one sample to the next. */
    public byte[] runSequence(int project, byte[] inputs) {
        return run(project, "sequence", inputs);
    }

    /** What the self test of the project returns: 0, or 1 + index of the first wrong output element. */
    public int selfTest(int project) {
        String text = new String(run(project, "selftest", new byte[0]), StandardCharsets.US_ASCII);
        return Integer.parseInt(text.strip());
    }

    /** The program that answers each sample of the first project before it reads the next; it lasts as long as this firmware. */
    ProcessBuilder live() {
        return new ProcessBuilder(binary.toString(), "0", "live").directory(folder.toFile());
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
            throw Leftovers.failure(e);
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
        try {
            Leftovers.delete(folder);
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }
}
