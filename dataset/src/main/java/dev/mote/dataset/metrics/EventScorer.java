package dev.mote.dataset.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Holds the events of a stream against its truth while both come in. Memory depends on the tolerance and on how late events are told,
 * not on the length of the stream.
 */
public final class EventScorer {
    /** The truth is not known. */
    public static final int NO_LABEL = -1;

    private static final double MICROS = 1e6;

    private final int classes;
    private final double toleranceSeconds;
    private final long tolerance;
    private final long horizon;
    private final Delays.Builder delays = new Delays.Builder();
    private final OnsetMatcher[] matchers;
    private final long[] truth;
    private final long[] detected;
    private final long[] falseAlarms;
    /** Truth of late, the present piece last. */
    private final Deque<Piece> pieces = new ArrayDeque<>();

    private final Deque<Detection> ended = new ArrayDeque<>();
    private Detection present;
    private long labelledMicros;
    private long unscored;

    /** A time of one label; {@code end} moves on as long as it lasts. */
    private static final class Piece {
        private final int label;
        private final long begin;
        private long end;

        Piece(int label, long begin) {
            this.label = label;
            this.begin = begin;
            this.end = begin;
        }
    }

    /** An event that may still turn out to be none of its class. */
    private static final class Detection {
        private final int label;
        private final long begin;
        /** First moment from the tolerance before {@code begin} on at which the class is true; the largest number if there is none. */
        private long firstTrue = Long.MAX_VALUE;

        private long end = Long.MAX_VALUE;

        Detection(int label, long begin) {
            this.label = label;
            this.begin = begin;
        }
    }

    /** @param horizonSeconds the longest time from the begin of an event to the moment when it is told */
    public EventScorer(int classes, double toleranceSeconds, double horizonSeconds) {
        this.classes = classes;
        this.toleranceSeconds = toleranceSeconds;
        this.tolerance = Math.round(toleranceSeconds * MICROS);
        this.horizon = Math.round(horizonSeconds * MICROS) + tolerance;
        this.matchers = new OnsetMatcher[classes];
        for (int c = 0; c < classes; c++) {
            matchers[c] = new OnsetMatcher(tolerance, delays);
        }
        this.truth = new long[classes];
        this.detected = new long[classes];
        this.falseAlarms = new long[classes];
    }

    /**
     * The truth at a moment, which lasts until the next one. Moments rise.
     *
     * @param label of the class; {@link #NO_LABEL}; or below that, a class that nobody announces
     */
    public void truth(long micros, int label) {
        Piece last = pieces.peekLast();
        if (last != null) {
            last.end = micros;
            if (last.label == label) {
                return;
            }
            close(last);
        }
        begin(micros, label);
    }

    private void begin(long micros, int label) {
        forget(micros - horizon);
        pieces.add(new Piece(label, micros));
        if (label < 0) {
            return;
        }
        truth[label]++;
        matchers[label].truth(micros);
        if (present != null) {
            touch(present, label, micros);
        }
        ended.forEach(detection -> touch(detection, label, micros));
    }

    private static void touch(Detection detection, int label, long micros) {
        if (detection.label == label) {
            detection.firstTrue = Math.min(detection.firstTrue, micros);
        }
    }

    private void close(Piece piece) {
        labelledMicros += piece.label == NO_LABEL ? 0 : piece.end - piece.begin;
    }

    private void forget(long before) {
        while (!pieces.isEmpty() && pieces.peek().end < before) {
            pieces.poll();
        }
        for (OnsetMatcher matcher : matchers) {
            matcher.forgetBefore(before);
        }
        settle(before + horizon);
    }

    /**
     * The stream's label has changed.
     *
     * @param label of the class, negative for none
     * @param begin when it began, and the one before ended
     * @param at when this was told
     */
    public void event(int label, long begin, long at) {
        end(begin);
        settle(at);
        if (label < 0) {
            return;
        }
        if (truthAt(begin) == NO_LABEL) {
            unscored++;
            return;
        }
        detected[label]++;
        matchers[label].detected(begin, at);
        present = new Detection(label, begin);
        for (Piece piece : pieces) {
            if (piece.label == label && piece.end >= begin - tolerance) {
                touch(present, label, Math.max(piece.begin, begin - tolerance));
            }
        }
    }

    private void end(long micros) {
        if (present != null) {
            present.end = micros;
            ended.add(present);
            present = null;
        }
    }

    private int truthAt(long micros) {
        int label = NO_LABEL;
        for (Piece piece : pieces) {
            if (piece.begin <= micros || piece == pieces.peekFirst()) {
                label = piece.label;
            }
        }
        return label;
    }

    /** Those for which nothing can change any more. */
    private void settle(long now) {
        for (Iterator<Detection> each = ended.iterator(); each.hasNext(); ) {
            Detection detection = each.next();
            boolean found = detection.firstTrue <= detection.end + tolerance;
            if (found || detection.end + tolerance < now) {
                falseAlarms[detection.label] += found ? 0 : 1;
                each.remove();
            }
        }
    }

    /** The recording ends, or is interrupted: what comes next has nothing to do with what was. */
    public void endStretch(long micros) {
        if (!pieces.isEmpty()) {
            pieces.getLast().end = micros;
            close(pieces.getLast());
        }
        end(micros);
        settle(Long.MAX_VALUE);
        pieces.clear();
        for (OnsetMatcher matcher : matchers) {
            matcher.clear();
        }
    }

    /** Of all stretches that have ended. */
    public EventScores scores() {
        List<EventCounts> counts = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            counts.add(new EventCounts(truth[c], detected[c], matchers[c].matched(), falseAlarms[c]));
        }
        return new EventScores(toleranceSeconds, labelledMicros / MICROS, counts, unscored, delays.build());
    }
}
