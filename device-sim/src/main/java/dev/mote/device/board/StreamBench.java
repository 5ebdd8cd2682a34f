package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamRuntime;
import java.util.ArrayList;
import java.util.List;

/** Runs a recording through the streaming API of a model's firmware, and compares its events with the simulator's. */
public final class StreamBench {
    private static final String NAME = "model";

    private final Int8Model model;
    private final ModelSource source;
    private final StreamRecording recording;
    private final StreamRuntime simulator;
    private final List<StreamEvent> expected = new ArrayList<>();

    private StreamBench(Int8Model model, ModelSource source, StreamRecording recording) {
        this.model = model;
        this.source = source;
        this.recording = recording;
        StreamModel stream = StreamModel.of(model);
        this.simulator = stream.start(recording.samples() / stream.plan().stride() + 1L);
    }

    /** @throws dev.mote.model.BadInputException if the model cannot run on a stream */
    public static StreamBench of(Int8Model model, ModelSource source, StreamRecording recording) {
        StreamBench bench = new StreamBench(model, source, recording);
        bench.simulate();
        return bench;
    }

    private void simulate() {
        recording.forEach((micros, counts) -> simulator.pushAt(micros, counts, this::expect));
        simulator.flush().ifPresent(this::expect);
    }

    /** Places of the device have 32 bits. */
    private void expect(StreamEvent event) {
        expected.add(new StreamEvent(
                Integer.toUnsignedLong((int) event.at()),
                event.label(),
                Integer.toUnsignedLong((int) event.begin()),
                event.previous(),
                Integer.toUnsignedLong((int) event.previousBegin())));
    }

    /**
     * @throws DoesNotFitException if the model is too large for the board
     * @throws dev.mote.model.CheckFailedException if the board faults, does not end in time, or loses samples
     * @throws dev.mote.model.MissingToolException if the compiler or the emulator is not installed
     */
    public StreamBenchResult run(Board board, Goal goal) {
        CProject project = Codegen.generate(model, source, new Target(NAME, ProjectKind.PLAIN, board.core(), goal));
        try (BoardFirmware firmware = BoardFirmware.build(source.fileName(), project, board, goal)) {
            StreamText text = firmware.runStream(recording, simulator.windows());
            return new StreamBenchResult(
                    board,
                    goal,
                    recording.samples(),
                    recording.samples() / simulator.plan().rateHertz(),
                    simulator.windows(),
                    expected.size(),
                    differing(expected, text.events()),
                    board.clock().instructions(text.ticks("longest_push")),
                    board.clock().instructions(text.ticks("window")),
                    board.clock().instructions(text.ticks("longest_window")),
                    text.numbers().get("context"),
                    project.figures().arenaBytes());
        }
    }

    private static int differing(List<StreamEvent> expected, List<StreamEvent> actual) {
        int differing = Math.abs(expected.size() - actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            differing += expected.get(i).equals(actual.get(i)) ? 0 : 1;
        }
        return differing;
    }
}
