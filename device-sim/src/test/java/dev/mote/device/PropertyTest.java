package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of drawn graphs: the generated C, under sanitizers, gives the interpreter's bytes. {@code -Dproperty.minutes=60} goes on
 * for an hour, {@code -Dproperty.seed=N} begins at another graph; see docs/testing.md.
 */
@Tag("slow")
class PropertyTest {
    private static final int GRAPHS = Integer.getInteger("property.graphs", 2000);
    private static final int BATCH = 250;
    private static final int SAMPLES = 4;

    private final int firstSeed = Integer.getInteger("property.seed", 0);
    private final Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("property.minutes", 0)));
    private final AtomicInteger next = new AtomicInteger(firstSeed);

    @Test
    void generatedCodeGivesTheInterpretersBytes() {
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc"))
                .withWarningsAsErrors()
                .withSanitizers();
        int threads = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, threads).parallel().forEach(thread -> checkBatches(build));
        System.out.println("property test: graphs " + firstSeed + " to " + (next.get() - 1));
    }

    private void checkBatches(HostBuild build) {
        int first = next.getAndAdd(BATCH);
        while (first < firstSeed + GRAPHS || Instant.now().isBefore(end)) {
            check(first, build);
            first = next.getAndAdd(BATCH);
        }
        next.addAndGet(-BATCH);
    }

    private static void check(int first, HostBuild build) {
        List<Graph> graphs = IntStream.range(first, first + BATCH)
                .mapToObj(RandomCases::graph)
                .toList();
        List<CProject> projects = IntStream.range(0, BATCH)
                .mapToObj(i -> Codegen.generate(
                        graphs.get(i),
                        new ModelSource("random.tflite", new byte[0]),
                        new Target("random_" + i, ProjectKind.PLAIN)))
                .toList();
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int i = 0; i < BATCH; i++) {
                check(graphs.get(i), i, first + i, firmware);
            }
        }
    }

    /** A process for each graph is what takes the time, so graphs take turns in how they are run. */
    private static void check(Graph graph, int project, int seed, HostFirmware firmware) {
        Invocation invocation = Interpreter.of(graph).invocation();
        byte[] inputs = new byte[SAMPLES * invocation.inputBytes()];
        new Random(seed).nextBytes(inputs);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            byte[] sample = Arrays.copyOfRange(inputs, k * invocation.inputBytes(), (k + 1) * invocation.inputBytes());
            invocation.reset();
            expected.writeBytes(invocation.run(sample));
        }
        byte[] found = seed % 2 == 0 ? firmware.run(project, inputs) : firmware.runInPlace(project, inputs);
        assertArrayEquals(expected.toByteArray(), found, "graph of seed " + seed);
        if (seed % 8 == 0) {
            assertEquals(0, firmware.selfTest(project), "self test of seed " + seed);
        }
    }
}
