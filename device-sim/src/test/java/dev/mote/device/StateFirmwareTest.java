package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drawn SVDFs and LSTMs of integers: the generated C, under sanitizers, gives the interpreter's bytes, sample by sample and in sequence.
 * The seed of a graph is its position.
 */
@Tag("slow")
class StateFirmwareTest {
    private static final int GRAPHS = 60;
    private static final int SAMPLES = 4;

    @ParameterizedTest
    @ValueSource(ints = {4, 1})
    void givesTheInterpretersBytes(int filtersAtOnce) {
        List<Graph> graphs =
                IntStream.range(0, GRAPHS).mapToObj(RandomStates::draw).toList();
        List<CProject> projects = IntStream.range(0, GRAPHS)
                .mapToObj(seed -> Codegen.generate(
                        graphs.get(seed),
                        new ModelSource("state.tflite", new byte[0]),
                        new Target("state_" + seed, ProjectKind.PLAIN)))
                .toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc"))
                .withWarningsAsErrors()
                .withSanitizers()
                .with(List.of("-DMOTE_FILTERS_AT_ONCE=" + filtersAtOnce));
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            int statesThatMatter = 0;
            for (int seed = 0; seed < GRAPHS; seed++) {
                statesThatMatter += check(seed, graphs.get(seed), firmware) ? 1 : 0;
            }
            assertTrue(statesThatMatter > GRAPHS / 2, statesThatMatter + " states that matter");
        }
    }

    /** @return whether outputs depend on the runs before */
    private static boolean check(int seed, Graph graph, HostFirmware firmware) {
        byte[] inputs = new byte[SAMPLES * Interpreter.of(graph).invocation().inputBytes()];
        new Random(seed).nextBytes(inputs);
        byte[] apart = run(graph, inputs, true);
        byte[] sequence = run(graph, inputs, false);
        assertArrayEquals(apart, firmware.run(seed, inputs), "graph of seed " + seed);
        assertArrayEquals(apart, firmware.runInPlace(seed, inputs), "in place, seed " + seed);
        assertArrayEquals(sequence, firmware.runSequence(seed, inputs), "in sequence, seed " + seed);
        assertEquals(0, firmware.selfTest(seed), "self test of seed " + seed);
        return !Arrays.equals(apart, sequence);
    }

    private static byte[] run(Graph graph, byte[] inputs, boolean apart) {
        Invocation invocation = Interpreter.of(graph).invocation();
        int size = invocation.inputBytes();
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        for (int i = 0; i < SAMPLES; i++) {
            if (apart) {
                invocation.reset();
            }
            outputs.writeBytes(invocation.run(Arrays.copyOfRange(inputs, i * size, (i + 1) * size)));
        }
        return outputs.toByteArray();
    }
}
