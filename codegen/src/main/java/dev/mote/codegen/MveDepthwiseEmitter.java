package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Depthwise convolutions for {@code mote_depthwise_conv2d_s8_mve}; its contract has the meaning of all numbers. */
final class MveDepthwiseEmitter {
    private static final int STRUCT_BYTES = WindowText.STRUCT_BYTES + 5 * 4 + Scaling.STRUCT_BYTES;
    private static final int LEAST_CHANNELS = 4;
    private static final int MOST_ELEMENTS = 240;
    /** Channels that are gathered together. */
    private static final int BLOCK = 16;

    private static final int LANES = 4;
    private static final int PITCH = LANES * BLOCK;
    private static final int CHUNK_BYTES = 48;
    private static final int WEIGHTS_BYTES = BLOCK * 16;

    private MveDepthwiseEmitter() {}

    /** Empty where the kernel does not take the layer. */
    static Optional<LayerCode> emit(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = downColumns(layer.geometry());
        if (layer.depthMultiplier() > 1 || g.outputC() < LEAST_CHANNELS || g.kernelH() * g.kernelW() > MOST_ELEMENTS) {
            return Optional.empty();
        }
        return FastFilters.of(layer).map(filters -> emit(layer, g, filters, scope));
    }

    private static LayerCode emit(
            Int8Layer.DepthwiseConv2d layer, WindowGeometry g, FastFilters filters, LayerScope scope) {
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d] = [out_c, kernel_h, kernel_w]".formatted(g.outputC(), g.kernelH(), g.kernelW()),
                ConstantArray.rows(filters.weights(), g.kernelH() * g.kernelW(), "channel"));
        ConstantArray bias = MveEmitter.bias(filters, scope);
        Scaling scaling = Scaling.of(MveEmitter.scaling(filters), layer.outputZeroPoint(), layer.range(), scope);
        int quads = Math.ceilDiv(g.kernelH(), 4);
        int words = Math.ceilDiv(quads * g.kernelW(), 4);
        int rows = rows(g, quads, words);
        int group = PITCH * quads * ((g.outputW() - 1) * g.strideW() + (g.kernelW() - 1) * g.dilationW() + 1);
        int groups =
                Math.clamp(MveEmitter.bytesToSpare(scope.target().goal()) / group, 1, Math.ceilDiv(g.outputH(), rows));
        String text = WindowText.initializer(g)
                + """
                .input_zero_point = %d,
                .rows = %d,
                .groups = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.inputZeroPoint(), rows, groups, weights.name(), bias.name())
                + scaling.initializer();
        LayerCode code = LayerCode.of(
                        ConvolutionEmitter.constants(weights, bias, scaling),
                        List.of(WindowText.note(g), scaling.note()),
                        Kernel.DEPTHWISE_CONV_2D_MVE,
                        scope.name("params"),
                        STRUCT_BYTES,
                        text)
                .withScratch((CHUNK_BYTES + WEIGHTS_BYTES * rows) * words + BLOCK + group * groups);
        return code.withOverlap(overlap(g, rows * groups));
    }

    /** Channels are made block by block; the last of them some that were made before, if less than four are left. */
    private static Overlap overlap(WindowGeometry g, int rows) {
        if (g.outputC() <= BLOCK) {
            return Overlap.window(g, 1, 0);
        }
        int left = g.outputC() % BLOCK;
        return left > 0 && left < LANES ? Overlap.NONE : Overlap.channels(g, rows);
    }

    /** Output rows that share words. Each needs weights of its own in scratch. */
    private static int rows(WindowGeometry g, int quads, int words) {
        if (g.strideH() % g.dilationH() != 0) {
            return 1;
        }
        int shared = (4 * quads - g.kernelH()) / (g.strideH() / g.dilationH()) + 1;
        return Math.min(Math.min(shared, g.outputH()), Math.max(1, 8 / words));
    }

    /** The same window; a row becomes a column. */
    private static WindowGeometry downColumns(WindowGeometry g) {
        return g.inputH() == 1 && g.outputH() == 1 && g.kernelH() == 1 ? MveEmitter.turned(g) : g;
    }
}
