package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated C that stays and answers sample by sample. */
class HostEngineTest {
    private static final Graph GRAPH = convolution();
    private static final int SAMPLES = 2000;

    private static HostEngine engine;

    private static Graph convolution() {
        return OperatorSamples.all().stream()
                .filter(graph -> graph.tensor(graph.inputs().getFirst()).type() == TensorType.INT8
                        && graph.nodes().getFirst().operator() instanceof Operator.Conv2d)
                .findFirst()
                .orElseThrow();
    }

    private static CProject project() {
        return Codegen.generate(GRAPH, new ModelSource("m.tflite", new byte[0]), new Target("m", ProjectKind.PLAIN));
    }

    private static HostBuild build() {
        return HostBuild.unoptimized(GoldenProjects.compiler("gcc"));
    }

    @BeforeAll
    static void start() {
        engine = HostEngine.build(project(), build(), Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    private static void checkSamples(int seed, int samples) {
        Invocation invocation = Interpreter.of(GRAPH).invocation();
        Random random = new Random(seed);
        byte[] input = new byte[invocation.inputBytes()];
        for (int i = 0; i < samples; i++) {
            random.nextBytes(input);
            assertArrayEquals(invocation.run(input), engine.run(input), "seed " + seed + ", sample " + i);
        }
    }

    @Test
    void givesTheInterpretersBytesSampleBySample() {
        checkSamples(1, SAMPLES);
    }

    @Test
    void staysFromSampleToSample() {
        checkSamples(2, 1);
        Process program = engine.program();
        checkSamples(3, 10);
        assertEquals(program, engine.program());
    }

    @Test
    void startsAgainAfterItWasEnded() throws InterruptedException {
        checkSamples(4, 1);
        Process first = engine.program();
        first.destroyForcibly().waitFor();
        checkSamples(5, 3);
        assertNotEquals(first.pid(), engine.program().pid());
    }

    @Test
    void restsAndWakes() {
        checkSamples(6, 1);
        engine.rest();
        assertFalse(engine.isRunning());
        checkSamples(7, 1);
        assertTrue(engine.isRunning());
    }

    @Test
    void answersSeveralThreads() {
        IntStream.range(10, 18).parallel().forEach(seed -> checkSamples(seed, 100));
    }

    @Test
    void refusesSamplesOfAnotherSize() {
        assertThrows(IllegalArgumentException.class, () -> engine.run(new byte[3]));
        checkSamples(8, 1);
    }

    @Test
    void saysThatAProgramDoesNotAnswer() {
        try (HostEngine stuck =
                HostEngine.build(with("for (;;) { arena = arena; }"), build(), Duration.ofMillis(300))) {
            byte[] input = new byte[Interpreter.of(GRAPH).invocation().inputBytes()];
            BadInputException e = assertThrows(BadInputException.class, () -> stuck.run(input));
            assertEquals("m on this machine did not answer within 300 ms; give it a smaller model", e.getMessage());
            assertFalse(stuck.isRunning());
        }
    }

    @Test
    void saysThatAProgramEndsWithoutAnAnswer() {
        try (HostEngine dying = HostEngine.build(with("return -1;"), build(), Duration.ofSeconds(5))) {
            byte[] input = new byte[Interpreter.of(GRAPH).invocation().inputBytes()];
            for (int i = 0; i < 2; i++) {
                BadInputException e = assertThrows(BadInputException.class, () -> dying.run(input));
                assertEquals(
                        "m on this machine ended without an answer (its output stopped); try again", e.getMessage());
            }
        }
    }

    @Test
    void leavesNothingBehind() {
        HostEngine other = HostEngine.build(project(), build(), Duration.ofSeconds(5));
        other.run(new byte[Interpreter.of(GRAPH).invocation().inputBytes()]);
        Process program = other.program();
        other.close();
        assertTrue(program.onExit().orTimeout(5, TimeUnit.SECONDS).join() != null);
        assertThrows(IllegalStateException.class, () -> other.run(new byte[1]));
    }

    /** The project, whose model does {@code first} before anything else. */
    private static CProject with(String first) {
        CProject project = project();
        TreeMap<String, String> files = new TreeMap<>(project.files());
        files.compute("m.c", (name, text) -> {
            String changed = text.replaceFirst("(?s)(int32_t m_run\\([^)]*\\) \\{)", "$1 " + first);
            assertNotEquals(text, changed);
            return changed;
        });
        return new CProject(
                project.name(),
                project.kind(),
                files,
                project.figures(),
                project.inputs(),
                project.outputs(),
                project.stateBytes());
    }
}
