package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Depthwise convolutions for {@code mote_depthwise_conv2d_s8_direct_dsp}: the one that is small and needs no scratch. */
final class DirectDepthwise {
    private static final int STRUCT_BYTES = WindowText.SMALL_STRUCT_BYTES + 2 + 4 + DspOutput.STRUCT_BYTES;
    private static final int TOGETHER = 4;

    private DirectDepthwise() {}

    /** Whether the kernel takes a layer of this shape. */
    static boolean takes(Int8Layer.DepthwiseConv2d layer) {
        WindowGeometry g = layer.geometry();
        return layer.depthMultiplier() == 1
                && g.inputC() % TOGETHER == 0
                && g.dilationW() == 1
                && WindowText.isSmall(g);
    }

    /** On a Cortex-M4, about, with all taps inside of the input: its loops counted. */
    static double instructions(WindowGeometry g) {
        double four = 75 + g.kernelH() * (14 + 16.0 * g.kernelW());
        return g.outputPixels() * (60 + g.inputC() / TOGETHER * four);
    }

    /** Empty where the kernel does not take the layer. */
    static Optional<LayerCode> emit(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        if (!takes(layer)) {
            return Optional.empty();
        }
        WindowGeometry g = layer.geometry();
        return FastFilters.of(layer).map(filters -> emit(layer, filters.unfolded(layer.inputZeroPoint()), scope));
    }

    private static LayerCode emit(Int8Layer.DepthwiseConv2d layer, FastFilters filters, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        DspOutput output = DspOutput.of(filters, layer.outputZeroPoint(), layer.range(), scope);
        int[] weights = WeightValues.channelsLast(filters.weights(), g.outputC());
        ConstantArray array = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8_WORDS,
                "[%d, %d, %d] = [kernel_h, kernel_w, out_c]".formatted(g.kernelH(), g.kernelW(), g.outputC()),
                ConstantArray.rows(weights, g.outputC(), "tap"));
        String text =
                WindowText.initializer(g) + """
                .input_zero_point = %d,
                .weights = %s,
                """.formatted(layer.inputZeroPoint(), array.name()) + output.initializer();
        return LayerCode.of(
                        output.constantsAfter(array),
                        List.of(WindowText.note(g)),
                        Kernel.DEPTHWISE_CONV_2D_DIRECT_DSP,
                        scope.name("params"),
                        STRUCT_BYTES,
                        text)
                .withOverlap(Overlap.window(g, 1, 0));
    }
}
