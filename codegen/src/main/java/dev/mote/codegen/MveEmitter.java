package dev.mote.codegen;

import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Int8Layer.Range;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Convolutions and fully connected layers for the kernels of {@code mote_mve.h}; empty where a kernel does not take the layer. */
final class MveEmitter {
    private static final int STRUCT_BYTES = WindowText.STRUCT_BYTES + 4 * 4 + Scaling.STRUCT_BYTES;

    private MveEmitter() {}

    static Optional<LayerCode> conv2d(Int8Layer.Conv2d layer, LayerScope scope) {
        WindowGeometry g = alongRows(layer.geometry());
        if (layer.groups() > 1 || g.dilationW() > 1 && g.kernelW() > 1) {
            return Optional.empty();
        }
        return FastFilters.of(layer)
                .map(filters ->
                        filtered(g, filters, layer.inputZeroPoint(), layer.outputZeroPoint(), layer.range(), scope));
    }

    /** As a convolution of 1x1. */
    static Optional<LayerCode> fullyConnected(Int8Layer.FullyConnected layer, LayerScope scope) {
        WindowGeometry g = pixels(layer.batches(), layer.inputs(), layer.outputs());
        return FastFilters.of(layer)
                .map(filters ->
                        filtered(g, filters, layer.inputZeroPoint(), layer.outputZeroPoint(), layer.range(), scope));
    }

    private static LayerCode filtered(
            WindowGeometry g,
            FastFilters filters,
            int inputZeroPoint,
            int outputZeroPoint,
            Range range,
            LayerScope scope) {
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_w, kernel_h, in_c], in the order of mote_conv2d_s8_mve"
                        .formatted(g.outputC(), g.kernelW(), g.kernelH(), g.inputC()),
                FourFilters.rows(filters.weights(), g));
        ConstantArray bias = bias(filters, scope);
        Scaling scaling = Scaling.of(scaling(filters), outputZeroPoint, range, scope);
        int column = g.kernelH() * g.inputC();
        int together = together(g, column, scope.target().goal());
        String text = WindowText.initializer(g)
                + """
                .input_zero_point = %d,
                .pixels = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(inputZeroPoint, together, weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                        ConvolutionEmitter.constants(weights, bias, scaling),
                        List.of(WindowText.note(g), scaling.note()),
                        Kernel.CONV_2D_MVE,
                        scope.name("params"),
                        STRUCT_BYTES,
                        text)
                .withScratch(together == 0 ? 0 : ((together - 1) * g.strideW() + g.kernelW()) * column)
                .withOverlap(Overlap.window(g, 1, together == 0 ? 2 * g.outputC() - 1 : 0));
    }

    static ConstantArray bias(FastFilters filters, LayerScope scope) {
        return new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[out_c], with -input_zero_point * sum(weights of the channel)",
                ConvolutionEmitter.rows(filters.bias()));
    }

    static ChannelScaling scaling(FastFilters filters) {
        return new ChannelScaling(List.of(filters.factors()));
    }

    /** Pixels whose windows are gathered together; 0 where they lie in the input as they are needed. */
    private static int together(WindowGeometry g, int column, Goal goal) {
        if (liesInInput(g)) {
            return 0;
        }
        int columns = bytesToSpare(goal) / column;
        int fit = Math.min((columns - g.kernelW()) / g.strideW() + 1, g.outputW());
        return fit < g.outputW() ? Math.max(fit - fit % 2, 2) : fit;
    }

    /** Scratch that is worth its while. */
    static int bytesToSpare(Goal goal) {
        return switch (goal) {
            case SIZE -> 0;
            case BALANCED -> 1024;
            case SPEED -> 4096;
        };
    }

    private static boolean liesInInput(WindowGeometry g) {
        return g.kernelH() == 1
                && g.padTop() == 0
                && g.padLeft() == 0
                && (g.outputW() - 1) * g.strideW() + g.kernelW() <= g.inputW()
                && (g.outputH() - 1) * g.strideH() < g.inputH();
    }

    /** The same window, with as many pixels a row as can be. */
    private static WindowGeometry alongRows(WindowGeometry g) {
        boolean isPoint = g.kernelH() == 1 && g.kernelW() == 1 && g.strideH() == 1 && g.strideW() == 1;
        if (isPoint && g.inputPixels() == g.outputPixels()) {
            return pixels(g.inputPixels(), g.inputC(), g.outputC());
        }
        return g.inputW() == 1 && g.outputW() == 1 && g.kernelW() == 1 ? turned(g) : g;
    }

    private static WindowGeometry pixels(int count, int inputC, int outputC) {
        return new WindowGeometry(1, 1, count, inputC, 1, count, outputC, 1, 1, 1, 1, 1, 1, 0, 0);
    }

    /** Rows as columns. Where there is one of either, tensors and weights stay as they are. */
    static WindowGeometry turned(WindowGeometry g) {
        return new WindowGeometry(
                g.batches(),
                g.inputW(),
                g.inputH(),
                g.inputC(),
                g.outputW(),
                g.outputH(),
                g.outputC(),
                g.kernelW(),
                g.kernelH(),
                g.strideW(),
                g.strideH(),
                g.dilationW(),
                g.dilationH(),
                g.padLeft(),
                g.padTop());
    }
}
