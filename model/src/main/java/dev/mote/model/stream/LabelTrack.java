package dev.mote.model.stream;

import java.util.Optional;

/** The label of a stream: a new one counts after it has lasted for some windows, and began with the first of them. */
final class LabelTrack {
    private final int minimum;
    private int label = StreamEvent.UNKNOWN;
    private long begin;
    private int candidate = StreamEvent.UNKNOWN;
    private long candidateBegin;
    /** Windows in a row that had the candidate. */
    private int windows;

    LabelTrack(int minimum) {
        this.minimum = minimum;
    }

    int label() {
        return label;
    }

    /** @param windowBegin where what the window stands for begins */
    Optional<StreamEvent> window(long at, long windowBegin, int windowLabel) {
        if (windowLabel == label) {
            windows = 0;
            return Optional.empty();
        }
        if (windowLabel != candidate || windows == 0) {
            candidate = windowLabel;
            candidateBegin = windowBegin;
            windows = 0;
        }
        windows++;
        return windows < minimum ? Optional.empty() : change(at, windowLabel, candidateBegin);
    }

    /** The label ends without another. */
    Optional<StreamEvent> end(long at, long where) {
        return label == StreamEvent.UNKNOWN ? Optional.empty() : change(at, StreamEvent.UNKNOWN, where);
    }

    /** What comes next is not the continuation of what came before. */
    void forgetCandidate() {
        windows = 0;
    }

    void reset() {
        label = StreamEvent.UNKNOWN;
        begin = 0;
        windows = 0;
    }

    private Optional<StreamEvent> change(long at, int next, long where) {
        StreamEvent event = new StreamEvent(at, next, where, label, begin);
        label = next;
        begin = where;
        windows = 0;
        return Optional.of(event);
    }
}
