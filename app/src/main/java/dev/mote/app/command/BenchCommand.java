package dev.mote.app.command;

import dev.mote.app.figures.BenchFigures;
import dev.mote.app.figures.BenchSeries;
import dev.mote.app.figures.Benches;
import dev.mote.app.figures.FiguresChange;
import dev.mote.app.pipeline.BenchModels;
import dev.mote.app.pipeline.BenchReport;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.app.pipeline.RawSamples;
import dev.mote.app.pipeline.StreamBenchReport;
import dev.mote.app.pipeline.StreamBenches;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.board.Bench;
import dev.mote.device.board.BenchResult;
import dev.mote.device.board.Board;
import dev.mote.device.board.StreamBench;
import dev.mote.device.board.StreamBenchResult;
import dev.mote.device.board.StreamRecording;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.tflite.TfliteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote bench}: the firmware on an emulated board. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Build the firmware of a model for an emulated board, run it there, and compare it with the simulator.",
        footer = {
            "",
            "Boards: microbit (Cortex-M0), mps2-an385 (M3), mps2-an386 (M4), mps2-an500 (M7), mps2-an505 (M33),",
            "mps3-an547 (M55), virt (RV32IMC), atmega328p and atmega2560 (AVR); all.",
            "Exit code 1 if an output differs, the model does not fit, the board faults, or a figure grew beyond the",
            "tolerance."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final int CHECK_FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL.tflite",
            arity = "1..*",
            description = "An int8 model, or any other that Mote runs; several of them, or folders, for a table.")
    private List<Path> models;

    @Option(
            names = "--board",
            required = true,
            split = ",",
            paramLabel = "BOARD|all",
            description = "An emulated board, or several divided by commas.")
    private List<String> boards;

    @Option(
            names = "--opt",
            split = ",",
            paramLabel = "size|balanced|speed|all",
            defaultValue = "speed",
            description =
                    "What to spare: size has the smallest kernels and arena, and -Os; balanced the fast kernels that"
                            + " cost little arena, and -O2; speed (default) all of them. Several divided by commas, or all.")
    private List<String> goals;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Raw samples, all inputs of each in graph order. Default: the inputs of the self test.")
    private Path input;

    @Option(
            names = "--stream",
            paramLabel = "NAME|FILE",
            description = "Push recordings, as of mote simulate, through the streaming API, and compare the events.")
    private String stream;

    @Mixin
    private DataDirectoryOption directory;

    @Option(names = "--output", paramLabel = "FILE", description = "Written: all outputs of each sample.")
    private Path output;

    @Option(names = "--save", paramLabel = "FILE.csv", description = "Written: all figures, a line a run.")
    private Path save;

    @Option(names = "--page", paramLabel = "FILE.md", description = "Written: all figures as a page of tables.")
    private Path page;

    @Option(
            names = "--baseline",
            paramLabel = "FILE.csv",
            description = "Figures that --save wrote: print what is not as it was.")
    private Path baseline;

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            description = "With --baseline: exit code 1 if a figure of a run grew by more. Default: no limit.")
    private Double tolerance;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        List<Path> files = BenchModels.of(models);
        List<Board> chosen = boards.contains(ALL)
                ? List.of(Board.values())
                : boards.stream().map(Board::of).distinct().toList();
        List<Goal> wanted = goals.contains(ALL)
                ? List.of(Goal.values())
                : goals.stream().map(Goal::of).distinct().toList();
        boolean isOne =
                files.size() * chosen.size() * wanted.size() == 1 && save == null && page == null && baseline == null;
        requireSensible(files, isOne);
        if (stream != null) {
            requireOneStream(isOne);
            return streamed(files.getFirst(), chosen.getFirst(), wanted.getFirst());
        }
        if (isOne && !boards.contains(ALL)) {
            return one(files.getFirst(), chosen.getFirst(), wanted.getFirst());
        }
        return series(files, chosen, wanted);
    }

    private void requireSensible(List<Path> files, boolean isOne) {
        if (output != null && !isOne) {
            throw new BadInputException("--output: holds the outputs of one board; name it in --board");
        }
        if (input != null && files.size() > 1) {
            throw new BadInputException("--input: holds samples of one model; give that model alone");
        }
        if (tolerance != null && baseline == null) {
            throw new BadInputException("--tolerance: there is nothing to compare with; name a file in --baseline");
        }
        if (tolerance != null && !(tolerance >= 0)) {
            throw new BadInputException(
                    "--tolerance: is " + tolerance + ", expected percent from 0 on; 1 lets a figure grow by 1 %");
        }
        if (save != null && page != null && save.normalize().equals(page.normalize())) {
            throw new BadInputException("--page: is the file of --save; name another one");
        }
        Stream.of(output, save, page).filter(Objects::nonNull).forEach(SafeFile::requireWritable);
    }

    private void requireOneStream(boolean isOne) {
        if (!isOne || input != null || output != null) {
            throw new BadInputException("--stream: compares the events of one model on one board; name these alone,"
                    + " without --input, --output, --save, --page and --baseline");
        }
    }

    private int streamed(Path file, Board board, Goal goal) throws IOException {
        Int8Model model = ModelFiles.readInt8(file);
        StreamRecording recording =
                StreamBenches.recording(model, stream, directory.resolve(), new SeedOption().value(model.graph()));
        ModelSource source = new ModelSource(name(file), Files.readAllBytes(file));
        StreamBenchResult result = StreamBench.of(model, source, recording).run(board, goal);
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, StreamBenchReport.of(name(file), stream, result), report -> new BenchText(out).print(report));
        return result.exact() ? 0 : CHECK_FAILED;
    }

    private Bench bench(Path model) throws IOException {
        Graph graph = TfliteFile.read(model);
        ModelSource source = new ModelSource(name(model), Files.readAllBytes(model));
        if (input == null) {
            return Bench.of(graph, source);
        }
        int sampleBytes = Interpreter.of(graph).invocation().inputBytes();
        return Bench.of(graph, source, RawSamples.cut(RawSamples.read(input, sampleBytes), sampleBytes));
    }

    private static String name(Path model) {
        return model.getFileName().toString();
    }

    private int one(Path model, Board chosen, Goal wanted) throws IOException {
        BenchResult result = bench(model).run(chosen, wanted);
        if (output != null) {
            ByteArrayOutputStream outputs = new ByteArrayOutputStream();
            result.outputs().forEach(outputs::writeBytes);
            SafeFile.write(output, outputs.toByteArray());
        }
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, BenchReport.of(name(model), result), report -> new BenchText(out).print(report));
        return result.exact() ? 0 : CHECK_FAILED;
    }

    private int series(List<Path> files, List<Board> chosen, List<Goal> wanted) throws IOException {
        BenchFigures before = baseline == null ? BenchFigures.of(List.of()) : BenchFigures.read(baseline);
        PrintWriter err = spec.commandLine().getErr();
        BenchSeries series = new BenchSeries(line -> err.println("mote: " + line));
        SequencedMap<Path, Bench> benches = new LinkedHashMap<>(); /* all, before a run that takes minutes */
        for (Path file : files) {
            benches.put(file, bench(file));
        }
        if (tolerance != null && !before.knowsAny(BenchModels.names(files), chosen, wanted)) {
            throw new BadInputException(baseline + ": has none of these runs (model, board and --opt), so there is"
                    + " nothing to compare with; name a file that --save wrote of them");
        }
        benches.forEach((file, bench) -> series.run(BenchModels.name(file, files), bench, chosen, wanted));
        BenchFigures figures = BenchFigures.of(series.reports());
        if (save != null) {
            figures.save(save);
        }
        if (page != null) {
            SafeFile.write(page, figures.page());
        }
        List<FiguresChange> changes = figures.changesSince(before);
        long shared = figures.sharedWith(before);
        print(new Benches(series.isExact(), series.reports(), series.skipped(), changes), shared);
        boolean grew = tolerance != null && changes.stream().anyMatch(change -> change.grewBeyond(tolerance));
        return grew && series.exitCode() == 0 ? CHECK_FAILED : series.exitCode();
    }

    private void print(Benches result, long shared) {
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, result, benches -> {
            BenchText text = new BenchText(out);
            text.print(benches.boards());
            benches.skipped().forEach(board -> out.println(board.reason()));
            if (baseline != null) {
                text.printChanges(benches.changes(), shared);
            }
        });
    }
}
