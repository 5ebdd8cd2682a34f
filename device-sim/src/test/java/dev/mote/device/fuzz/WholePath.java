package dev.mote.device.fuzz;

import com.sun.management.ThreadMXBean;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Cost;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteReading;
import dev.mote.model.tflite.TfliteWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Reader, verifier, writer, interpreter and generator, one after the other, as far as the file gets. */
public final class WholePath implements FuzzTarget {
    /** Models that take longer are read and checked, but not run: the generator alone runs a model 32 times. */
    private static final double MOST_STEPS = 100_000;

    private static final long MOST_BYTES = 4 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public Outcome run(byte[] file) {
        long start = THREADS.getCurrentThreadAllocatedBytes();
        try {
            TfliteReading reading = TfliteReader.read("fuzz.tflite", file);
            requireOneLineEach(reading.findings());
            Graph graph = reading.requireValid();
            long read = THREADS.getCurrentThreadAllocatedBytes() - start;
            if (Cost.bytes(graph) > MOST_BYTES || Cost.steps(graph) > MOST_STEPS) {
                return new Outcome("large", read, 0, Cost.bytes(graph));
            }
            String kind = use(graph, file);
            long used = THREADS.getCurrentThreadAllocatedBytes() - start - read;
            return new Outcome(kind + layers(graph), read, used, Cost.bytes(graph));
        } catch (InvalidModelException e) {
            requireOneLineEach(e.findings());
            return new Outcome(codes(e.findings()), THREADS.getCurrentThreadAllocatedBytes() - start, 0, 0);
        }
    }

    /** @param graph without errors */
    private static String use(Graph graph, byte[] file) {
        Graph again =
                TfliteReader.read("again.tflite", TfliteWriter.write(graph)).requireValid();
        if (!again.nodes().equals(graph.nodes()) || !again.tensors().equals(graph.tensors())) {
            throw new IllegalStateException("what is written reads differently");
        }
        Invocation invocation = Interpreter.of(graph).invocation();
        byte[] input = new byte[invocation.inputBytes()];
        invocation.run(input);
        new Random(file.length).nextBytes(input);
        invocation.run(input);
        try {
            Target target = new Target("fuzz", kind(file));
            Codegen.generate(graph, new ModelSource("fuzz.tflite", file), target);
            return "generated ";
        } catch (BadInputException e) {
            return "ran ";
        }
    }

    /** A project of C runs the model 32 times for its self test, so one of them is written for one file in four. */
    private static ProjectKind kind(byte[] file) {
        List<ProjectKind> compiled = Arrays.stream(ProjectKind.values())
                .filter(kind -> kind != ProjectKind.ARRAY)
                .toList();
        int draw = Math.floorMod(Arrays.hashCode(file), 4 * compiled.size());
        return draw < compiled.size() ? compiled.get(draw) : ProjectKind.ARRAY;
    }

    private static String layers(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.operator().getClass().getSimpleName())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static void requireOneLineEach(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.toString().lines().count() != 1 || finding.toString().length() > 2000) {
                throw new IllegalStateException("not one line: " + finding);
            }
        }
    }
}
