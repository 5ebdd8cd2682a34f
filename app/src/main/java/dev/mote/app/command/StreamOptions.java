package dev.mote.app.command;

import dev.mote.app.pipeline.StreamRequest;
import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.device.stream.SimulationOptions;
import dev.mote.device.stream.StreamSettings;
import dev.mote.model.BadInputException;
import dev.mote.model.stream.PostProcessing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** What a stream's samples are, and what is done about bad ones. */
final class StreamOptions {
    private static final double LONGEST_TOLERANCE_SECONDS = 3600;
    private static final double HIGHEST_RATE = 100_000;

    @Option(
            names = "--subject",
            split = ",",
            paramLabel = "NAME",
            description = "Whose recordings are taken; also several. Default: all persons of the part.")
    private List<String> subjects = List.of();

    @Option(
            names = "--channels",
            split = ",",
            paramLabel = "MODEL=STREAM",
            description = "Which channel of the stream is which of the model, as acc_x=ax,acc_y=ay.")
    private Map<String, String> channels = Map.of();

    @Option(
            names = "--unit",
            split = ",",
            paramLabel = "CHANNEL=UNIT",
            description =
                    "Unit of the stream's channels whose name begins so, as acc=m/s2,gyro=deg/s: converted to the model's.")
    private Map<String, String> units = Map.of();

    @Option(names = "--rate", paramLabel = "HERTZ", description = "Samples a second of a stream without times.")
    private Double rate;

    @Option(
            names = "--resample",
            description = "Bring the stream to the model's rate by the times of its samples, as the device can.")
    private boolean resample;

    @Option(
            names = "--policy",
            paramLabel = "interpolate|drop|fail",
            defaultValue = "interpolate",
            description = "What is done about missing or bad samples. Default: interpolate.")
    private String policy;

    @Option(
            names = "--onset-tolerance",
            paramLabel = "SECONDS",
            description = "How far an event may begin from the truth. Default: the model's window, at least 1 s.")
    private Double tolerance;

    @Option(
            names = "--post-processing",
            paramLabel = "SETTINGS",
            description =
                    "In place of the model's own: average=3,majority=5,threshold=0.6,leave=0.4,minimum=2, or none.")
    private String postProcessing;

    /** In place of the model's own. */
    Optional<PostProcessing> postProcessing() {
        return Optional.ofNullable(postProcessing).map(PostProcessingText::parse);
    }

    StreamRequest request(String stream, DataDirectory directory, long seed) {
        if (rate != null && !(rate > 0 && rate <= HIGHEST_RATE)) {
            throw new BadInputException(
                    "--rate is " + rate + ", expected samples a second above 0, at most " + Math.round(HIGHEST_RATE));
        }
        BadDataPolicy chosen = BadDataPolicy.find(policy)
                .orElseThrow(() -> new BadInputException(
                        "--policy \"" + policy + "\" is not known, expected interpolate, drop or fail"));
        return new StreamRequest(
                stream,
                subjects,
                directory,
                seed,
                rate == null ? 0 : rate,
                new StreamSettings(chosen, channels, units, resample));
    }

    SimulationOptions simulation(boolean live) {
        if (tolerance != null && !(tolerance >= 0 && tolerance <= LONGEST_TOLERANCE_SECONDS)) {
            throw new BadInputException("--onset-tolerance is " + tolerance + ", expected seconds from 0 to 3600");
        }
        OptionalDouble seconds = tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance);
        return new SimulationOptions(seconds, resample, !live, live);
    }
}
