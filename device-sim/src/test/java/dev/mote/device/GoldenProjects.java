package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.CNames;
import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reference's models as C projects, with the reference's bytes. */
record GoldenProjects(List<Path> folders, List<CProject> projects) {

    /** Folders in {@code $MOTE_DATA/name} with a model that Mote writes as C. */
    static GoldenProjects of(String name) {
        return of(name, Core.PORTABLE, Goal.BALANCED);
    }

    /** As {@link #of(String)}, for a core. */
    static GoldenProjects of(String name, Core core, Goal goal) {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, name)),
                "skipped: no folder " + name + " in $MOTE_DATA");
        try (Stream<Path> listed = Files.list(Path.of(root, name))) {
            List<Path> folders = listed.filter(folder -> Files.exists(folder.resolve("input.bin")))
                    .filter(folder -> isSupported(folder, core, goal))
                    .sorted()
                    .toList();
            return new GoldenProjects(
                    folders,
                    folders.stream().map(folder -> generate(folder, core, goal)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that have a kernel of their core. */
    GoldenProjects withVectorKernels() {
        List<Integer> own = IntStream.range(0, projects.size())
                .filter(i ->
                        projects.get(i).files().keySet().stream().anyMatch(file -> file.matches(".*_(dsp|mve)\\.c")))
                .boxed()
                .toList();
        return new GoldenProjects(
                own.stream().map(folders::get).toList(),
                own.stream().map(projects::get).toList());
    }

    static HostCompiler compiler(String name) {
        Optional<HostCompiler> compiler = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(HostCompiler::new)
                .findFirst();
        assumeTrue(compiler.isPresent(), "skipped: no " + name + " in PATH");
        return compiler.get();
    }

    /** Whether Mote knows its operators, and each of them has a C kernel. */
    private static boolean isSupported(Path folder, Core core, Goal goal) {
        Graph graph = TfliteFile.open(model(folder)).graph();
        if (graph.nodes().stream().anyMatch(node -> node.operator() instanceof Operator.Unsupported)) {
            return false;
        }
        try {
            generate(folder, core, goal);
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }

    private static CProject generate(Path folder, Core core, Goal goal) {
        try {
            Path file = model(folder);
            ModelSource source = new ModelSource(file.getFileName().toString(), Files.readAllBytes(file));
            Target target =
                    new Target(CNames.fromFile(folder.getFileName() + ".tflite"), ProjectKind.PLAIN, core, goal);
            return Codegen.generate(TfliteFile.read(file), source, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path model(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tflite"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all projects into one program, and compares its bytes with the reference's in every way of running it. */
    void check(HostBuild build) {
        check(build, true);
    }

    /** As {@link #check}, only with the input in the arena: a process less for each way and model. */
    void checkInPlace(HostBuild build) {
        check(build, false);
    }

    private void check(HostBuild build, boolean everyWay) {
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int i = 0; i < projects.size(); i++) {
                check(i, firmware, everyWay);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(int i, HostFirmware firmware, boolean everyWay) throws IOException {
        String name = projects.get(i).name();
        byte[] input = Files.readAllBytes(folders.get(i).resolve("input.bin"));
        byte[] expected = Files.readAllBytes(folders.get(i).resolve("output.bin"));
        if (isSequence(folders.get(i))) {
            compare(i, expected, firmware.runSequence(i, input), name + ", sequence");
        } else {
            compare(i, expected, firmware.runInPlace(i, input), name + ", input in the arena");
            if (everyWay) {
                compare(i, expected, firmware.run(i, input), name);
            }
        }
        if (everyWay) {
            assertEquals(0, firmware.selfTest(i), name + ", self test");
        }
    }

    /** Whether the vectors are consecutive runs of a model with state. */
    private static boolean isSequence(Path folder) throws IOException {
        Path meta = folder.resolve("meta.json");
        return Files.exists(meta) && Files.readString(meta).matches("(?s).*\"mode\":\\s*\"sequence\".*");
    }

    /** Integers are equal; a float is within 1e-5 of the largest of its tensor. */
    private void compare(int project, byte[] expected, byte[] found, String name) {
        assertEquals(expected.length, found.length, name);
        List<CProject.End> outputs = projects.get(project).outputs();
        int start = 0;
        while (start < expected.length) {
            for (CProject.End output : outputs) {
                byte[] wanted = Arrays.copyOfRange(expected, start, start + output.bytes());
                byte[] actual = Arrays.copyOfRange(found, start, start + output.bytes());
                if (output.type().equals("float")) {
                    assertClose(floats(wanted), floats(actual), name);
                } else {
                    assertArrayEquals(wanted, actual, name);
                }
                start += output.bytes();
            }
        }
    }

    private static void assertClose(float[] wanted, float[] actual, String name) {
        float largest = 0;
        for (float value : wanted) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        assertArrayEquals(wanted, actual, Math.max(1e-5f * largest, Float.MIN_NORMAL), name);
    }

    private static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
