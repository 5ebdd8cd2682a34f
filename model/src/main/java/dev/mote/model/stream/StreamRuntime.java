package dev.mote.model.stream;

import dev.mote.model.graph.Int8Model;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model on one stream: samples in, events out, sample by sample, exactly as the generated C does it. Memory is constant in the
 * length of the stream. Not shared by threads.
 */
public final class StreamRuntime {
    private final StreamPlan plan;
    private final WindowScores model;
    private final Resampler resampler;
    private final Smoothing smoothing;
    private final LabelTrack track;
    private final short[] window;
    private final byte[] scores;
    private final Resampler.Target resampled = new Resampler.Target() {
        @Override
        public void sample(short[] sample) {
            push(sample).ifPresent(listener);
        }

        @Override
        public void gap(long samples) {
            skip(samples).ifPresent(listener);
        }
    };
    private Consumer<StreamWindow> observer = window -> {};
    private Consumer<StreamEvent> listener = event -> {};
    /** Samples in the window. */
    private int fill;

    private long position;
    private long windows;

    /** @param model or anything else that scores windows in its place */
    public StreamRuntime(StreamPlan plan, WindowScores model) {
        this.plan = plan;
        this.model = model;
        this.resampler = new Resampler(plan);
        this.smoothing = new Smoothing(plan);
        this.track = new LabelTrack(plan.postProcessing().minimum());
        this.window = new short[plan.windowLength() * plan.channelCount()];
        this.scores = new byte[plan.outputs()];
    }

    /** For a single, short stream. @throws dev.mote.model.BadInputException as {@link StreamPlan#of} */
    public static StreamRuntime of(Int8Model model) {
        return StreamModel.of(model).start(1);
    }

    public StreamPlan plan() {
        return plan;
    }

    /** Gets every window from now on, before the event that it leads to. */
    public void observe(Consumer<StreamWindow> windowObserver) {
        observer = windowObserver;
    }

    /**
     * The next sample of a stream that has exactly the model's rate.
     *
     * @param sample one count a channel
     */
    public Optional<StreamEvent> push(short[] sample) {
        System.arraycopy(sample, 0, window, fill * sample.length, sample.length);
        fill++;
        position++;
        return fill == plan.windowLength() ? decide() : Optional.empty();
    }

    /**
     * The next sample of a stream with any rate, brought to the model's by straight lines. A sample with the time of the one before,
     * or an earlier one, is dropped; after a silence longer than {@link StreamPlan#maxGapMicros()} a new window starts, and a silence
     * as long as a window ends the label.
     *
     * @param micros time of the sample; only the lower 32 bits count, as on the device
     */
    public void pushAt(long micros, short[] sample, Consumer<StreamEvent> events) {
        listener = events;
        resampler.push((int) micros, sample, resampled);
    }

    /** The end of the stream: the label ends here. */
    public Optional<StreamEvent> flush() {
        Optional<StreamEvent> event = track.end(position, position);
        empty();
        return event;
    }

    /** Forgets all that was pushed and counted. */
    public void reset() {
        empty();
        track.reset();
        resampler.reset();
        position = 0;
        windows = 0;
    }

    /** Output of the model for the last window, a copy. */
    public byte[] lastScores() {
        return scores.clone();
    }

    /** The class of the stream now, {@link StreamEvent#UNKNOWN} for none. */
    public int label() {
        return track.label();
    }

    /** Windows that the model has seen. */
    public long windows() {
        return windows;
    }

    /** Samples at the model's rate since the start, those that a gap swallowed included. */
    public long position() {
        return position;
    }

    public StreamDefects defects() {
        return resampler.defects();
    }

    private Optional<StreamEvent> decide() {
        model.score(window, scores);
        windows++;
        slide();
        int label = smoothing.label(scores);
        Optional<StreamEvent> event =
                track.window(position, position - plan.lead() - plan.stride() * (long) smoothing.lag() / 2, label);
        observer.accept(new StreamWindow(position, scores, smoothing.best(scores), track.label()));
        return event;
    }

    private void slide() {
        fill = plan.windowLength() - plan.stride();
        int values = plan.stride() * plan.channelCount();
        System.arraycopy(window, values, window, 0, window.length - values);
    }

    private Optional<StreamEvent> skip(long samples) {
        long begin = position;
        position += samples;
        empty();
        return samples >= plan.windowLength() ? track.end(position, begin) : Optional.empty();
    }

    private void empty() {
        fill = 0;
        smoothing.reset();
        track.forgetCandidate();
    }
}
