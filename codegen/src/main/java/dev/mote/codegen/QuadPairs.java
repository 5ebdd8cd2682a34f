package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * Weights of filters in the order in which {@code mote_conv2d_s8_dsp} reads them: those of two filters take turns by quads of four
 * elements. A last quad of three gets a 0; one or two elements are a tail, which follows all quads.
 */
final class QuadPairs {
    private static final int QUAD = 4;

    private final int[] values;
    private final int filter;
    private final int tail;

    private QuadPairs(int[] values, int filter) {
        this.values = values;
        this.filter = filter;
        this.tail = filter % QUAD == QUAD - 1 ? 0 : filter % QUAD;
    }

    /** Quads of a filter of {@code filter} elements, with that of its tail. */
    static int quads(int filter) {
        return Math.ceilDiv(filter, QUAD);
    }

    /** @param values filter after filter, {@code filter} elements each */
    static List<ConstantArray.Row> rows(int[] values, int filter) {
        return new QuadPairs(values, filter).rows();
    }

    private List<ConstantArray.Row> rows() {
        int filters = values.length / filter;
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int first = 0; first + 1 < filters; first += 2) {
            rows.add(new ConstantArray.Row("channels %d, %d by quads".formatted(first, first + 1), quadsOf(first, 2)));
        }
        for (int first = 0; tail > 0 && first + 1 < filters; first += 2) {
            rows.add(new ConstantArray.Row("channels %d, %d, tail".formatted(first, first + 1), tailOf(first, 2)));
        }
        if (filters % 2 != 0) {
            rows.add(new ConstantArray.Row("channel " + (filters - 1), quadsOf(filters - 1, 1)));
            if (tail > 0) {
                rows.add(new ConstantArray.Row("channel " + (filters - 1) + ", tail", tailOf(filters - 1, 1)));
            }
        }
        return rows.stream().filter(row -> row.values().length() > 0).toList();
    }

    private int[] quadsOf(int first, int count) {
        int quads = quads(filter - tail);
        int[] packed = new int[quads * count * QUAD];
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
