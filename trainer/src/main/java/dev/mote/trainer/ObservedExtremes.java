package dev.mote.trainer;

import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.FoldedNetwork;
import dev.mote.trainer.network.ValueRange;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a network before it is rounded, from some training samples: the mean over small groups of their extremes. */
final class ObservedExtremes {
    private static final int GROUPS = 16;
    private static final int GROUP = 16;

    private final Examples examples;
    private final int[] indices;
    private final Invocation invocation;
    private final SortedMap<Integer, Integer> tensors;

    private ObservedExtremes(FoldedNetwork folded, Examples examples, int[] indices) {
        this.examples = examples;
        this.indices = indices;
        ExportNetwork.Exported exported = ExportNetwork.export("observed", folded);
        this.tensors = exported.tensors();
        this.invocation = Interpreter.of(exported.graph()).invocation();
    }

    /**
     * By stage index, the input included.
     *
     * @param indices of the samples that may be used, at least one
     */
    static SortedMap<Integer, ValueRange> of(FoldedNetwork folded, Examples examples, int[] indices) {
        return new ObservedExtremes(folded, examples, indices).observe();
    }

    private SortedMap<Integer, ValueRange> observe() {
        SortedMap<Integer, double[]> sums = new TreeMap<>();
        tensors.keySet().forEach(stage -> sums.put(stage, new double[2]));
        int samples = Math.min(GROUPS * GROUP, indices.length);
        int groups = Math.ceilDiv(samples, GROUP);
        for (int group = 0; group < groups; group++) {
            SortedMap<Integer, double[]> extremes =
                    extremes(group * GROUP, Math.min(samples, (group + 1) * GROUP), samples);
            extremes.forEach((stage, ends) -> {
                sums.get(stage)[0] += ends[0] / groups;
                sums.get(stage)[1] += ends[1] / groups;
            });
        }
        SortedMap<Integer, ValueRange> ranges = new TreeMap<>();
        sums.forEach((stage, ends) -> ranges.put(stage, new ValueRange(ends[0], ends[1])));
        return ranges;
    }

    private SortedMap<Integer, double[]> extremes(int first, int end, int samples) {
        SortedMap<Integer, double[]> extremes = new TreeMap<>();
        tensors.keySet().forEach(stage -> extremes.put(stage, new double[2]));
        float[] input = new float[examples.inputShape().elements()];
        for (int i = first; i < end; i++) {
            examples.copyInput(indices[(int) ((long) i * indices.length / samples)], input, 0);
            invocation.run(input);
            for (Map.Entry<Integer, Integer> tensor : tensors.entrySet()) {
                double[] ends = extremes.get(tensor.getKey());
                for (float value : ((TensorBuffer.Floats) invocation.tensor(tensor.getValue())).values()) {
                    ends[0] = Math.min(ends[0], value);
                    ends[1] = Math.max(ends[1], value);
                }
            }
        }
        return extremes;
    }
}
