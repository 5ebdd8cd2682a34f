package dev.mote.app.command;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote codegen}: model to a C project. */
@Command(name = "codegen", mixinStandardHelpOptions = true, description = "Write a model as a C project.")
public final class CodegenCommand implements Callable<Integer> {
    /** Result of {@code codegen}. */
    record Generated(
            long flashBytes,
            long weightsBytes,
            long arenaBytes,
            long macs,
            String name,
            String project,
            List<String> files) {}

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.tflite", description = "An int8 model, or any other that Mote runs.")
    private Path model;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Written: the project.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "ID",
            description = "Prefix of functions and files. Default: the model's file name.")
    private String name;

    @Option(
            names = "--project",
            paramLabel = "plain|array",
            defaultValue = "plain",
            description =
                    "plain: flow, weights and kernels in C99; array: the .tflite as a C array for TensorFlow Lite Micro.")
    private String project;

    @Option(
            names = "--target",
            paramLabel = "CORE",
            defaultValue = "portable",
            description = "Core that the project is for: portable (C99 for any core), cortex-m0, cortex-m0plus,"
                    + " cortex-m3, cortex-m4, cortex-m7, cortex-m33, cortex-m55, rv32imc, avr, xtensa-lx6, xtensa-lx7."
                    + " The files are the same; the figures are those of the core.")
    private String core;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        ProjectKind kind = ProjectKind.of(project);
        Core targetCore = Core.of(core);
        Graph graph = TfliteFile.read(model);
        String fileName = model.getFileName().toString();
        Target target = new Target(name == null ? Target.plain(fileName).name() : name, kind, targetCore);
        CProject generated = Codegen.generate(graph, new ModelSource(fileName, Files.readAllBytes(model)), target);
        generated.write(out);
        print(generated);
        return 0;
    }

    private void print(CProject generated) {
        Generated result = new Generated(
                generated.figures().flashBytes(),
                generated.figures().weightsBytes(),
                generated.figures().arenaBytes(),
                generated.figures().macs(),
                generated.name(),
                project,
                List.copyOf(generated.files().keySet()));
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, result, figures -> {
            writer.printf(
                    Locale.ROOT, "written    %d files in %s%n", figures.files().size(), out);
            writer.printf(Locale.ROOT, "weights    %,d bytes%n", figures.weightsBytes());
            writer.printf(Locale.ROOT, "arena      %,d bytes%n", figures.arenaBytes());
            writer.printf(
                    Locale.ROOT, "flash      about %,d bytes (estimated for a Cortex-M4, -Os)%n", figures.flashBytes());
            writer.printf(Locale.ROOT, "MACs       %,d%n", figures.macs());
        });
    }
}
