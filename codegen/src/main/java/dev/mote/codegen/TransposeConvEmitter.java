package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;

/** Transposed convolutions. */
final class TransposeConvEmitter {
    private static final int STRUCT_BYTES = WindowText.STRUCT_BYTES + 3 * 4 + Scaling.STRUCT_BYTES;

    private TransposeConvEmitter() {}

    static LayerCode emit(Int8Layer.TransposeConv layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int filter = g.kernelH() * g.kernelW() * g.inputC();
        scope.requireAtMost(filter, WeightValues.MOST_PRODUCTS / 2, "weights a channel");
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c]"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                ConstantArray.rows(WeightValues.int8(layer.weights()), filter, "channel"));
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[out_c]",
                ConvolutionEmitter.rows(layer.bias().ints()));
        Scaling scaling = Scaling.of(layer.scaling(), layer.outputZeroPoint(), layer.range(), scope);
        String text = WindowText.initializer(g)
                + """
                .input_zero_point = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.inputZeroPoint(), weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                ConvolutionEmitter.constants(weights, bias, scaling),
                List.of(WindowText.transposedNote(g), scaling.note()),
                Kernel.TRANSPOSE_CONV,
                scope.name("params"),
                STRUCT_BYTES,
                text);
    }
}
