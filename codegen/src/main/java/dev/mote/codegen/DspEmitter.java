package dev.mote.codegen;

import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Layers for the kernels of {@code mote_dsp.h}. */
final class DspEmitter {
    private static final int CONV_2D_BYTES = WindowText.STRUCT_BYTES + 3 * 4 + Scaling.STRUCT_BYTES;

    private DspEmitter() {}

    /** Empty where the kernel does not take the layer. */
    static Optional<LayerCode> conv2d(Int8Layer.Conv2d layer, LayerScope scope) {
        if (layer.groups() > 1) {
            return Optional.empty();
        }
        int[] values = WeightValues.int8(layer.weights());
        int[] bias = WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint());
        return FastScaling.of(layer.scaling(), FastScaling.bounds(bias, values))
                .map(fast -> conv2d(layer, values, bias, fast, scope));
    }

    private static LayerCode conv2d(
            Int8Layer.Conv2d layer, int[] values, int[] foldedBias, ChannelScaling fast, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int filter = values.length / g.outputC();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c], packed as mote_dsp.h has it"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                QuadPairs.rows(values, filter));
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[out_c], with -input_zero_point * sum(weights of the channel)",
                ConvolutionEmitter.rows(foldedBias));
        Scaling scaling = Scaling.of(fast, layer.outputZeroPoint(), layer.range(), scope);
        String text = WindowText.initializer(g)
                + """
                .input_zero_point = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.inputZeroPoint(), weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                        ConvolutionEmitter.constants(weights, bias, scaling),
                        List.of(WindowText.note(g), scaling.note()),
                        Kernel.CONV_2D_DSP,
                        scope.name("params"),
                        CONV_2D_BYTES,
                        text)
                .withScratch(QuadPairs.quads(filter) * (2 * 8 + 4) + 8 * (g.outputC() + 1))
                .withOverlap(Overlap.window(g, 1, 0));
    }
}
