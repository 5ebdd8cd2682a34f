package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a user's recordings into windows of one label each, and splits them into training and test. */
final class SignalDataset {
    /** A longer silence between two rows, in median intervals, interrupts a recording. */
    private static final double MAX_GAP = 2.5;

    private static final double MICROS_PER_SECOND = 1e6;

    private SignalDataset() {}

    /**
     * @param where for messages
     * @param name of the data set
     * @param unit of its channels
     */
    record Origin(String where, String name, String unit) {}

    /** @param path that the user gave, of which {@code files} are the tables */
    static Dataset read(Path path, List<Path> files, long seed, DataOptions data) {
        data.requireOnly(
                path.toString(),
                "a folder or file of signals",
                List.of(
                        "synthetic",
                        "classes",
                        "test",
                        "window",
                        "rate",
                        "timestamp",
                        "group_file",
                        "columns",
                        "separator",
                        "features",
                        "label",
                        "group"));
        SignalRows rows = SignalTable.read(files, data.columns(), data.signals());
        Origin origin = new Origin(path.toString(), OwnDataset.name(path), unit(rows.channels(), data.columns()));
        return of(origin, rows, seed, data, new SignalDefects());
    }

    private static String unit(List<String> channels, ColumnOptions columns) {
        List<String> units = columns.features().stream().map(Quantity::unit).toList();
        boolean told = units.size() == channels.size() && units.stream().anyMatch(unit -> !unit.isEmpty());
        return told ? String.join(",", units) : "as recorded";
    }

    /** Options of a data set with a window and a rate of its own. */
    static DataOptions withDefaults(DataOptions options, WindowOptions window, double rateHertz) {
        SignalOptions told = options.signals();
        return new DataOptions(
                options.synthetic(),
                options.classes(),
                options.columns(),
                options.test(),
                new SignalOptions(
                        told.window().or(() -> Optional.of(window)),
                        told.time(),
                        told.rateHertz() == 0 ? rateHertz : told.rateHertz(),
                        told.groupFile()),
                options.image());
    }

    static Dataset of(Origin origin, SignalRows recorded, long seed, DataOptions data, SignalDefects defects) {
        WindowOptions options = data.signals().window().orElse(WindowOptions.DEFAULT);
        double rate = data.signals().rateHertz();
        if (recorded.count() < 2) {
            throw new BadInputException(
                    origin.where() + ": has " + recorded.count() + " rows, more are needed for a window");
        }
        SignalRows rows = rate == 0 ? recorded : Resample.of(recorded, rate, defects);
        double interval = rate == 0 ? medianInterval(rows) : MICROS_PER_SECOND / rate;
        int[] starts = windowStarts(rows, interval, options);
        if (starts.length == 0) {
            throw new BadInputException(origin.where() + ": no stretch of one label is " + options.length()
                    + " rows long without a gap; record longer, or give a shorter window");
        }
        Samples all = samples(rows, starts, options.length());
        return split(
                        origin,
                        rows,
                        interval,
                        all,
                        starts,
                        options,
                        seed,
                        data.test().orElse(TestSplit.STANDARD))
                .withNotes(defects.notes());
    }

    /** Names of the groups that the split holds back for the test; none if groups are not told apart. */
    static Set<String> testGroups(Origin origin, SignalRows rows, long seed, DataOptions data) {
        Dataset dataset = of(origin, rows, seed, data, new SignalDefects());
        if (!rows.grouped() || dataset.testsOnTraining()) {
            return Set.of();
        }
        return Arrays.stream(dataset.test().groups())
                .mapToObj(rows.groupNames()::get)
                .collect(Collectors.toSet());
    }

    private static Dataset split(
            Origin origin,
            SignalRows rows,
            double interval,
            Samples all,
            int[] starts,
            WindowOptions options,
            long seed,
            TestSplit test) {
        return switch (test) {
            case TestSplit.TrainingSamples() -> dataset(origin, rows, interval, all, all);
            case TestSplit.Share(double share) -> {
                SampleSplit split = rows.grouped()
                        ? SampleSplit.byGroup(origin.where(), all, rows.labelNames(), seed, share)
                        : SampleSplit.byTime(origin.where(), all, rows.labelNames(), starts, options.length(), share);
                yield dataset(origin, rows, interval, all.subset(split.train()), all.subset(split.test()));
            }
            case TestSplit.File file ->
                throw new BadInputException(
                        origin.where() + ": data has the key test_file, but that is for tables; give"
                                + " signals of other persons a group of their own");
        };
    }

    private static Dataset dataset(Origin origin, SignalRows rows, double interval, Samples train, Samples test) {
        return new Dataset(
                origin.name(),
                false,
                train.shape(),
                rows.labelNames(),
                origin.unit(),
                rows.channels(),
                MICROS_PER_SECOND / interval,
                train,
                test);
    }

    /** In microseconds; intervals between files and groups do not count. */
    private static double medianInterval(SignalRows rows) {
        boolean[] starts = rows.recordingStarts();
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

    /** First rows of all windows that lie within one recording, one label, and no gap. */
    private static int[] windowStarts(SignalRows rows, double interval, WindowOptions options) {
        boolean[] breaks = rows.recordingStarts();
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
