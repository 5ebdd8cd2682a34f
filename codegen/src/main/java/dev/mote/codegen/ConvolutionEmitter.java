package dev.mote.codegen;

import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Convolutions. Weights are grouped by output channel in both kinds. */
final class ConvolutionEmitter {
    private static final int CONV_2D_BYTES = WindowText.STRUCT_BYTES + 5 * 4 + Scaling.STRUCT_BYTES;
    private static final int DEPTHWISE_BYTES = WindowText.STRUCT_BYTES + 4 * 4 + Scaling.STRUCT_BYTES;

    private ConvolutionEmitter() {}

    /** For the kernels of the target that take the layer. */
    static LayerCode conv2d(Int8Layer.Conv2d layer, LayerScope scope) {
        if (isFullyConnected(layer) && scope.target().core().simd() != Simd.NONE) {
            return FullyConnectedEmitter.emit(ofOnePixel(layer), scope);
        }
        Optional<LayerCode> fast =
                switch (scope.target().core().simd()) {
                    case NONE -> Optional.empty();
                    case DSP -> DspEmitter.conv2d(layer, scope);
                    case MVE -> MveEmitter.conv2d(layer, scope).or(() -> DspEmitter.conv2d(layer, scope));
                };
        return fast.orElseGet(() -> portableConv2d(layer, scope));
    }

    private static LayerCode portableConv2d(Int8Layer.Conv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int groupInC = g.inputC() / layer.groups();
        int filter = g.kernelH() * g.kernelW() * groupInC;
        scope.requireAtMost(filter, WeightValues.MOST_PRODUCTS, "weights a channel");
        int[] values = WeightValues.int8(layer.weights());
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c%s]"
                        .formatted(
                                g.outputC(), g.kernelH(), g.kernelW(), groupInC, layer.groups() > 1 ? " / groups" : ""),
                ConstantArray.rows(values, filter, "channel"));
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[out_c], with -input_zero_point * sum(weights of the channel)",
                rows(WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint())));
        Scaling scaling = Scaling.of(layer.scaling(), layer.outputZeroPoint(), layer.range(), scope);
        String text = WindowText.initializer(g)
                + """
                .group_in_c = %d,
                .group_out_c = %d,
                .input_zero_point = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(
                        groupInC, g.outputC() / layer.groups(), layer.inputZeroPoint(), weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                        constants(weights, bias, scaling),
                        List.of(WindowText.note(g), scaling.note()),
                        Kernel.CONV_2D,
                        scope.name("params"),
                        CONV_2D_BYTES,
                        text)
                .withOverlap(Overlap.window(g, 1, g.outputC() - 1));
    }

    static LayerCode depthwise(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        if (g.inputC() == 1 && scope.target().core().simd() != Simd.NONE) {
            return conv2d(ofOneChannel(layer), scope);
        }
        Optional<LayerCode> fast =
                switch (scope.target().core().simd()) {
                    case NONE -> Optional.empty();
                    case DSP -> dspDepthwise(layer, scope);
                    case MVE -> MveDepthwiseEmitter.emit(layer, scope).or(() -> dspDepthwise(layer, scope));
                };
        return fast.orElseGet(() -> portableDepthwise(layer, scope));
    }

    private static Optional<LayerCode> dspDepthwise(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        return DspEmitter.depthwise(layer, scope).or(() -> DirectDepthwise.emit(layer, scope));
    }

    private static LayerCode portableDepthwise(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int filter = g.kernelH() * g.kernelW();
        scope.requireAtMost(filter, WeightValues.MOST_PRODUCTS / 2, "weights a channel");
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d] = [out_c, kernel_h, kernel_w]".formatted(g.outputC(), g.kernelH(), g.kernelW()),
                ConstantArray.rows(
                        WeightValues.channelsFirst(WeightValues.int8(layer.weights()), g.outputC()),
                        filter,
                        "channel"));
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[out_c]",
                rows(layer.bias().ints()));
        Scaling scaling = Scaling.of(layer.scaling(), layer.outputZeroPoint(), layer.range(), scope);
        String text = WindowText.initializer(g)
                + """
                .depth_multiplier = %d,
                .input_zero_point = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.depthMultiplier(), layer.inputZeroPoint(), weights.name(), bias.name())
                + scaling.initializer();
        return LayerCode.of(
                        constants(weights, bias, scaling),
                        List.of(WindowText.note(g), scaling.note()),
                        Kernel.DEPTHWISE_CONV_2D,
                        scope.name("params"),
                        DEPTHWISE_BYTES,
                        text)
                .withOverlap(Overlap.window(g, 1, g.outputC() - g.inputC()));
    }

    /** Whether the window of the only pixel is the whole input. */
    private static boolean isFullyConnected(Int8Layer.Conv2d layer) {
        WindowGeometry g = layer.geometry();
        return layer.groups() == 1
                && g.outputH() == 1
                && g.outputW() == 1
                && g.padTop() == 0
                && g.padLeft() == 0
                && g.kernelH() == g.inputH()
                && g.kernelW() == g.inputW();
    }

    private static Int8Layer.FullyConnected ofOnePixel(Int8Layer.Conv2d layer) {
        WindowGeometry g = layer.geometry();
        return new Int8Layer.FullyConnected(
                g.batches(),
                g.kernelH() * g.kernelW() * g.inputC(),
                g.outputC(),
                layer.weights(),
                layer.bias(),
                layer.scaling(),
                layer.inputZeroPoint(),
                layer.outputZeroPoint(),
                layer.range());
    }

    /** With one input channel both kinds are the same. */
    private static Int8Layer.Conv2d ofOneChannel(Int8Layer.DepthwiseConv2d layer) {
        WindowGeometry g = layer.geometry();
        int[] weights = WeightValues.channelsFirst(WeightValues.int8(layer.weights()), g.outputC());
        byte[] bytes = new byte[weights.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) weights[i];
        }
        return new Int8Layer.Conv2d(
                g,
                1,
                TensorData.ofBytes(bytes),
                layer.bias(),
                layer.scaling(),
                layer.inputZeroPoint(),
                layer.outputZeroPoint(),
                layer.range());
    }

    /** Eight biases a line, labelled by the channel of the first. */
    static List<ConstantArray.Row> rows(int[] bias) {
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int channel = 0; channel < bias.length; channel += 8) {
            int count = Math.min(8, bias.length - channel);
            int[] values = new int[count];
            System.arraycopy(bias, channel, values, 0, count);
            rows.add(new ConstantArray.Row("from channel " + channel, values));
        }
        return rows;
    }

    static List<ConstantArray> constants(ConstantArray weights, ConstantArray bias, Scaling scaling) {
        List<ConstantArray> constants = new ArrayList<>(List.of(weights, bias));
        constants.addAll(scaling.constants());
        return constants;
    }
}
