package dev.mote.app.command;

import dev.mote.app.pipeline.BenchReport;
import dev.mote.app.pipeline.RawSamples;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.board.Bench;
import dev.mote.device.board.BenchResult;
import dev.mote.device.board.Board;
import dev.mote.device.board.DoesNotFitException;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.tflite.TfliteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            "Exit code 1 if an output differs, the model does not fit, or the board faults."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final int CHECK_FAILED = 1;
    private static final int MISSING_TOOL = 3;

    /** Result of {@code bench --board all}. */
    record Benches(boolean exact, List<BenchReport> boards, List<Skipped> skipped) {}

    /** A board without figures, and why. */
    record Skipped(String board, String reason) {}

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.tflite", description = "An int8 model, or any other that Mote runs.")
    private Path model;

    @Option(names = "--board", required = true, paramLabel = "BOARD|all", description = "An emulated board.")
    private String board;

    @Option(
            names = "--opt",
            paramLabel = "size|balanced|speed",
            defaultValue = "speed",
            description =
                    "What to spare: size has the smallest kernels and arena, and -Os; balanced the fast kernels that"
                            + " cost no arena, and -O2; speed (default) all of them.")
    private String goal;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Raw samples, all inputs of each in graph order. Default: the inputs of the self test.")
    private Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "Written: all outputs of each sample.")
    private Path output;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        Goal wanted = Goal.of(goal);
        List<Board> boards = board.equals(ALL) ? List.of(Board.values()) : List.of(Board.of(board));
        if (output != null) {
            if (boards.size() > 1) {
                throw new BadInputException("--output: holds the outputs of one board; name it in --board");
            }
            SafeFile.requireWritable(output);
        }
        Bench bench = bench();
        return board.equals(ALL) ? all(bench, wanted) : one(bench, boards.getFirst(), wanted);
    }

    private Bench bench() throws IOException {
        Graph graph = TfliteFile.read(model);
        ModelSource source = new ModelSource(model.getFileName().toString(), Files.readAllBytes(model));
        if (input == null) {
            return Bench.of(graph, source);
        }
        int sampleBytes = Interpreter.of(graph).invocation().inputBytes();
        return Bench.of(graph, source, RawSamples.cut(RawSamples.read(input, sampleBytes), sampleBytes));
    }

    private int one(Bench bench, Board chosen, Goal wanted) throws IOException {
        BenchResult result = bench.run(chosen, wanted);
        if (output != null) {
            ByteArrayOutputStream outputs = new ByteArrayOutputStream();
            result.outputs().forEach(outputs::writeBytes);
            SafeFile.write(output, outputs.toByteArray());
        }
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, BenchReport.of(result), report -> new BenchText(out).print(report));
        return result.exact() ? 0 : CHECK_FAILED;
    }

    /** A board that the model does not fit is no failure among others that it fits. */
    private int all(Bench bench, Goal wanted) {
        List<BenchReport> reports = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int code = 0;
        for (Board each : Board.values()) {
            spec.commandLine().getErr().println("mote: " + each.option() + " ...");
            try {
                reports.add(BenchReport.of(bench.run(each, wanted)));
            } catch (DoesNotFitException e) {
                skipped.add(new Skipped(each.option(), e.getMessage()));
            } catch (CheckFailedException e) {
                skipped.add(new Skipped(each.option(), e.getMessage()));
                code = CHECK_FAILED;
            } catch (MissingToolException e) {
                skipped.add(new Skipped(each.option(), e.getMessage()));
                code = code == 0 ? MISSING_TOOL : code;
            }
        }
        if (reports.isEmpty() && code == 0) {
            code = CHECK_FAILED;
        }
        boolean exact =
                code != CHECK_FAILED && !reports.isEmpty() && reports.stream().allMatch(BenchReport::exact);
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, new Benches(exact, reports, skipped), benches -> {
            new BenchText(out).print(benches.boards());
            benches.skipped().forEach(board -> out.println(board.reason()));
        });
        return exact || reports.isEmpty() ? code : CHECK_FAILED;
    }
}
