package dev.mote.app.command;

import dev.mote.app.pipeline.Firmware;
import dev.mote.app.pipeline.RawSamples;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Batch;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.tflite.TfliteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote run}: raw tensors in, raw tensors out. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a model on raw little-endian tensors, any number of samples back to back.")
public final class RunCommand implements Callable<Integer> {
    /** What computes the answer; both give the same bytes. */
    enum Engine {
        SIMULATOR,
        C;

        static Engine parse(String text) {
            return Arrays.stream(values())
                    .filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInputException("--engine \"" + text + "\": is not known, expected simulator or c"));
        }
    }

    /** Result of {@code run}. */
    record Ran(int samples, String output) {}

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.tflite", description = "A model of any types that Mote runs.")
    private Path model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "All inputs of a sample in graph order.")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Written: all outputs of each sample.")
    private Path output;

    @Option(
            names = "--engine",
            paramLabel = "simulator|c",
            defaultValue = "simulator",
            description = "The Java interpreter, or the generated C built by the host's compiler.")
    private String engine;

    @Option(
            names = "--stateful",
            description = "Keep the state of the model from one sample to the next, instead of starting each anew.")
    private boolean stateful;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        Engine chosen = Engine.parse(engine);
        SafeFile.requireWritable(output);
        Graph graph = TfliteFile.read(model);
        Interpreter interpreter = Interpreter.of(graph);
        int sampleBytes = interpreter.invocation().inputBytes();
        byte[] inputs = RawSamples.read(input, sampleBytes);
        int samples = inputs.length / sampleBytes;
        SafeFile.write(
                output,
                switch (chosen) {
                    case SIMULATOR -> simulate(interpreter, inputs);
                    case C -> Firmware.run(graph, model, inputs, stateful);
                });
        PrintWriter out = spec.commandLine().getOut();
        json.print(
                out,
                new Ran(samples, output.toString()),
                ran -> out.println(ran.samples() + " samples -> " + ran.output()));
        return 0;
    }

    private byte[] simulate(Interpreter interpreter, byte[] inputs) {
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        List<byte[]> answers = stateful ? Batch.runSequence(interpreter, inputs) : Batch.run(interpreter, inputs);
        answers.forEach(outputs::writeBytes);
        return outputs.toByteArray();
    }
}
