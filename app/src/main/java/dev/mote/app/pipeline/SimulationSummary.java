package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.Interval;
import dev.mote.device.stream.SimulationResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The figures of {@code mote simulate}; the components are the JSON keys.
 *
 * @param part of a data set: {@code train}, {@code test} or {@code all}
 * @param subjects whose recordings they are
 * @param windows of the int8 model
 * @param events of the int8 model: changes of the label to a class
 * @param accuracy of the int8 model's windows; NaN without a truth
 * @param latencyMs of a window on the device; empty without a device
 * @param energyMj of a window on the device; empty without a device
 * @param fits null without a device
 * @param onsetToleranceSeconds between the begin of an event and the begin in truth
 * @param unknownClassSeconds time whose truth is a class that the model does not know
 * @param float32 null without a float model, as are the agreements
 * @param faults of the device, as {@code --fault} takes them
 * @param sweep null without {@code --sweep}
 * @param fleet null without {@code --devices}
 * @param device null without {@code --device-number}
 * @param budget null without {@code --device}
 */
public record SimulationSummary(
        String stream,
        boolean synthetic,
        String part,
        List<String> subjects,
        int recordings,
        double seconds,
        long samples,
        long windows,
        long events,
        double accuracy,
        OptionalDouble latencyMs,
        OptionalDouble energyMj,
        Boolean fits,
        double onsetToleranceSeconds,
        double unknownClassSeconds,
        StreamFigures int8,
        Optional<StreamFigures> float32,
        OptionalDouble agreement,
        OptionalDouble accuracyChange,
        Optional<Interval> accuracyChangeInterval,
        OptionalDouble eventAgreement,
        Map<String, Long> defects,
        List<String> notes,
        List<String> faults,
        Optional<SweepFigures> sweep,
        Optional<FleetFigures> fleet,
        Optional<FleetFigures.DeviceRow> device,
        Optional<DeviceFit> budget) {

    static SimulationSummary of(
            StreamSource source,
            SimulationResult result,
            double rateHertz,
            List<String> notes,
            List<String> faults,
            FaultStudy study,
            Optional<DeviceFit> fit) {
        var set = source.set();
        var agreement = result.agreement();
        return new SimulationSummary(
                set.recordings().getFirst().format().name(),
                set.recordings().getFirst().format().synthetic(),
                set.part(),
                set.recordings().stream()
                        .map(recording -> recording.subject())
                        .filter(subject -> !subject.isEmpty())
                        .distinct()
                        .toList(),
                set.recordings().size(),
                result.seconds(),
                result.samples(),
                result.int8().windows().windows(),
                result.int8().eventCount(),
                result.int8().windows().accuracy(),
                fit.map(own -> own.budget().latencyMs()).orElse(OptionalDouble.empty()),
                fit.map(own -> own.budget().energyMj()).orElse(OptionalDouble.empty()),
                fit.map(DeviceFit::fits).orElse(null),
                result.int8().events().toleranceSeconds(),
                result.otherSamples() / rateHertz,
                StreamFigures.of(result.int8(), source.demand().labels()),
                result.floatSide()
                        .map(side -> StreamFigures.of(side, source.demand().labels())),
                agreement.stream().mapToDouble(own -> own.windowShare()).findFirst(),
                agreement.stream()
                        .mapToDouble(own -> own.accuracyChange().mean())
                        .findFirst(),
                agreement.map(own -> own.accuracyChange().meanInterval()),
                agreement.stream().mapToDouble(own -> own.events().share()).findFirst(),
                new TreeMap<>(result.defects()),
                notes,
                faults,
                study.sweep(),
                study.fleet(),
                study.device(),
                fit);
    }
}
