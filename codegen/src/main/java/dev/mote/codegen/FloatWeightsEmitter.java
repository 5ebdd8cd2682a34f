package dev.mote.codegen;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;

/** float32 layers with weights, which keep the order of the model file. */
final class FloatWeightsEmitter {
    private static final int RANGE_BYTES = 2 * 4;

    private FloatWeightsEmitter() {}

    static LayerCode conv2d(FloatLayer.Conv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int groupInC = g.inputC() / layer.groups();
        ConstantArray weights = weights(
                scope,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c%s]"
                        .formatted(
                                g.outputC(), g.kernelH(), g.kernelW(), groupInC, layer.groups() > 1 ? " / groups" : ""),
                ConstantArray.rows(
                        Numbers.of(layer.weights().floats()), g.kernelH() * g.kernelW() * groupInC, "channel"));
        ConstantArray bias = bias(scope, layer.bias());
        String text = WindowText.initializer(g)
                + """
                .group_in_c = %d,
                .group_out_c = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(groupInC, g.outputC() / layer.groups(), weights.name(), bias.name())
                + range(layer.activation());
        return LayerCode.of(
                        List.of(weights, bias),
                        List.of(WindowText.note(g)),
                        Kernel.CONV_2D_F32,
                        scope.name("params"),
                        WindowText.STRUCT_BYTES + 4 * 4 + RANGE_BYTES,
                        text)
                .withOverlap(Overlap.window(g, Float.BYTES, g.outputC() - 1));
    }

    static LayerCode depthwise(FloatLayer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        ConstantArray weights = weights(
                scope,
                "[%d, %d, %d] = [kernel_h, kernel_w, out_c]".formatted(g.kernelH(), g.kernelW(), g.outputC()),
                ConstantArray.rows(Numbers.of(layer.weights().floats()), g.outputC(), "tap"));
        ConstantArray bias = bias(scope, layer.bias());
        String text = WindowText.initializer(g)
                + """
                .depth_multiplier = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.depthMultiplier(), weights.name(), bias.name())
                + range(layer.activation());
        return LayerCode.of(
                        List.of(weights, bias),
                        List.of(WindowText.note(g)),
                        Kernel.DEPTHWISE_CONV_2D_F32,
                        scope.name("params"),
                        WindowText.STRUCT_BYTES + 3 * 4 + RANGE_BYTES,
                        text)
                .withOverlap(Overlap.window(g, Float.BYTES, g.outputC() - g.inputC()));
    }

    static LayerCode transposeConv(FloatLayer.TransposeConv layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        ConstantArray weights = weights(
                scope,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c]"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                ConstantArray.rows(
                        Numbers.of(layer.weights().floats()), g.kernelH() * g.kernelW() * g.inputC(), "channel"));
        ConstantArray bias = bias(scope, layer.bias());
        String text =
                WindowText.initializer(g) + """
                .weights = %s,
                .bias = %s,
                """.formatted(weights.name(), bias.name()) + range(layer.activation());
        return LayerCode.of(
                List.of(weights, bias),
                List.of(WindowText.transposedNote(g)),
                Kernel.TRANSPOSE_CONV_F32,
                scope.name("params"),
                WindowText.STRUCT_BYTES + 2 * 4 + RANGE_BYTES,
                text);
    }

    static LayerCode fullyConnected(FloatLayer.FullyConnected layer, LayerScope scope) {
        ConstantArray weights = weights(
                scope,
                "[%d, %d] = [outputs, inputs]".formatted(layer.outputs(), layer.inputs()),
                ConstantArray.rows(Numbers.of(layer.weights().floats()), layer.inputs(), "channel"));
        ConstantArray bias = bias(scope, layer.bias());
        String text = """
                .batches = %d,
                .inputs = %d,
                .outputs = %d,
                .weights = %s,
                .bias = %s,
                """.formatted(layer.batches(), layer.inputs(), layer.outputs(), weights.name(), bias.name())
                + range(layer.activation());
        return LayerCode.of(
                        List.of(weights, bias),
                        List.of(),
                        Kernel.FULLY_CONNECTED_F32,
                        scope.name("params"),
                        5 * 4 + RANGE_BYTES,
                        text)
                .withOverlap(Overlap.rows(
                        layer.batches(), layer.inputs(), layer.outputs(), Float.BYTES, layer.outputs() - 1));
    }

    private static ConstantArray weights(LayerScope scope, String comment, List<ConstantArray.Row> rows) {
        return new ConstantArray(scope.name("weights"), ConstantArray.Type.FLOAT32, comment, rows);
    }

    private static ConstantArray bias(LayerScope scope, TensorData values) {
        return new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.FLOAT32,
                "[out_c]",
                List.of(new ConstantArray.Row("", Numbers.of(values.floats()))));
    }

    /** The clamp of a fused activation. */
    static String range(Activation activation) {
        return ".range = {.min = %s, .max = %s},\n"
                .formatted(CText.number(activation.min()), CText.number(activation.max()));
    }
}
