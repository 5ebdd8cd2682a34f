package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drawn graphs: the generated C, under sanitizers, gives the interpreter's bytes, with the kernels' simple loops as with those for
 * four filters. The seed of a graph is its position.
 */
@Tag("slow")
class RandomFirmwareTest {
    private static final int GRAPHS = 100;
    private static final int SAMPLES = 4;

    @ParameterizedTest
    @ValueSource(ints = {4, 1})
    void givesTheInterpretersBytes(int filtersAtOnce) {
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc"))
                .with(List.of("-DMOTE_FILTERS_AT_ONCE=" + filtersAtOnce));
        check(RandomGraphs::graph, build);
    }

    /** Kernels of other cores run in their plain C form. */
    @ParameterizedTest
    @CsvSource({
        "PORTABLE, SIZE",
        "CORTEX_M4, SIZE",
        "CORTEX_M4, BALANCED",
        "CORTEX_M4, SPEED",
        "CORTEX_M55, SPEED",
        "CORTEX_M55, SIZE"
    })
    void givesTheInterpretersBytesOnOtherCoresAndWithOtherGoals(Core core, Goal goal) {
        check(RandomGraphs::graph, HostBuild.unoptimized(GoldenProjects.compiler("gcc")), core, goal);
    }

    /** Shapes at the borders of what those kernels take, as on the boards ({@code LayerShapesTest}). */
    @ParameterizedTest
    @CsvSource({"PORTABLE, BALANCED", "CORTEX_M4, SPEED", "CORTEX_M55, SIZE", "CORTEX_M55, SPEED"})
    void givesTheInterpretersBytesOfOddShapes(Core core, Goal goal) {
        check(seed -> LayerShapes.graph(), 1, HostBuild.unoptimized(GoldenProjects.compiler("gcc")), core, goal);
    }

    /** Layers that such kernels were written for, of many sizes. */
    @ParameterizedTest
    @CsvSource({"CORTEX_M4, BALANCED, gcc", "CORTEX_M4, SPEED, clang", "CORTEX_M55, SPEED, gcc"})
    void givesTheInterpretersBytesOfWindows(Core core, Goal goal, String compiler) {
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler));
        check(seed -> RandomWindows.graph(seed, 6), build, core, goal);
    }

    @Test
    void givesTheInterpretersBytesOfInt16() {
        check(RandomGraphs::int16Graph, HostBuild.unoptimized(GoldenProjects.compiler("gcc")));
    }

    @Test
    void givesTheInterpretersBytesOfExtremeInt16Operators() {
        check(RandomInt16Operators::graph, HostBuild.unoptimized(GoldenProjects.compiler("gcc")));
    }

    private static void check(LongFunction<Graph> draw, HostBuild build) {
        check(draw, build, Core.PORTABLE, Goal.BALANCED);
    }

    private static void check(LongFunction<Graph> draw, HostBuild build, Core core, Goal goal) {
        check(draw, GRAPHS, build, core, goal);
    }

    private static void check(LongFunction<Graph> draw, int graphs, HostBuild build, Core core, Goal goal) {
        List<Graph> models = IntStream.range(0, graphs).mapToObj(draw::apply).toList();
        List<CProject> projects = IntStream.range(0, graphs)
                .mapToObj(seed -> Codegen.generate(
                        models.get(seed),
                        new ModelSource("random.tflite", new byte[0]),
                        new Target("random_" + seed, ProjectKind.PLAIN, core, goal)))
                .toList();
        try (HostFirmware firmware =
                HostFirmware.build(projects, build.withWarningsAsErrors().withSanitizers())) {
            for (int seed = 0; seed < graphs; seed++) {
                check(seed, models.get(seed), firmware);
            }
        }
    }

    private static void check(int seed, Graph model, HostFirmware firmware) {
        Invocation invocation = Interpreter.of(model).invocation();
        byte[] inputs = new byte[SAMPLES * invocation.inputBytes()];
        new Random(seed).nextBytes(inputs);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            byte[] sample = Arrays.copyOfRange(inputs, k * invocation.inputBytes(), (k + 1) * invocation.inputBytes());
            expected.writeBytes(invocation.run(sample));
        }
        assertArrayEquals(expected.toByteArray(), firmware.run(seed, inputs), "graph of seed " + seed);
        assertArrayEquals(expected.toByteArray(), firmware.runInPlace(seed, inputs), "in place, seed " + seed);
        assertEquals(0, firmware.selfTest(seed), "self test of seed " + seed);
    }
}
