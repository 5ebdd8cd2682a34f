package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Convolutions for {@code mote_conv2d_s8_direct_dsp}: the one with little scratch. */
final class DirectConvolution {
    private static final int STRUCT_BYTES = WindowText.SMALL_STRUCT_BYTES + 2 + 4 * 4 + DspOutput.STRUCT_BYTES;

    private DirectConvolution() {}

    /** Empty where the kernel does not take the layer. */
    static Optional<LayerCode> emit(Int8Layer.Conv2d layer, LayerScope scope) {
        return DspEmitter.filters(layer).map(filters -> emit(layer, filters, scope));
    }

    private static LayerCode emit(Int8Layer.Conv2d layer, FastFilters filters, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        DspOutput output = DspOutput.of(filters, layer.outputZeroPoint(), layer.range(), scope);
        int filter = filters.weights().length / g.outputC();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8_WORDS,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c], in the order of mote_fully_connected_s8_dsp"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                PackedFilters.fours(filters.weights(), filter));
        String pixel = """
                .batches = 1,
                .inputs = %d,
                .outputs = %d,
                .weights = %s,
                """.formatted(filter, g.outputC(), weights.name()) + output.initializer();
        String text = WindowText.initializer(g)
                + ".input_zero_point = %d,\n.pixel = {\n".formatted(layer.inputZeroPoint())
                + CText.indent("    ", pixel)
                + "},\n";
        return LayerCode.of(
                        output.constantsAfter(weights),
                        List.of(WindowText.note(g)),
                        Kernel.CONV_2D_DIRECT_DSP,
                        scope.name("params"),
                        STRUCT_BYTES,
                        text)
                .withScratch(4 * PackedFilters.quads(filter))
                .withOverlap(Overlap.window(g, 1, 0));
    }
}
