package dev.mote.device.stream;

/** Follows the labels of a stream, and tells each time of one label. */
final class TruthTrack {
    private final SimulationListener listener;
    private final long intervalMicros;
    private boolean started;
    private int stretch;
    private int label;
    private long begin;
    private long micros;
    private long stretchBegin;
    private long totalMicros;
    private long otherSamples;

    TruthTrack(SimulationListener listener, long intervalMicros) {
        this.listener = listener;
        this.intervalMicros = intervalMicros;
    }

    void add(SampleBlock block) {
        for (int i = 0; i < block.size(); i++) {
            add(block.micros(i), block.label(i), block.stretch(i));
        }
        if (block.isLast()) {
            endStretch();
        }
    }

    private void add(long time, int newLabel, int newStretch) {
        if (started && newStretch != stretch) {
            endStretch();
        }
        if (!started) {
            started = true;
            stretch = newStretch;
            stretchBegin = time;
            start(newLabel, time);
        } else if (newLabel != label) {
            listener.truth(label, begin, Math.max(time, micros));
            start(newLabel, Math.max(time, micros));
        }
        micros = Math.max(time, micros);
        otherSamples += newLabel == TimedSample.OTHER_LABEL ? 1 : 0;
    }

    private void start(int newLabel, long time) {
        label = newLabel;
        begin = time;
    }

    private void endStretch() {
        if (started) {
            listener.truth(label, begin, micros + intervalMicros);
            totalMicros += micros + intervalMicros - stretchBegin;
            started = false;
        }
    }

    long micros() {
        return micros;
    }

    double seconds() {
        return totalMicros / 1e6;
    }

    long otherSamples() {
        return otherSamples;
    }
}
