package dev.mote.device.stream;

import dev.mote.model.stream.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulation that is advanced bit by bit, by somebody with a clock: what {@link Simulation#run} does at once. Memory does not grow with
 * the stream. For one thread.
 */
public final class SteppedSimulation implements AutoCloseable {
    private final StreamPlan plan;
    private final SampleStream stream;
    private final SimulationSides sides;
    /** Read, but not due yet. */
    private Optional<TimedSample> next = Optional.empty();

    private boolean read;
    private boolean ended;

    SteppedSimulation(StreamPlan plan, SampleStream stream, SimulationSides sides) {
        this.plan = plan;
        this.stream = stream;
        this.sides = sides;
    }

    /**
     * The device gets all samples until a moment of the stream, that one included.
     *
     * @throws dev.mote.model.BadInputException one line, as the stream's
     */
    public SimulationStep advanceTo(long micros) {
        List<TimedSample> due = new ArrayList<>();
        while (peek().isPresent() && peek().get().micros() <= micros) {
            due.add(take());
        }
        return run(due);
    }

    /** The device gets so many samples, or fewer where the stream ends. */
    public SimulationStep advance(int samples) {
        List<TimedSample> due = new ArrayList<>();
        while (due.size() < samples && peek().isPresent()) {
            due.add(take());
        }
        return run(due);
    }

    private Optional<TimedSample> peek() {
        if (!read && !ended) {
            next = stream.next();
            read = true;
        }
        return next;
    }

    private TimedSample take() {
        read = false;
        return next.orElseThrow();
    }

    private SimulationStep run(List<TimedSample> due) {
        boolean last = read && next.isEmpty() && !ended;
        if (due.isEmpty() && !last) {
            return SimulationStep.NOTHING;
        }
        ended = last;
        sides.run(SampleBlock.of(due, plan, last));
        return new SimulationStep(
                due,
                sides.int8().windows(),
                sides.floatSide().map(ModelSide::windows).orElse(List.of()),
                sides.int8().told(),
                sides.floatSide().map(ModelSide::told).orElse(List.of()));
    }

    /** Whether the stream has no more samples, and all were run. */
    public boolean isEnded() {
        return ended;
    }

    /** So far. Intervals leave out the time of one label that has not ended yet, counts do not. */
    public SimulationResult result() {
        return sides.result(stream.defects());
    }

    @Override
    public void close() {
        stream.close();
    }
}
