package dev.mote.app.command;

import dev.mote.app.pipeline.DeviceFit;
import dev.mote.app.pipeline.FaultStudy;
import dev.mote.app.pipeline.FleetRequest;
import dev.mote.app.pipeline.FleetRun;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.app.pipeline.RecordingFaults;
import dev.mote.app.pipeline.SimulateFiles;
import dev.mote.app.pipeline.SimulationReport;
import dev.mote.app.pipeline.SimulationSummary;
import dev.mote.app.pipeline.StreamRequest;
import dev.mote.app.pipeline.StreamSource;
import dev.mote.app.pipeline.SweepRequest;
import dev.mote.app.pipeline.SweepRun;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.StreamDemand;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote simulate}: a sensor's stream through front end, model and post-processing. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Run an int8 model on a stream of samples, as the device would, and hold its events against the truth:",
            "a recording of a data set or of your own, generated activities, or samples that come live."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INT8.tflite", description = "The int8 model.")
    private Path model;

    @Option(
            names = "--stream",
            required = true,
            paramLabel = "NAME|FILE|-|URL",
            description =
                    "A data set as recordings, its test part unless told otherwise (uci-har, synthetic-activity:walking=60s,"
                            + "resting=2min, ...); a CSV file or a folder of them; - for standard input; or ws://HOST/...")
    private String stream;

    @Option(
            names = "--float",
            paramLabel = "FLOAT.tflite",
            description = "The float model, to run beside the int8 model.")
    private Path floatModel;

    @Mixin
    private StreamOptions options;

    @Mixin
    private FaultOption faults;

    @Mixin
    private SweepOption sweep;

    @Mixin
    private FleetOption fleet;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Written there: simulation.html, simulation.json and events.csv; of a sweep also plots.")
    private Path report;

    @Mixin
    private DeviceBudgetOptions budget;

    @Mixin
    private SeedOption seed;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Int8Model int8 = ModelFiles.readInt8(model);
        ModelCard card = int8.graph().card();
        StreamRequest request = options.request(stream, directory.resolve(), seed.value(int8.graph()));
        RecordingFaults wrong = faults.faults(request.seed());
        Simulation own = Simulation.of(
                int8, Optional.ofNullable(floatModel).map(ModelFiles::readFloat), options.simulation(request.isLive()));
        Simulation simulation = options.postProcessing().map(own::with).orElse(own);
        StreamDemand demand = StreamDemand.of(simulation.plan(), card.preparation());
        StreamSource source = StreamSource.of(request, demand, card);
        SimulateFiles.Audience audience = request.isLive()
                ? (recording, format) -> new LiveEvents(json.isJson() ? err() : out(), demand.labels())
                : SimulateFiles.Audience.NONE;
        double everySeconds = simulation.plan().stride() / simulation.plan().rateHertz();
        Optional<DeviceFit> fit = budget.fit(int8.graph(), model, OptionalDouble.of(everySeconds));
        FaultStudy study = study(simulation, source, request, card, wrong);
        SimulationSummary summary = report == null
                ? SimulateFiles.run(simulation, source, wrong, study, fit, audience)
                : SimulationReport.write(
                        report,
                        demand.labels(),
                        floatModel != null,
                        warning -> err().println("mote: " + warning),
                        track -> SimulateFiles.run(simulation, source, wrong, study, fit, audience.and(track)));
        json.print(out(), summary, this::print);
        out().flush();
        fit.ifPresent(needs -> needs.require(model.toString()));
        return 0;
    }

    private void print(SimulationSummary summary) {
        new SimulationText(out()).print(summary);
        if (report != null) {
            out().println("written    " + report.resolve("simulation.html"));
        }
    }

    private FaultStudy study(
            Simulation simulation, StreamSource source, StreamRequest request, ModelCard card, RecordingFaults wrong) {
        Optional<SweepRequest> swept = sweep.request();
        Optional<FleetRequest> wanted = fleet.request();
        if (request.isLive() && (swept.isPresent() || wanted.isPresent())) {
            throw new BadInputException((swept.isPresent() ? "--sweep" : "--devices")
                    + " reads the stream many times, but this one comes live; record it to a CSV file first");
        }
        Optional<FleetRun> devices = wanted.map(asked -> FleetRun.of(simulation, source, request, card, wrong, asked));
        return new FaultStudy(
                swept.map(levels -> SweepRun.run(simulation, source, wrong, levels, err())),
                devices.filter(run -> !run.isOne()).map(run -> run.run(err())),
                devices.filter(FleetRun::isOne).map(FleetRun::runOne));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
