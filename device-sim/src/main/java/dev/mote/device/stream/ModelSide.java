package dev.mote.device.stream;

import dev.mote.dataset.metrics.EventScorer;
import dev.mote.dataset.metrics.WindowScorer;
import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import dev.mote.model.stream.StreamRuntime;
import dev.mote.model.stream.StreamWindow;
import java.util.ArrayList;
import java.util.List;

/** One model on a stream: runs blocks of samples, and holds what it says against the truth. */
final class ModelSide {
    /** Windows that all streams have to have before it pays to make the fast kernels fast. */
    private static final long MANY_WINDOWS = 1_000_000;

    /** @param truth class; negative if not known or none */
    record Answer(int best, int truth) {}

    private final StreamRuntime runtime;
    private final StreamPlan plan;
    private final boolean byTime;
    private final EventScorer events;
    private final WindowScorer windows;
    private final PositionLog log;
    private final short[] sample;
    /** Of the present block. */
    private final List<Answer> answers = new ArrayList<>();

    private final List<SimulatedEvent> told = new ArrayList<>();
    private final List<SimulatedWindow> windowsOfBlock = new ArrayList<>();
    private final boolean watched;
    private boolean started;
    private int stretch;
    private long stretchStart;
    private long micros;
    private int label;
    private long eventCount;

    /** @param watched whether {@link #windows} are kept */
    ModelSide(StreamModel model, SimulationOptions options, boolean watched) {
        this.watched = watched;
        this.plan = model.plan();
        this.runtime = model.start(MANY_WINDOWS);
        this.byTime = options.byTime();
        int classes = plan.labels().size();
        this.events = new EventScorer(classes, options.tolerance(plan), latestSamples(plan) / plan.rateHertz());
        this.windows = new WindowScorer(classes, plan.windowLength());
        this.log = new PositionLog(latestSamples(plan));
        this.sample = new short[plan.channelCount()];
        runtime.observe(this::window);
    }

    /** Samples from the begin of an event until it is told, at most. */
    static long latestSamples(StreamPlan plan) {
        var post = plan.postProcessing();
        long late = (long) post.average() + post.majority() + post.minimum();
        return plan.windowLength() + plan.stride() * (late + 1);
    }

    List<Answer> answers() {
        return answers;
    }

    List<SimulatedEvent> told() {
        return told;
    }

    List<SimulatedWindow> windows() {
        return windowsOfBlock;
    }

    /** Runs a block; {@link #answers}, {@link #told} and {@link #windows} are then of this block. */
    void run(SampleBlock block) {
        answers.clear();
        told.clear();
        windowsOfBlock.clear();
        for (int i = 0; i < block.size(); i++) {
            if (started && block.stretch(i) != stretch) {
                endStretch();
            }
            begin(block, i);
            events.truth(micros, label);
            block.copy(i, sample);
            if (byTime) {
                runtime.pushAt(micros, sample, this::event);
                fill(runtime.position());
            } else {
                log.add(micros);
                windows.sample(label);
                runtime.push(sample).ifPresent(this::event);
            }
        }
        if (block.isLast() && started) {
            endStretch();
        }
    }

    /** Faults may bring samples in another order; time never goes back. */
    private void begin(SampleBlock block, int i) {
        if (!started) {
            started = true;
            stretchStart = block.micros(i);
            micros = stretchStart;
        }
        stretch = block.stretch(i);
        micros = Math.max(micros, block.micros(i));
        label = block.label(i);
    }

    /** The device makes samples of its own between those that it gets. */
    private void fill(long position) {
        while (log.positions() < position) {
            log.add(stretchStart + Math.round(log.positions() * 1e6 / plan.rateHertz()));
            windows.sample(label);
        }
    }

    private void window(StreamWindow window) {
        fill(window.end());
        int truth = windows.window(window.best(), window.label());
        answers.add(new Answer(window.best(), truth));
        if (watched) {
            long at = log.micros(window.end() - 1);
            windowsOfBlock.add(new SimulatedWindow(at, truth, window.best(), window.label(), scores(window.scores())));
        }
    }

    /** One a class: of a single output, which is that of the second class, both. */
    private List<Float> scores(byte[] output) {
        List<Float> scores = new ArrayList<>();
        for (byte integer : output) {
            scores.add(plan.scores().dequantize(integer));
        }
        return output.length == 1 ? List.of(1 - scores.getFirst(), scores.getFirst()) : scores;
    }

    private void event(StreamEvent event) {
        fill(event.at());
        long begin = log.micros(event.begin());
        long at = log.micros(event.at() - 1);
        events.event(event.label(), begin, at);
        eventCount += event.label() >= 0 ? 1 : 0;
        told.add(new SimulatedEvent(event.label(), begin, at, event.previous(), stretch));
    }

    private void endStretch() {
        runtime.flush().ifPresent(this::event);
        events.endStretch(micros + Math.round(1e6 / plan.rateHertz()));
        windows.endStretch();
        runtime.reset();
        log.reset();
        started = false;
    }

    SimulationResult.Side result() {
        return new SimulationResult.Side(windows.scores(), events.scores(), eventCount);
    }
}
