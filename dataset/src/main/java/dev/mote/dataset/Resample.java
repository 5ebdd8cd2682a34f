package dev.mote.dataset;

import java.util.ArrayList;
import java.util.List;

/** Recordings with irregular times to a fixed rate, by straight lines between neighbours. Gaps are not bridged. */
final class Resample {
    /** A longer silence is a gap. */
    private static final double GAP_SECONDS = 0.2;
    /** Of a slow signal: the same in intervals of the wanted rate. */
    private static final double GAP_INTERVALS = 2.5;

    private static final double MICROS_PER_SECOND = 1e6;

    private final SignalRows rows;
    private final double interval;
    private final double gap;
    private final SignalDefects defects;
    private final SignalRows.Builder resampled = new SignalRows.Builder();

    private Resample(SignalRows rows, double rateHertz, SignalDefects defects) {
        this.rows = rows;
        this.interval = MICROS_PER_SECOND / rateHertz;
        this.gap = Math.max(GAP_SECONDS * MICROS_PER_SECOND, GAP_INTERVALS * interval);
        this.defects = defects;
    }

    /** One moment of a recording; several rows where a stamp was repeated. */
    private record Moment(long micros, float[] values, int row) {}

    static SignalRows of(SignalRows rows, double rateHertz, SignalDefects defects) {
        return new Resample(rows, rateHertz, defects).run();
    }

    private SignalRows run() {
        boolean[] starts = rows.recordingStarts();
        int start = 0;
        for (int row = 1; row <= rows.count(); row++) {
            if (row == rows.count() || starts[row]) {
                recording(start, row);
                start = row;
            }
        }
        return resampled.build(rows.channels());
    }

    /** Rows {@code from} to {@code to} (exclusive), without repetitions, cut at gaps. */
    private void recording(int from, int to) {
        List<Moment> stretch = new ArrayList<>();
        for (Moment moment : moments(from, to)) {
            if (!stretch.isEmpty() && moment.micros - stretch.getLast().micros > gap) {
                defects.add("gaps, over which no window reaches");
                emit(stretch);
                stretch.clear();
            }
            stretch.add(moment);
        }
        emit(stretch);
    }

    private List<Moment> moments(int from, int to) {
        List<Moment> moments = new ArrayList<>();
        int row = from;
        while (row < to) {
            int next = row + 1;
            while (next < to && rows.micros()[next] == rows.micros()[row]) {
                next++;
                defects.add("repeated time stamps: their samples averaged");
            }
            if (!moments.isEmpty() && rows.micros()[row] < moments.getLast().micros) {
                defects.add("rows before their predecessor in time: left out");
            } else {
                moments.add(new Moment(rows.micros()[row], mean(row, next), row));
            }
            row = next;
        }
        return moments;
    }

    private float[] mean(int from, int to) {
        if (to == from + 1) {
            return rows.values()[from];
        }
        float[] mean = new float[rows.channels().size()];
        for (int channel = 0; channel < mean.length; channel++) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += rows.values()[row][channel];
            }
            mean[channel] = (float) (sum / (to - from));
        }
        return mean;
    }

    /** A recording of its own: samples from the first moment to the last. */
    private void emit(List<Moment> stretch) {
        resampled.startFile();
        long first = stretch.getFirst().micros;
        int before = 0;
        for (int sample = 0; first + sample * interval <= stretch.getLast().micros; sample++) {
            double time = first + sample * interval;
            while (before + 1 < stretch.size() && stretch.get(before + 1).micros <= time) {
                before++;
            }
            Moment left = stretch.get(before);
            Moment right = stretch.get(Math.min(before + 1, stretch.size() - 1));
            double share = right.micros == left.micros ? 0 : (time - left.micros) / (right.micros - left.micros);
            int nearest = share < 0.5 ? left.row : right.row;
            String group = rows.grouped() ? rows.groupNames().get(rows.groups()[left.row]) : null;
            resampled.add(
                    Math.round(time),
                    between(left.values, right.values, share),
                    rows.labelNames().get(rows.labels()[nearest]),
                    group);
        }
    }

    private static float[] between(float[] left, float[] right, double share) {
        float[] values = new float[left.length];
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = (float) (left[channel] + (right[channel] - left[channel]) * share);
        }
        return values;
    }
}
