package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * Weights of filters in the order in which the kernels of {@code mote_dsp.h} read them: those of a group of filters take turns by
 * quads of four elements. What is left of each filter is its tail; tails follow the quads of all groups. Filters that make no group
 * come last, one by one.
 */
final class PackedFilters {
    private static final int QUAD = 4;

    private final int[] values;
    private final int filter;
    private final int group;
    private final int tail;

    private PackedFilters(int[] values, int filter, int group, int tail) {
        this.values = values;
        this.filter = filter;
        this.group = group;
        this.tail = tail;
    }

    /** Quads of a filter of {@code filter} elements, with that of its tail. */
    static int quads(int filter) {
        return Math.ceilDiv(filter, QUAD);
    }

    /**
     * By pairs, as convolutions read them. A tail of three becomes a quad with a 0.
     *
     * @param values filter after filter, {@code filter} elements each
     */
    static List<ConstantArray.Row> pairs(int[] values, int filter) {
        int tail = filter % QUAD == QUAD - 1 ? 0 : filter % QUAD;
        return new PackedFilters(values, filter, 2, tail).rows();
    }

    /**
     * By fours, as fully connected layers read them.
     *
     * @param values output after output, {@code filter} elements each
     */
    static List<ConstantArray.Row> fours(int[] values, int filter) {
        return new PackedFilters(values, filter, 4, filter % QUAD).rows();
    }

    private List<ConstantArray.Row> rows() {
        int filters = values.length / filter;
        int grouped = filters / group * group;
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int first = 0; first < grouped; first += group) {
            String label = "channels %d to %d, by quads".formatted(first, first + group - 1);
            rows.add(new ConstantArray.Row(label, quadsOf(first, group)));
        }
        for (int first = 0; first < grouped; first += group) {
            String label = "channels %d to %d, the last of each".formatted(first, first + group - 1);
            rows.add(new ConstantArray.Row(label, tailOf(first, group)));
        }
        for (int left = grouped; left < filters; left++) {
            rows.add(new ConstantArray.Row("channel " + left, quadsOf(left, 1)));
            rows.add(new ConstantArray.Row("channel " + left + ", the last", tailOf(left, 1)));
        }
        return rows.stream().filter(row -> row.values().length() > 0).toList();
    }

    private int[] quadsOf(int first, int count) {
        int[] packed = new int[quads(filter - tail) * count * QUAD];
        for (int i = 0; i < packed.length; i++) {
            int element = i / (count * QUAD) * QUAD + i % QUAD;
            packed[i] = element < filter ? values[(first + i / QUAD % count) * filter + element] : 0;
        }
        return packed;
    }

    private int[] tailOf(int first, int count) {
        int[] packed = new int[tail * count];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = values[(first + i % count) * filter + filter - tail + i / count];
        }
        return packed;
    }
}
