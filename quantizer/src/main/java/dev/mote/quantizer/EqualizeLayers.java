package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import java.util.Arrays;
import java.util.Map;

/**
 * {@code CONV(W1, b1) -> RELU -> CONV(W2)  becomes  CONV(W1 / s, b1 / s) -> RELU -> CONV(W2 * s)}, with a scale s above 0 for each channel
 * between the two. Float outputs stay the same, for RELU(x / s) = RELU(x) / s; likewise through pooling, padding, mean and reshape, and
 * with depthwise convolutions and dense layers. Source: Nagel et al., Data-Free Quantization Through Weight Equalization and Bias
 * Correction, 2019, section 4.1.
 */
final class EqualizeLayers {
    /** Ranges of weights change with both neighbours, so that several rounds are needed; of activations, one settles it. */
    private static final int ROUNDS = 20;

    /** A channel's scale stays within this factor of the others'. */
    private static final double LARGEST_SCALE = 1024;

    private final Graph graph;
    private final Equalization by;
    private final ReplaceConstants constants;

    private EqualizeLayers(Graph graph, Equalization by) {
        this.graph = graph;
        this.by = by;
        this.constants = new ReplaceConstants(graph);
    }

    static Graph apply(Graph graph, Equalization by, Calibration calibration) {
        EqualizeLayers rewrite = new EqualizeLayers(graph, by);
        return switch (by) {
            case NONE -> graph;
            case WEIGHTS -> {
                for (int round = 0; round < ROUNDS; round++) {
                    FindChains.of(graph)
                            .forEach(chain -> rewrite.equalize(chain, rewrite.ranges(chain.first(), chain.channels())));
                }
                yield rewrite.constants.graph();
            }
            case ACTIVATIONS -> {
                Map<Integer, float[]> peaks = ChannelPeaks.observe(Interpreter.of(graph), calibration);
                FindChains.of(graph).forEach(chain -> rewrite.equalize(chain, rewrite.peaks(chain, peaks)));
                yield rewrite.constants.graph();
            }
        };
    }

    private double[] peaks(FindChains.Chain chain, Map<Integer, float[]> peaks) {
        float[] own = peaks.get(graph.nodes().get(chain.first()).output());
        double[] ranges = new double[own.length];
        Arrays.setAll(ranges, c -> own[c]);
        return ranges;
    }

    /** @param before range of each channel on the side of the first layer */
    private void equalize(FindChains.Chain chain, double[] before) {
        Node second = graph.nodes().get(chain.second());
        double[] after = inputRanges(chain);
        // A depthwise layer has a weight scale for each channel anyway: only what it reads has to become even.
        boolean onlyBefore = by == Equalization.ACTIVATIONS && second.operator() instanceof Operator.DepthwiseConv2d;
        double[] scales = new double[chain.channels()];
        for (int c = 0; c < scales.length; c++) {
            boolean idle = !(before[c] > 0 && after[c] > 0);
            scales[c] = idle ? Double.NaN : onlyBefore ? before[c] : Math.sqrt(before[c] / after[c]);
        }
        normalize(scales, before);
        scale(chain.first(), 1, outputChannels(chain.first()), scales, true);
        int bias = bias(chain.first());
        if (constants.has(chain.first(), bias)) {
            scale(chain.first(), bias, c -> c, scales, true);
        }
        scale(chain.second(), 1, inputChannels(chain.second()), scales, false);
    }

    /** Keeps the greatest range before the scaling, and leaves channels alone that are always 0 or that nothing reads. */
    private static void normalize(double[] scales, double[] before) {
        double largest = 0;
        double scaled = 0;
        for (int c = 0; c < scales.length; c++) {
            if (scales[c] > 0) {
                largest = Math.max(largest, before[c]);
                scaled = Math.max(scaled, before[c] / scales[c]);
            }
        }
        for (int c = 0; c < scales.length; c++) {
            scales[c] = scales[c] > 0 ? Math.clamp(scales[c] * scaled / largest, 1 / LARGEST_SCALE, LARGEST_SCALE) : 1;
        }
    }

    private int bias(int node) {
        return ((Operator.Weighted) graph.nodes().get(node).operator()).bias();
    }

    /** Channel of a weight by its index. */
    private interface Channel {
        int of(int index);
    }

    private Channel outputChannels(int node) {
        Shape weights = graph.input(graph.nodes().get(node), 1).shape();
        int axis = OperatorRules.weightsAxis(graph.nodes().get(node).operator()).orElseThrow();
        int inner = weights.elements(axis + 1, weights.rank());
        int channels = weights.dimension(axis);
        return index -> index / inner % channels;
    }

    private Channel inputChannels(int node) {
        Shape weights = graph.input(graph.nodes().get(node), 1).shape();
        int inner = weights.dimension(-1);
        return graph.nodes().get(node).operator() instanceof Operator.DepthwiseConv2d(var w, int multiplier, var a)
                ? index -> index % inner / multiplier
                : index -> index % inner;
    }

    private double[] inputRanges(FindChains.Chain chain) {
        return ranges(constants.values(chain.second(), 1), inputChannels(chain.second()), chain.channels());
    }

    private double[] ranges(int node, int channels) {
        return ranges(constants.values(node, 1), outputChannels(node), channels);
    }

    private static double[] ranges(float[] values, Channel channel, int channels) {
        double[] ranges = new double[channels];
        for (int i = 0; i < values.length; i++) {
            int c = channel.of(i) % channels;
            ranges[c] = Math.max(ranges[c], Math.abs((double) values[i]));
        }
        return ranges;
    }

    private void scale(int node, int position, Channel channel, double[] scales, boolean divide) {
        float[] values = constants.values(node, position);
        for (int i = 0; i < values.length; i++) {
            double scale = scales[channel.of(i) % scales.length];
            values[i] = (float) (divide ? values[i] / scale : values[i] * scale);
        }
        constants.replace(node, position, values);
    }
}
