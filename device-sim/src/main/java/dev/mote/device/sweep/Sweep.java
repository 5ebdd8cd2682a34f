package dev.mote.device.sweep;

import dev.mote.device.fault.Fault;
import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.Faults;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a model on the same streams with one fault after the other, at one level after the other: what does it stand? */
public final class Sweep {
    private final Simulation simulation;
    private final List<? extends ReopenableStream> streams;
    private final SweepOptions options;
    private final float[] fullScale;
    private final List<Trial> trials = new ArrayList<>();

    /** One fault at one level with one seed on one stream. */
    private record Trial(Optional<Fault> fault, ReopenableStream stream, long seed) {}

    /** @param streams one a person, or one altogether */
    public Sweep(Simulation simulation, List<? extends ReopenableStream> streams, SweepOptions options) {
        this.simulation = simulation;
        this.streams = List.copyOf(streams);
        this.options = options;
        this.fullScale = FullScale.of(simulation.plan());
        add(Optional.empty());
        options.levels().values().forEach(levels -> levels.forEach(fault -> add(Optional.of(fault))));
    }

    private void add(Optional<Fault> fault) {
        for (int i = 0; i < seeds(fault); i++) {
            for (ReopenableStream stream : streams) {
                trials.add(new Trial(fault, stream, Faults.seedOf(options.seed() + i, stream.name())));
            }
        }
    }

    private int seeds(Optional<Fault> fault) {
        return faults(fault).isRandom() ? options.seeds() : 1;
    }

    /** The swept fault comes first, so that its numbers do not depend on the others. */
    private Faults faults(Optional<Fault> fault) {
        return new Faults(fault.stream().toList()).and(options.always());
    }

    /** Number of runs. */
    public int count() {
        return trials.size();
    }

    /** @param done called by any thread after each run */
    public SweepResult run(Runnable done) {
        List<SimulationResult> results =
                ParallelRuns.map(trials.size(), options.threads(), number -> run(trials.get(number)), done);
        Cursor cursor = new Cursor(results);
        SweepPoint baseline = point(Optional.empty(), cursor);
        List<SweepCurve> curves = new ArrayList<>();
        for (Map.Entry<FaultKind, List<Fault>> levels : options.levels().entrySet()) {
            curves.add(new SweepCurve(
                    levels.getKey(),
                    levels.getValue().stream()
                            .map(fault -> point(Optional.of(fault), cursor))
                            .toList()));
        }
        return new SweepResult(baseline, curves, options.maxLoss());
    }

    private SimulationResult run(Trial trial) {
        try (SampleStream faulty = faults(trial.fault).apply(trial.stream.open(), fullScale, trial.seed)) {
            return simulation.run(faulty);
        }
    }

    private SweepPoint point(Optional<Fault> fault, Cursor cursor) {
        int seeds = seeds(fault);
        return new SweepPoint(fault, seeds, cursor.next(seeds * streams.size()));
    }

    /** Results in the order of the trials. */
    private static final class Cursor {
        private final List<SimulationResult> results;
        private int next;

        Cursor(List<SimulationResult> results) {
            this.results = results;
        }

        SimulationResult next(int count) {
            next += count;
            return results.subList(next - count, next).stream()
                    .reduce(SimulationResult::plus)
                    .orElseThrow();
        }
    }
}
