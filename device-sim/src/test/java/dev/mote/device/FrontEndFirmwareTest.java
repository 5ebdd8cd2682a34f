package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawn front ends: the generated C, under sanitizers, gives the bytes of Java. The seed of a front end is its position. */
class FrontEndFirmwareTest {
    /** Reads windows until they end, and writes the input that each becomes: in the arena, then outside of it. */
    private static final String MAIN = """
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>

            %1$s
            typedef struct {
                int32_t (*front_end)(void *, const int16_t *, int8_t *);
                int32_t (*self_test)(void *, int16_t *);
                int8_t *(*input)(void *);
                size_t arena, counts, bytes;
            } front_end;

            static const front_end all[] = {
            %2$s};

            int main(int argc, char **argv) {
                const front_end *const f = &all[argc > 1 ? atoi(argv[1]) : 0];
                void *const arena = malloc(f->arena);
                int16_t *const window = malloc(f->counts * sizeof *window);
                int8_t *const outside = malloc(f->bytes);
                int status = f->self_test(arena, window) == 0 ? 0 : 3;
                while (fread(window, sizeof *window, f->counts, stdin) == f->counts) {
                    memset(arena, 0xa5, f->arena);
                    status = f->front_end(arena, window, f->input(arena)) == 0 ? status : 4;
                    fwrite(f->input(arena), 1, f->bytes, stdout);
                    status = f->front_end(arena, window, outside) == 0 ? status : 5;
                    fwrite(outside, 1, f->bytes, stdout);
                }
                free(outside);
                free(window);
                free(arena);
                return status;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"gcc, 0, 20", "clang, 20, 6"})
    void givesTheBytesOfJava(String compiler, int first, int count) throws IOException {
        check(compiler, first, count);
    }

    @Tag("slow")
    @Test
    void givesTheBytesOfJavaForMany() throws IOException {
        check("gcc", 26, 200);
    }

    private void check(String compiler, int first, int count) throws IOException {
        List<Graph> models = IntStream.range(first, first + count)
                .mapToObj(RandomFrontEnds::graph)
                .toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        Path program = compile(models, build);
        for (int i = 0; i < count; i++) {
            check(program, build, i, first + i, models.get(i));
        }
    }

    private Path compile(List<Graph> models, HostBuild build) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < models.size(); i++) {
            Target target = new Target("fe" + i, ProjectKind.PLAIN, Core.PORTABLE, Goal.BALANCED);
            CProject project = Codegen.generate(models.get(i), new ModelSource("fe.tflite", new byte[0]), target);
            assertTrue(project.files().containsKey("fe" + i + "_front_end.c"), "front end of " + i);
            files.putAll(project.files());
        }
        files.put(
                "main.c",
                MAIN.formatted(
                        names(models, "#include \"fe%1$d_front_end.h\"\n"),
                        names(
                                models,
                                "    {fe%1$d_front_end, fe%1$d_front_end_self_test, fe%1$d_input, FE%1$d_ARENA_BYTES,"
                                        + " FE%1$d_WINDOW_LENGTH * FE%1$d_CHANNELS, FE%1$d_INPUT_LEN},\n")));
        StringBuilder included = new StringBuilder();
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            if (file.getKey().startsWith("fe") && file.getKey().endsWith(".c")) {
                included.append("#include \"%s\"\n".formatted(file.getKey()));
            }
        }
        Files.writeString(folder.resolve("models.c"), included);
        List<String> sources = files.keySet().stream()
                .filter(file -> file.endsWith(".c") && !file.startsWith("fe"))
                .collect(Collectors.toList());
        sources.add("models.c");
        Path program = folder.resolve("program");
        build.compiler().compile(folder, sources, build.options(), program);
        return program;
    }

    private static String names(List<Graph> models, String text) {
        return IntStream.range(0, models.size())
                .mapToObj(i -> text.formatted(i))
                .collect(Collectors.joining());
    }

    private void check(Path program, HostBuild build, int index, int seed, Graph model) throws IOException {
        SignalFrontEnd frontEnd = (SignalFrontEnd) model.card().frontEnd().orElseThrow();
        var quantization = (Quantization.PerTensor) model.tensor(0).quantization();
        var java = InputPath.of(model).int8(quantization);
        List<short[]> windows = RandomFrontEnds.windows(frontEnd, seed);
        int length = windows.getFirst().length;
        ByteBuffer counts = ByteBuffer.allocate(2 * length * windows.size()).order(ByteOrder.LITTLE_ENDIAN);
        windows.forEach(counts.asShortBuffer()::put);
        Path in = Files.write(folder.resolve("in"), counts.array());
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        var result = new HostProcess(List.of(program.toString(), String.valueOf(index)), folder, build.limit())
                .run(in, out, errors);
        byte[] found = Files.readAllBytes(out);
        for (int i = 0; i < windows.size(); i++) {
            byte[] expected = java.bytes(windows.get(i));
            int start = 2 * i * expected.length;
            String what = "front end %d, window %d: %s".formatted(seed, i, frontEnd.stages());
            assertArrayEquals(expected, Arrays.copyOfRange(found, start, start + expected.length), what);
            assertArrayEquals(
                    expected,
                    Arrays.copyOfRange(found, start + expected.length, start + 2 * expected.length),
                    what + ", outside of the arena");
        }
        assertEquals(0, result.exitCode(), "front end " + seed + " ended: " + Files.readString(errors));
    }
}
