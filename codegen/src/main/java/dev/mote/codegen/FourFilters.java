package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights of filters in the order in which {@code mote_conv2d_s8_mve} reads them: elements column by column, those of four filters
 * taking turns by chunks of 16; what is left of each filter follows. Filters behind the last four are whole.
 */
final class FourFilters {
    private static final int FILTERS = 4;
    private static final int CHUNK = 16;

    private final int[] values;
    private final int filter;

    private FourFilters(int[] values, int filter) {
        this.values = values;
        this.filter = filter;
    }

    /** @param weights [outC, kernelH, kernelW, inC] */
    static List<ConstantArray.Row> rows(int[] weights, WindowGeometry g) {
        int filter = weights.length / g.outputC();
        return new FourFilters(byColumns(weights, g), filter).rows(g.outputC());
    }

    /** [outC, kernelH, kernelW, inC] -> [outC, kernelW, kernelH, inC]. */
    private static int[] byColumns(int[] weights, WindowGeometry g) {
        int[] turned = new int[weights.length];
        int i = 0;
        for (int channel = 0; channel < g.outputC(); channel++) {
            for (int x = 0; x < g.kernelW(); x++) {
                for (int y = 0; y < g.kernelH(); y++) {
                    int from = ((channel * g.kernelH() + y) * g.kernelW() + x) * g.inputC();
                    System.arraycopy(weights, from, turned, i, g.inputC());
                    i += g.inputC();
                }
            }
        }
        return turned;
    }

    private List<ConstantArray.Row> rows(int filters) {
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int first = 0; first < filters; ) {
            boolean four = first + FILTERS <= filters;
            String label =
                    four ? "channels %d to %d by chunks".formatted(first, first + FILTERS - 1) : "channel " + first;
            int count = four ? FILTERS : 1;
            rows.add(new ConstantArray.Row(label, chunks(first, count)));
            first += count;
        }
        return rows;
    }

    private int[] chunks(int first, int count) {
        int[] packed = new int[count * filter];
        int i = 0;
        for (int begin = 0; begin < filter; begin += CHUNK) {
            int length = Math.min(CHUNK, filter - begin);
            for (int k = first; k < first + count; k++) {
                System.arraycopy(values, k * filter + begin, packed, i, length);
                i += length;
            }
        }
        return packed;
    }
}
