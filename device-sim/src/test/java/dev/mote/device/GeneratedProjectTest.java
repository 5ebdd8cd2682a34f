package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects as their users have them: written into a folder, compiled with an app of their own. */
class GeneratedProjectTest {
    private static final float SCALE = 0.1f;
    private static final int ZERO_POINT = 3;
    private static final InputPreparation PREPARATION =
            new InputPreparation("g", List.of("x", "y"), 50, List.of(0f, 2f), List.of(0.5f, -1f), List.of(2f, 0.25f));

    @TempDir
    Path folder;

    private static CProject relu(ProjectKind kind) {
        Quantization quantization = Quantization.perTensor(SCALE, ZERO_POINT);
        Graph graph = new Graph(
                "relu",
                List.of(
                        Tensor.variable("in", TensorType.INT8, Shape.of(1, 4), quantization),
                        Tensor.variable("out", TensorType.INT8, Shape.of(1, 4), quantization)),
                List.of(new Node(new Operator.Unary(Operator.UnaryFunction.RELU), List.of(0), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
        ModelCard card = new ModelCard(List.of("a", "b", "c", "d\u00f6g"), PREPARATION, new TreeMap<>());
        return Codegen.generate(
                new Int8Model(card.in(graph)),
                new ModelSource("relu.tflite", new byte[] {1, 2, 3}),
                new Target("relu", kind));
    }

    /** What an app prints, compiled as the documentation says, warnings as errors. */
    private List<String> run(CProject project, String app) throws IOException {
        project.write(folder);
        Files.writeString(folder.resolve("app.c"), app);
        List<String> files = new ArrayList<>(List.of("app.c"));
        project.files().keySet().stream().filter(file -> file.endsWith(".c")).forEach(files::add);
        files.add("-lm");
        HostBuild build = HostBuild.optimized(GoldenProjects.compiler("gcc")).withWarningsAsErrors();
        build.compiler().compile(folder, files, build.options(), folder.resolve("app"));
        Path output = folder.resolve("app.out");
        HostProcess process = new HostProcess(List.of(folder.resolve("app").toString()), folder, Duration.ofMinutes(1));
        assertEquals(0, process.run(null, output, folder.resolve("app.err")).exitCode());
        return Files.readAllLines(output);
    }

    @Test
    void quantizesAsTheSimulatorDoes() throws IOException {
        float[] values = {0, 0.04999f, 0.05f, -0.05f, 0.15f, -0.15f, 12.35f, 12.45f, -13.05f, -13.15f, 1e30f, -1e30f};
        StringBuilder prints = new StringBuilder();
        for (float value : values) {
            prints.append("    printf(\"%d\\n\", relu_quantize(").append(value).append("f));\n");
        }
        List<String> lines = run(relu(ProjectKind.PLAIN), """
                #include <math.h>
                #include <stdio.h>
                #include "relu.h"
                int main(void) {
                %s    printf("%%d\\n", relu_quantize((float)NAN));
                    printf("%%.9g\\n", (double)relu_dequantize(13));
                    printf("%%d %%d\\n", relu_prepare(0, 1.5f), relu_prepare(1, 10.0f));
                    printf("%%s %%d\\n", relu_label(3), relu_label(4) == NULL && relu_label(-1) == NULL);
                    return 0;
                }
                """.formatted(prints));
        for (int i = 0; i < values.length; i++) {
            float steps = values[i] / SCALE;
            int expected = Math.clamp((long) FixedPoint.roundHalfAway(steps) + ZERO_POINT, -128, 127);
            assertEquals(String.valueOf(expected), lines.get(i), "quantized " + values[i]);
        }
        // 1 = 10 * 0.1; (1.5 - 0.5) * 2 = 2 = 20 steps; (asinh(10 / 2) + 1) / 4 = 0.828 = 8.28 steps
        assertEquals(List.of("-128", "1", "23 11", "d\u00f6g 1"), lines.subList(values.length, lines.size()));
    }

    @Test
    void reportsMisuseByNumber() throws IOException {
        List<String> lines = run(relu(ProjectKind.PLAIN), """
                #include <stddef.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include "relu.h"
                int main(void) {
                    char *arena = malloc(RELU_ARENA_BYTES + 16);
                    int8_t in[RELU_INPUT_LEN] = {-128, 0, 5, 127};
                    int8_t out[RELU_OUTPUT_LEN];
                    printf("%ld\\n", (long)relu_run(NULL, in, out));
                    printf("%ld\\n", (long)relu_run(arena, NULL, out));
                    printf("%ld\\n", (long)relu_run(arena, in, NULL));
                    printf("%ld\\n", (long)relu_run(arena + 1, in, out));
                    printf("%ld\\n", (long)relu_self_test(NULL));
                    printf("%ld\\n", (long)relu_self_test(arena));
                    printf("%ld\\n", (long)relu_run(arena, in, out));
                    printf("%d %d %d %d\\n", out[0], out[1], out[2], out[3]);
                    free(arena);
                    return 0;
                }
                """);
        assertEquals(List.of("-1", "-1", "-1", "-2", "-1", "0", "0", "3 3 5 127"), lines);
    }

    @Test
    void selfTestNamesTheFirstWrongElement() throws IOException {
        CProject project = relu(ProjectKind.PLAIN);
        var files = new TreeMap<>(project.files());
        // A table of zeros instead of the function: the first output that is not 0 is wrong.
        files.computeIfPresent("relu_weights.c", (name, text) -> text.replaceAll("-?\\d+,", "0,"));
        CProject broken = new CProject(
                project.name(), project.kind(), files, project.figures(), project.inputs(), project.outputs(), 0);
        try (HostFirmware firmware = HostFirmware.build(broken, HostBuild.optimized(GoldenProjects.compiler("gcc")))) {
            assertEquals(1, firmware.selfTest(0));
        }
    }

    @Test
    void refusesAnotherRuntimeAtCompileTime() {
        CProject project = relu(ProjectKind.PLAIN);
        var files = new TreeMap<>(project.files());
        files.computeIfPresent(
                "mote_runtime.h",
                (name, text) -> text.replace("#define MOTE_RUNTIME_API 2", "#define MOTE_RUNTIME_API 3"));
        CProject mixed = new CProject(
                project.name(), project.kind(), files, project.figures(), project.inputs(), project.outputs(), 0);
        HostBuild build = HostBuild.optimized(GoldenProjects.compiler("gcc"));
        BadInputException e = assertThrows(BadInputException.class, () -> HostFirmware.build(mixed, build));
        assertTrue(e.getMessage().contains("needs Mote runtime API 2"), e.getMessage());
    }

    @Test
    void arrayIsAlignedInC() throws IOException {
        List<String> lines = run(relu(ProjectKind.ARRAY), """
                #include <stdint.h>
                #include <stdio.h>
                #include "relu_model.h"
                int main(void) {
                    printf("%u %d %d\\n", relu_tflite_len, relu_tflite[2], (int)((uintptr_t)relu_tflite % 16));
                    return 0;
                }
                """);
        assertEquals(List.of("3 3 0"), lines);
    }

    @Test
    void headerAndArrayAreAlsoCpp() throws IOException {
        HostCompiler compiler = GoldenProjects.compiler("g++");
        relu(ProjectKind.PLAIN).write(folder);
        relu(ProjectKind.ARRAY).write(folder);
        Files.writeString(folder.resolve("app.cpp"), """
                #include "relu.h"
                #include "relu_model.cpp"
                int main() { return relu_quantize(0.0f) == 3 && relu_tflite_len == 3 ? 0 : 1; }
                """);
        Files.copy(folder.resolve("relu_model.c"), folder.resolve("relu_model.cpp"));
        List<String> command = List.of(
                compiler.program().toString(), "-std=c++17", "-Wall", "-Wextra", "-Werror", "app.cpp", "-o", "app");
        Path log = folder.resolve("log");
        assertEquals(
                0,
                new HostProcess(command, folder, Duration.ofMinutes(1))
                        .run(null, null, log)
                        .exitCode(),
                () -> read(log));
        assertEquals(
                0,
                new HostProcess(List.of(folder.resolve("app").toString()), folder, Duration.ofMinutes(1))
                        .run(null, null, log)
                        .exitCode());
    }

    @Test
    void refusesHalfASample() {
        try (HostFirmware firmware =
                HostFirmware.build(relu(ProjectKind.PLAIN), HostBuild.optimized(GoldenProjects.compiler("gcc")))) {
            BadInputException e = assertThrows(BadInputException.class, () -> firmware.run(new byte[6]));
            assertEquals("relu: the last sample has 2 of 4 bytes; give whole samples", e.getMessage());
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        relu(ProjectKind.PLAIN).write(folder.resolve("a"));
        relu(ProjectKind.PLAIN).write(folder.resolve("b"));
        for (String file : relu(ProjectKind.PLAIN).files().keySet()) {
            assertTrue(
                    Arrays.equals(
                            Files.readAllBytes(folder.resolve("a").resolve(file)),
                            Files.readAllBytes(folder.resolve("b").resolve(file))),
                    file);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
