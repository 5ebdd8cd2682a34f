package dev.mote.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of a user's signal tables, in order, with the places where a recording is interrupted.
 *
 * @param micros time of each row
 * @param values of each row, one a channel
 * @param labels index into {@code labelNames} of each row
 * @param groups index into {@code groupNames} of each row; empty if there is no group column
 * @param fileStarts row at which each file starts
 */
record SignalRows(
        List<String> channels,
        long[] micros,
        float[][] values,
        List<String> labelNames,
        int[] labels,
        List<String> groupNames,
        int[] groups,
        int[] fileStarts) {
    int count() {
        return micros.length;
    }

    /** The same rows, their channels called otherwise. */
    SignalRows withChannels(List<String> names) {
        return new SignalRows(names, micros, values, labelNames, labels, groupNames, groups, fileStarts);
    }

    boolean grouped() {
        return !groupNames.isEmpty();
    }

    /** The rows at which a recording begins: of each file and of each group; and one after the last row, false. */
    boolean[] recordingStarts() {
        boolean[] starts = new boolean[count() + 1];
        for (int start : fileStarts) {
            starts[start] = true;
        }
        for (int row = 1; row < count(); row++) {
            starts[row] |= group(row) != group(row - 1);
        }
        return starts;
    }

    int group(int row) {
        return grouped() ? groups[row] : Samples.NO_GROUP;
    }

    /** Collects rows while files are read; names become indices in alphabetical order at the end. */
    static final class Builder {
        private final List<Long> micros = new ArrayList<>();
        private final List<float[]> values = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<Integer> fileStarts = new ArrayList<>();

        void startFile() {
            fileStarts.add(micros.size());
        }

        /** @param group null if there is no group column */
        void add(long time, float[] row, String label, String group) {
            micros.add(time);
            values.add(row);
            labels.add(label);
            if (group != null) {
                groups.add(group);
            }
        }

        SignalRows build(List<String> channels) {
            Map<String, Integer> labelIndex = index(labels);
            Map<String, Integer> groupIndex = index(groups);
            return new SignalRows(
                    channels,
                    micros.stream().mapToLong(Long::longValue).toArray(),
                    values.toArray(float[][]::new),
                    List.copyOf(labelIndex.keySet()),
                    labels.stream().mapToInt(labelIndex::get).toArray(),
                    List.copyOf(groupIndex.keySet()),
                    groups.stream().mapToInt(groupIndex::get).toArray(),
                    fileStarts.stream().mapToInt(Integer::intValue).toArray());
        }

        private static Map<String, Integer> index(List<String> names) {
            Map<String, Integer> index = new TreeMap<>();
            names.forEach(name -> index.put(name, 0));
            int next = 0;
            for (Map.Entry<String, Integer> entry : index.entrySet()) {
                entry.setValue(next++);
            }
            return index;
        }
    }
}
