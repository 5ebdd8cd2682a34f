package dev.mote.app.command;

import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.Demo;
import dev.mote.app.pipeline.DemoKind;
import dev.mote.trainer.ProgressBarListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote demo}: the main job from end to end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Train, quantize, generate C, build it, run it, and compare it with the float model over the whole test set.",
            "Writes float.tflite, int8.tflite, firmware/, report.json and report.html."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "digits|activity",
            description = "Digits from images, or activities from an accelerometer.")
    private String kind;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "Data set, as mnist or uci-har. Default: synthetic data, generated on the spot.")
    private String data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Written: the results. Default: runs/digits or runs/activity.")
    private Path out;

    @Mixin
    private ToleranceOption tolerance;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        DemoKind demo = DemoKind.parse(kind);
        String dataName = data == null ? demo.standardData() : data;
        Path folder = out == null ? Path.of("runs", demo.text()) : out;
        PrintWriter err = spec.commandLine().getErr();
        ComparisonSummary summary = new Demo(
                        demo,
                        dataName,
                        directory.resolve(),
                        folder,
                        ProgressBarListener.standardError(),
                        line -> err.println("mote: " + line))
                .run();
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, summary, result -> {
            new SummaryText(writer).print(result);
            writer.println("report     " + folder.resolve("report.html"));
        });
        return tolerance.exitCode(summary, err);
    }
}
