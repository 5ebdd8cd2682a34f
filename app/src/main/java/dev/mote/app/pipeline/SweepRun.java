package dev.mote.app.pipeline;

import dev.mote.dataset.recording.Recording;
import dev.mote.device.fault.Levels;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.sweep.ReopenableStream;
import dev.mote.device.sweep.StreamCopy;
import dev.mote.device.sweep.Sweep;
import dev.mote.device.sweep.SweepOptions;
import dev.mote.device.sweep.SweepResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The recordings of a request under one fault after the other. */
public final class SweepRun {
    /** What is longer is read again for each run. */
    private static final long MOST_VALUES = 50_000_000;

    private SweepRun() {}

    /** Opens a recording each time. */
    private record Reread(String name, StreamSource source, Recording recording) implements ReopenableStream {
        @Override
        public SampleStream open() {
            return source.open(recording);
        }
    }

    /** @param always faults of every run */
    public static SweepFigures run(
            Simulation simulation, StreamSource source, RecordingFaults always, SweepRequest request, PrintWriter err) {
        Simulation timed = alone(simulation, source);
        long start = System.nanoTime();
        List<ReopenableStream> streams = source.set().recordings().stream()
                .map(recording -> reopenable(source, recording))
                .toList();
        SweepOptions options = new SweepOptions(
                Levels.chosen(format(source), request.kinds(), request.levels()),
                always.faults(),
                request.seeds(),
                always.seed(),
                request.maxLoss(),
                Runtime.getRuntime().availableProcessors());
        Sweep sweep = new Sweep(timed, streams, options);
        SweepResult result;
        try (RunProgress progress = new RunProgress("sweep: runs", sweep.count(), err)) {
            result = sweep.run(progress);
        }
        return SweepFigures.of(result, sweep.count(), (System.nanoTime() - start) / 1e9);
    }

    /** Every run on a thread of its own. */
    static Simulation alone(Simulation simulation, StreamSource source) {
        return simulation.withTime(source.settings().resample()).alone();
    }

    static StreamFormat format(StreamSource source) {
        try (RecordedStream stream = source.open(source.set().recordings().getFirst())) {
            return stream.format();
        }
    }

    private static ReopenableStream reopenable(StreamSource source, Recording recording) {
        Reread reread = new Reread(RecordingFaults.name(recording), source, recording);
        return copy(reread).<ReopenableStream>map(copy -> copy).orElse(reread);
    }

    /** @return empty if it is too long */
    static Optional<StreamCopy> copy(StreamSource source, Recording recording) {
        return copy(new Reread(RecordingFaults.name(recording), source, recording));
    }

    private static Optional<StreamCopy> copy(Reread recording) {
        try (SampleStream stream = recording.open()) {
            return StreamCopy.of(recording.name(), stream, MOST_VALUES);
        }
    }
}
