package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn operators between types: the generated C, under sanitizers, gives the interpreter's bytes. The seed of a graph is its position. */
@Tag("slow")
class RandomLogicTest {
    private static final int GRAPHS = 270;
    private static final int SAMPLES = 4;

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void givesTheInterpretersBytes(String compiler) {
        List<Graph> graphs =
                IntStream.range(0, GRAPHS).mapToObj(RandomLogic::graph).toList();
        List<CProject> projects = IntStream.range(0, GRAPHS)
                .mapToObj(seed -> Codegen.generate(
                        graphs.get(seed),
                        new ModelSource("logic.tflite", new byte[0]),
                        new Target("logic_" + seed, ProjectKind.PLAIN)))
                .toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int seed = 0; seed < GRAPHS; seed++) {
                check(seed, graphs.get(seed), firmware);
            }
        }
    }

    /** Any bytes: what is no number, infinite, or a truth value of many bits is among them. */
    private static void check(int seed, Graph graph, HostFirmware firmware) {
        String name = OperatorNames.of(graph.nodes().getFirst().operator()) + " of seed " + seed;
        Invocation invocation = Interpreter.of(graph).invocation();
        byte[] inputs = new byte[SAMPLES * invocation.inputBytes()];
        new Random(seed).nextBytes(inputs);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            byte[] sample = Arrays.copyOfRange(inputs, k * invocation.inputBytes(), (k + 1) * invocation.inputBytes());
            expected.writeBytes(invocation.run(sample));
        }
        assertArrayEquals(expected.toByteArray(), firmware.run(seed, inputs), name);
        assertArrayEquals(expected.toByteArray(), firmware.runInPlace(seed, inputs), name + ", in place");
        assertEquals(0, firmware.selfTest(seed), name + ", self test");
    }
}
