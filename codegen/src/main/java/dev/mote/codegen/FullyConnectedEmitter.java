package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Fully connected layers. */
final class FullyConnectedEmitter {
    private static final int STRUCT_BYTES = 5 * 4 + Scaling.STRUCT_BYTES;

    private FullyConnectedEmitter() {}

    /** For the kernel of the target that takes the layer. */
    static LayerCode emit(Int8Layer.FullyConnected layer, LayerScope scope) {
        scope.requireAtMost(layer.inputs(), WeightValues.MOST_PRODUCTS, "weights a channel");
        Optional<LayerCode> fast =
                switch (scope.target().core().simd()) {
                    case NONE -> Optional.empty();
                    case DSP -> asConvolution(layer, scope).or(() -> DspEmitter.fullyConnected(layer, scope));
                    case MVE -> MveEmitter.fullyConnected(layer, scope);
                };
        return fast.orElseGet(() -> portable(layer, scope));
    }

    /** Where a convolution's kernel is there anyway, and its scratch is no burden, it takes the place of another kernel. */
    private static Optional<LayerCode> asConvolution(Int8Layer.FullyConnected layer, LayerScope scope) {
        if (scope.target().goal() != Goal.SIZE || !scope.model().convolves()) {
            return Optional.empty();
        }
        WindowGeometry pixels = new WindowGeometry(
                1, layer.batches(), 1, layer.inputs(), layer.batches(), 1, layer.outputs(), 1, 1, 1, 1, 1, 1, 0, 0);
        Int8Layer.Conv2d conv = new Int8Layer.Conv2d(
                pixels,
                1,
                layer.weights(),
                layer.bias(),
                layer.scaling(),
                layer.inputZeroPoint(),
                layer.outputZeroPoint(),
                layer.range());
        return DspEmitter.conv2d(conv, scope)
                .filter(code -> 4L * code.scratchBytes() <= scope.model().largestTensor());
    }

    private static LayerCode portable(Int8Layer.FullyConnected layer, LayerScope scope) {
        int[] values = WeightValues.int8(layer.weights());
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d] = [outputs, inputs]".formatted(layer.outputs(), layer.inputs()),
                ConstantArray.rows(values, layer.inputs(), "channel"));
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[outputs], with -input_zero_point * sum(weights of the channel)",
                ConvolutionEmitter.rows(
                        WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint())));
        Scaling scaling = Scaling.of(layer.scaling(), layer.outputZeroPoint(), layer.range(), scope);
        String text = """
                .batches = %d,
                .inputs = %d,
                .outputs = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.batches(), layer.inputs(), layer.outputs(), weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                        ConvolutionEmitter.constants(weights, bias, scaling),
                        List.of(scaling.note()),
                        Kernel.FULLY_CONNECTED,
                        scope.name("params"),
                        STRUCT_BYTES,
                        text)
                .withOverlap(Overlap.rows(layer.batches(), layer.inputs(), layer.outputs(), 1, layer.outputs() - 1));
    }
}
