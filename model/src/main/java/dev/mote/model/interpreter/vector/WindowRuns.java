package dev.mote.model.interpreter.vector;

import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.List;

/**
 * The values under a window, in the order of the filter's values, as runs that lie side by side in the padded input.
 *
 * @param starts offsets of the runs from the window's first value
 * @param lengths of the runs
 * @param filterStart index in the filter of the first run's first value
 */
record WindowRuns(int[] starts, int[] lengths, int filterStart) {

    private record Run(int start, int length) {}

    /** All runs of a window over all channels, in parts of {@code longest} values at most. */
    static List<WindowRuns> of(WindowGeometry g, PaddedInput input, int longest) {
        List<WindowRuns> parts = new ArrayList<>();
        List<Run> part = new ArrayList<>();
        int values = 0;
        int filterStart = 0;
        for (Run run : runs(g, input)) {
            for (int done = 0; done < run.length(); ) {
                int length = Math.min(run.length() - done, longest - values);
                part.add(new Run(run.start() + done, length));
                done += length;
                values += length;
                if (values == longest) {
                    parts.add(of(part, filterStart));
                    part.clear();
                    filterStart += values;
                    values = 0;
                }
            }
        }
        if (values > 0) {
            parts.add(of(part, filterStart));
        }
        return parts;
    }

    /** One run for each row of the kernel, or for each tap where it is dilated sideways. */
    private static List<Run> runs(WindowGeometry g, PaddedInput input) {
        List<Run> runs = new ArrayList<>();
        boolean wholeRow = g.dilationW() == 1;
        int length = (wholeRow ? g.kernelW() : 1) * input.channels();
        for (int ky = 0; ky < g.kernelH(); ky++) {
            int row = ky * g.dilationH() * input.rowStride();
            for (int kx = 0; kx < (wholeRow ? 1 : g.kernelW()); kx++) {
                runs.add(new Run(row + kx * g.dilationW() * input.channels(), length));
            }
        }
        return runs;
    }

    private static WindowRuns of(List<Run> runs, int filterStart) {
        return new WindowRuns(
                runs.stream().mapToInt(Run::start).toArray(),
                runs.stream().mapToInt(Run::length).toArray(),
                filterStart);
    }

    int count() {
        int count = 0;
        for (int length : lengths) {
            count += length;
        }
        return count;
    }
}
