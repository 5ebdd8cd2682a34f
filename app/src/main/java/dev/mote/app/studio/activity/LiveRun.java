package dev.mote.app.studio.activity;

import dev.mote.device.fault.ChangeableFaults;
import dev.mote.device.fault.Faults;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.SimulationOptions;
import dev.mote.device.stream.SimulationStep;
import dev.mote.device.stream.SteppedSimulation;
import dev.mote.device.stream.TimedSample;
import dev.mote.device.sweep.FullScale;
import dev.mote.model.BadInputException;
import dev.mote.model.stream.StreamPlan;
import java.util.List;

/** One stream on its way through a model, as a page wants it: the simulation of {@code mote simulate}, paced by the clock. */
final class LiveRun implements AutoCloseable {
    /** Of a phone, from one message to the next: about a fifteenth of a second. */
    private static final int PUSHED_SAMPLES = 4;

    private static final String OPTION = "^--fault ";

    private final LiveModel model;
    private final LiveStream stream;
    private final ChangeableFaults faulty;
    private final SteppedSimulation simulation;
    private final Pace pace = new Pace(System::nanoTime);
    private final LiveView view;
    private boolean faults;
    private long seed;

    /** @throws BadInputException one line, if stream and model do not fit, or a fault is none */
    LiveRun(LiveModel model, LiveStream stream, LiveRequest.Start start) {
        this.model = model;
        this.stream = stream;
        this.seed = start.seed() == null ? model.seed() : start.seed();
        this.faulty = new ChangeableFaults(stream.samples(), FullScale.of(model.plan()));
        this.simulation = new Simulation(model.int8(), model.real(), SimulationOptions.DEFAULT)
                .withTime(stream.byTime())
                .step(faulty);
        this.view = new LiveView(model.plan());
        pace.speed(start.speed());
        change(start.faults());
        pace.run();
    }

    LiveReply.Started started() {
        StreamPlan plan = model.plan();
        return new LiveReply.Started(
                model.entry().id(),
                stream.samples().format().name(),
                stream.samples().format().synthetic(),
                plan.labels(),
                plan.channels(),
                model.demand().units(),
                plan.fullScale(),
                plan.rateHertz(),
                plan.windowLength(),
                plan.stride(),
                simulation.result().int8().events().toleranceSeconds(),
                model.real().isPresent(),
                seed,
                stream.notes());
    }

    /** What happened until now. Of a phone, waits for its next samples. @param lost samples that a phone sent in vain */
    LiveReply.Tick tick(long lost) {
        SimulationStep step = stream.pushed()
                .map(rows -> simulation.advance(Math.max(PUSHED_SAMPLES, rows.waiting())))
                .orElseGet(() -> simulation.advanceTo(pace.due()));
        boolean told = view.isTimeForTotals() || !step.int8().isEmpty();
        return view.tick(
                pace.due(), step, faults ? faulty.measured() : forgotten(), told ? List.of(totals(lost)) : List.of());
    }

    private List<TimedSample> forgotten() {
        faulty.measured();
        return List.of();
    }

    LiveReply.Totals totals(long lost) {
        return LiveView.totals(simulation.result(), faulty.count(), lost, pace.waitedSeconds());
    }

    boolean isRunning() {
        return pace.isRunning() && !simulation.isEnded();
    }

    /** The page sends no more: the stream ends when all that was sent has been run. */
    boolean isEnding() {
        stream.pushed().ifPresent(rows -> pace.run());
        return stream.pushed().isPresent();
    }

    boolean isEnded() {
        return simulation.isEnded();
    }

    void pause() {
        pace.pause();
    }

    void resume() {
        pace.run();
    }

    void speed(int speed) {
        pace.speed(speed);
    }

    /**
     * From now on these faults; all else goes on. Nothing changes if one is none.
     *
     * @throws BadInputException one line
     */
    void change(LiveRequest.Change change) {
        long before = seed;
        seed = change.seed() == null ? seed : change.seed();
        try {
            change(change.faults());
        } catch (BadInputException e) {
            seed = before;
            throw e;
        }
    }

    private void change(List<String> texts) {
        try {
            Faults wanted = Faults.parse(texts);
            faulty.change(wanted, Faults.seedOf(seed, stream.name()));
            faults = !texts.isEmpty();
        } catch (BadInputException e) {
            throw new BadInputException(e.getMessage().replaceFirst(OPTION, "fault "), e);
        }
    }

    @Override
    public void close() {
        simulation.close();
    }
}
