package dev.mote.benchmark;

import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One inference of a whole int8 model on one thread, by four engines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SimulatorBenchmark {
    /** Who computes. */
    public enum Engine {
        MOTE,
        MOTE_PLAIN,
        TFLITE_XNNPACK,
        TFLITE_REFERENCE
    }

    /** Folder with a model and its {@code input.bin}. */
    @Param("")
    public String folder;

    @Param
    public Engine engine;

    private Runnable inference;
    private AutoCloseable resource = () -> {};

    @Setup
    public void open() throws IOException {
        Path path = Path.of(folder);
        Path model = path.resolve(path.getFileName() + ".tflite");
        Graph graph = TfliteFile.read(model);
        int inputBytes = Interpreter.of(graph).invocation().inputBytes();
        byte[] input = Arrays.copyOf(Files.readAllBytes(path.resolve("input.bin")), inputBytes);
        inference = switch (engine) {
            case MOTE -> mote(Interpreter.of(graph), input);
            case MOTE_PLAIN -> mote(Interpreter.plain(graph), input);
            case TFLITE_XNNPACK -> tflite(model, DesktopInterpreter.Kernels.XNNPACK, input);
            case TFLITE_REFERENCE -> tflite(model, DesktopInterpreter.Kernels.REFERENCE, input);
        };
    }

    private static Runnable mote(Interpreter interpreter, byte[] input) {
        Invocation invocation = interpreter.invocation();
        invocation.run(input);
        return invocation::run;
    }

    private Runnable tflite(Path model, DesktopInterpreter.Kernels kernels, byte[] input) {
        DesktopInterpreter interpreter = new DesktopInterpreter(model, kernels);
        interpreter.input(input);
        resource = interpreter;
        return interpreter::run;
    }

    @TearDown
    public void close() throws Exception {
        resource.close();
    }

    @Benchmark
    public void run() {
        inference.run();
    }
}
