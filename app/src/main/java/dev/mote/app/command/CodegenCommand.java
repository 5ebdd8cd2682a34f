package dev.mote.app.command;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import dev.mote.device.catalogue.Fit;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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
            long arenaLowerBound,
            long liveBytes,
            long movedBytes,
            long macs,
            String target,
            String opt,
            long flashOverSizeBytes,
            long arenaOverSizeBytes,
            long parameterBytes,
            long codeBytes,
            long libraryBytes,
            long outputBytes,
            long contextBytes,
            long stackBytes,
            long ramBytes,
            OptionalLong instructions,
            String unit,
            String name,
            String project,
            List<String> files,
            List<String> kept) {

        /**
         * @param size figures of the same project with {@code --opt size}
         * @param kept files that stay as their user changed them
         */
        static Generated of(CProject generated, Goal goal, Figures size, List<String> kept) {
            Figures figures = generated.figures();
            return new Generated(
                    figures.flashBytes(),
                    figures.weightsBytes(),
                    figures.arenaBytes(),
                    figures.arenaLowerBound(),
                    figures.liveBytes(),
                    figures.movedBytes(),
                    figures.macs(),
                    figures.core().option(),
                    goal.option(),
                    figures.flashBytes() - size.flashBytes(),
                    figures.arenaBytes() - size.arenaBytes(),
                    figures.parameterBytes(),
                    figures.codeBytes(),
                    figures.libraryBytes(),
                    figures.outputBytes(),
                    figures.contextBytes(),
                    figures.stackBytes(),
                    figures.ramBytes(),
                    figures.instructions(),
                    figures.core().unit(),
                    generated.name(),
                    generated.kind().option(),
                    List.copyOf(generated.files().keySet()),
                    kept);
        }
    }

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
            paramLabel = "KIND",
            defaultValue = "plain",
            description = "plain (default): flow, weights and kernels in C99; array: the .tflite as a C array for"
                    + " TensorFlow Lite Micro; or plain's files in a project with an example: cmake, arduino,"
                    + " platformio, esp-idf, zephyr, cmsis-pack, stm32cube.")
    private String project;

    @Option(
            names = "--target",
            paramLabel = "CORE",
            description =
                    "Core that the project is for: portable (default, C99 for any core), cortex-m0, cortex-m0plus,"
                            + " cortex-m3, cortex-m4, cortex-m7, cortex-m33, cortex-m55, rv32imc, avr, xtensa-lx6, xtensa-lx7."
                            + " Cortex-M4, M7, M33 and M55 have kernels of their own; the figures are those of the core.")
    private String core;

    @Option(
            names = "--opt",
            paramLabel = "size|balanced|speed",
            defaultValue = "balanced",
            description =
                    "What to spare: size has the smallest kernels and arena; balanced (default) the fast kernels that"
                            + " cost little arena; speed all of them.")
    private String goal;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "Board that the project is for: its core is the target. Nothing is written if it does not fit.")
    private String device;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        ProjectKind kind = ProjectKind.of(project);
        Optional<Device> wanted = Optional.ofNullable(device).map(Catalogue::of);
        Core target = target(wanted);
        Graph graph = TfliteFile.read(model);
        String fileName = model.getFileName().toString();
        ModelSource source = new ModelSource(fileName, Files.readAllBytes(model));
        Goal wantedGoal = Goal.of(goal);
        CProject generated = Codegen.generate(
                graph,
                source,
                new Target(name == null ? Target.plain(fileName).name() : name, kind, target, wantedGoal));
        wanted.ifPresent(board -> new Fit(board, generated.figures()).require(model.toString()));
        Figures size =
                wantedGoal == Goal.SIZE ? generated.figures() : Codegen.figures(graph, source, target, Goal.SIZE);
        print(generated, Generated.of(generated, wantedGoal, size, generated.write(out)));
        return 0;
    }

    /** That of the option, else that of the device, else any. */
    private Core target(Optional<Device> wanted) {
        Core own = wanted.map(Device::core).orElse(Core.PORTABLE);
        if (core == null) {
            return own;
        }
        Core named = Core.of(core);
        if (wanted.isPresent() && named != own) {
            throw new BadInputException("--target " + named.option() + ": is not the core of --device "
                    + wanted.get().name() + ", which is " + own.option() + "; leave one of them out");
        }
        return named;
    }

    private void print(CProject generated, Generated summary) {
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, summary, result -> {
            writer.printf(
                    Locale.ROOT,
                    "written    %d files in %s%n",
                    result.files().size() - result.kept().size(),
                    out);
            result.kept().forEach(file -> writer.printf(Locale.ROOT, "kept       %s (changed by hand)%n", file));
            FiguresText.print(writer, generated.figures());
            if (!result.opt().equals(Goal.SIZE.option())) {
                writer.printf(
                        Locale.ROOT,
                        "spent      about %,d bytes of flash and %,d of arena more than with --opt size%n",
                        result.flashOverSizeBytes(),
                        result.arenaOverSizeBytes());
            }
        });
    }
}
