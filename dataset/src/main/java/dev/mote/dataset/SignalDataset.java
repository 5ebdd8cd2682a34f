package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a user's recordings into windows of one label each, and splits them into training and test. */
final class SignalDataset {
    /** A longer silence between two rows, in median intervals, interrupts a recording. */
    private static final double MAX_GAP = 2.5;

    private static final double MICROS_PER_SECOND = 1e6;

    private SignalDataset() {}

    /** @param path that the user gave, of which {@code files} are the tables */
    static Dataset read(Path path, List<Path> files, long seed, DataOptions data) {
        data.requireOnly(
                path.toString(), "a folder or file of signals", List.of("synthetic", "classes", "test", "window"));
        WindowOptions options = data.window().orElse(WindowOptions.DEFAULT);
        SignalRows rows = SignalTable.read(files);
        if (rows.count() < 2) {
            throw new BadInputException(path + ": has " + rows.count() + " rows, more are needed for a window");
        }
        double interval = medianInterval(rows);
        int[] starts = windowStarts(rows, interval, options);
        if (starts.length == 0) {
            throw new BadInputException(path + ": no stretch of one label is " + options.length()
                    + " rows long without a gap; record longer, or give a shorter window");
        }
        Samples all = samples(rows, starts, options.length());
        return switch (data.test().orElse(TestSplit.STANDARD)) {
            case TestSplit.TrainingSamples() -> dataset(path, rows, interval, all, all);
            case TestSplit.Share(double share) -> {
                SampleSplit split = rows.grouped()
                        ? SampleSplit.byGroup(path.toString(), all, rows.labelNames(), seed, share)
                        : SampleSplit.byTime(path.toString(), all, rows.labelNames(), starts, options.length(), share);
                yield dataset(path, rows, interval, all.subset(split.train()), all.subset(split.test()));
            }
            case TestSplit.File file ->
                throw new BadInputException(path + ": data has the key test_file, but that is for tables; give signals"
                        + " of other persons a group of their own");
        };
    }

    private static Dataset dataset(Path path, SignalRows rows, double interval, Samples train, Samples test) {
        return new Dataset(
                OwnDataset.name(path),
                false,
                train.shape(),
                rows.labelNames(),
                "as recorded",
                rows.channels(),
                MICROS_PER_SECOND / interval,
                train,
                test);
    }

    /** In microseconds; intervals between files and groups do not count. */
    private static double medianInterval(SignalRows rows) {
        boolean[] starts = recordingStarts(rows);
        long[] intervals = new long[rows.count()];
        int count = 0;
        for (int row = 1; row < rows.count(); row++) {
            if (!starts[row]) {
                intervals[count++] = rows.micros()[row] - rows.micros()[row - 1];
            }
        }
        Arrays.sort(intervals, 0, count);
        return count == 0 ? 1 : intervals[count / 2];
    }

    private static boolean[] recordingStarts(SignalRows rows) {
        boolean[] starts = new boolean[rows.count() + 1];
        for (int start : rows.fileStarts()) {
            starts[start] = true;
        }
        for (int row = 1; row < rows.count(); row++) {
            starts[row] |= rows.group(row) != rows.group(row - 1);
        }
        return starts;
    }

    /** First rows of all windows that lie within one recording, one label, and no gap. */
    private static int[] windowStarts(SignalRows rows, double interval, WindowOptions options) {
        boolean[] breaks = recordingStarts(rows);
        for (int row = 1; row < rows.count(); row++) {
            breaks[row] |= rows.labels()[row] != rows.labels()[row - 1]
                    || rows.micros()[row] - rows.micros()[row - 1] > MAX_GAP * interval;
        }
        breaks[rows.count()] = true;
        List<Integer> windows = new ArrayList<>();
        int stretch = 0;
        for (int row = 1; row <= rows.count(); row++) {
            if (breaks[row]) {
                for (int start = stretch; start + options.length() <= row; start += options.step()) {
                    windows.add(start);
                }
                stretch = row;
            }
        }
        return windows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Samples samples(SignalRows rows, int[] starts, int length) {
        int channels = rows.channels().size();
        Shape shape = Shape.of(length, channels);
        if ((long) starts.length * shape.elements() > Integer.MAX_VALUE) {
            throw new BadInputException(starts.length + " windows of " + shape
                    + " values are too many for this machine; give a larger window step");
        }
        float[] values = new float[starts.length * shape.elements()];
        int[] labels = new int[starts.length];
        int[] groups = new int[starts.length];
        for (int window = 0; window < starts.length; window++) {
            for (int i = 0; i < length; i++) {
                float[] row = rows.values()[starts[window] + i];
                System.arraycopy(row, 0, values, window * shape.elements() + i * channels, channels);
            }
            labels[window] = rows.labels()[starts[window]];
            groups[window] = rows.group(starts[window]);
        }
        return Samples.of(shape, values, labels, groups);
    }
}
