package dev.mote.codegen;

import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.List;

/** Convolutions and fully connected layers of int16. Weights are grouped by output channel. */
final class Int16WeightedEmitter {
    /** Of {@code mote_output_s16}, which holds a pointer and a flag besides the scaling. */
    private static final int OUTPUT_BYTES = 2 * 4 + Scaling.STRUCT_BYTES;

    private static final int CONV_2D_BYTES = WindowText.STRUCT_BYTES + 3 * 4 + OUTPUT_BYTES;
    private static final int DEPTHWISE_BYTES = WindowText.STRUCT_BYTES + 2 * 4 + OUTPUT_BYTES;
    private static final int TRANSPOSE_CONV_BYTES = WindowText.STRUCT_BYTES + 4 + OUTPUT_BYTES;
    private static final int FULLY_CONNECTED_BYTES = 4 * 4 + OUTPUT_BYTES;

    private Int16WeightedEmitter() {}

    static LayerCode conv2d(Int16Layer.Conv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int groupInC = g.inputC() / layer.groups();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c%s]"
                        .formatted(
                                g.outputC(), g.kernelH(), g.kernelW(), groupInC, layer.groups() > 1 ? " / groups" : ""),
                ConstantArray.rows(
                        WeightValues.int8(layer.weights()), g.kernelH() * g.kernelW() * groupInC, "channel"));
        Output output = output(layer.stage(), layer.stage().bias().longs(), "[out_c]", scope);
        String text = WindowText.initializer(g)
                + """
                .group_in_c = %d,
                .group_out_c = %d,
                .weights = %s,
                """.formatted(groupInC, g.outputC() / layer.groups(), weights.name())
                + output.initializer();
        return LayerCode.of(
                        output.with(weights),
                        List.of(WindowText.note(g), output.note()),
                        Kernel.CONV_2D_S16,
                        scope.name("params"),
                        CONV_2D_BYTES,
                        text)
                .withOverlap(Overlap.window(g, Short.BYTES, g.outputC() - 1));
    }

    static LayerCode depthwise(Int16Layer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d] = [out_c, kernel_h, kernel_w]".formatted(g.outputC(), g.kernelH(), g.kernelW()),
                ConstantArray.rows(
                        WeightValues.channelsFirst(WeightValues.int8(layer.weights()), g.outputC()),
                        g.kernelH() * g.kernelW(),
                        "channel"));
        Output output = output(layer.stage(), layer.stage().bias().longs(), "[out_c]", scope);
        String text = WindowText.initializer(g)
                + """
                .depth_multiplier = %d,
                .weights = %s,
                """.formatted(layer.depthMultiplier(), weights.name())
                + output.initializer();
        return LayerCode.of(
                        output.with(weights),
                        List.of(WindowText.note(g), output.note()),
                        Kernel.DEPTHWISE_CONV_2D_S16,
                        scope.name("params"),
                        DEPTHWISE_BYTES,
                        text)
                .withOverlap(Overlap.window(g, Short.BYTES, g.outputC() - g.inputC()));
    }

    static LayerCode transposeConv(Int16Layer.TransposeConv layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c]"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                ConstantArray.rows(
                        WeightValues.int8(layer.weights()), g.kernelH() * g.kernelW() * g.inputC(), "channel"));
        Output output = output(layer.stage(), layer.stage().bias().longs(), "[out_c]", scope);
        String text = WindowText.initializer(g) + ".weights = %s,\n".formatted(weights.name()) + output.initializer();
        return LayerCode.of(
                output.with(weights),
                List.of(WindowText.transposedNote(g), output.note()),
                Kernel.TRANSPOSE_CONV_S16,
                scope.name("params"),
                TRANSPOSE_CONV_BYTES,
                text);
    }

    static LayerCode fullyConnected(Int16Layer.FullyConnected layer, LayerScope scope) {
        int[] values = WeightValues.int8(layer.weights());
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d] = [outputs, inputs]".formatted(layer.outputs(), layer.inputs()),
                ConstantArray.rows(values, layer.inputs(), "channel"));
        long[] bias = WeightValues.foldZeroPoint(layer.stage().bias().longs(), values, layer.inputZeroPoint());
        String comment = layer.inputZeroPoint() == 0
                ? "[outputs]"
                : "[outputs], with -input_zero_point * sum(weights of the channel)";
        Output output = output(layer.stage(), bias, comment, scope);
        String text =
                """
                .batches = %d,
                .inputs = %d,
                .outputs = %d,
                .weights = %s,
                """.formatted(layer.batches(), layer.inputs(), layer.outputs(), weights.name()) + output.initializer();
        return LayerCode.of(
                        output.with(weights),
                        List.of(output.note()),
                        Kernel.FULLY_CONNECTED_S16,
                        scope.name("params"),
                        FULLY_CONNECTED_BYTES,
                        text)
                .withOverlap(Overlap.rows(
                        layer.batches(), layer.inputs(), layer.outputs(), Short.BYTES, layer.outputs() - 1));
    }

    /** The way from sums to outputs: its constants, and the part of a parameter struct that names them. */
    private record Output(ConstantArray bias, Scaling scaling, String initializer) {
        List<ConstantArray> with(ConstantArray weights) {
            List<ConstantArray> all = new ArrayList<>(List.of(weights, bias));
            all.addAll(scaling.constants());
            return all;
        }

        String note() {
            return scaling.note();
        }
    }

    private static Output output(Int16Layer.Output stage, long[] biases, String comment, LayerScope scope) {
        ConstantArray bias =
                new ConstantArray(scope.name("bias"), ConstantArray.Type.INT64, comment, rows(Numbers.of(biases)));
        Scaling scaling = Scaling.of(stage.scaling(), stage.zeroPoint(), stage.range(), scope);
        String initializer = """
                .output = {.bias = %s,
                           .wide = %d, /* accumulator of %d bits */
                %s},
                """.formatted(
                bias.name(), stage.wide() ? 1 : 0, stage.wide() ? 64 : 32, scaling.member(" ".repeat(11), "scaling"));
        return new Output(bias, scaling, initializer);
    }

    /** Four biases a line, labelled by the channel of the first. */
    private static List<ConstantArray.Row> rows(Numbers bias) {
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int channel = 0; channel < bias.length(); channel += 4) {
            int count = Math.min(4, bias.length() - channel);
            rows.add(new ConstantArray.Row("from channel " + channel, bias.part(channel, count)));
        }
        return rows;
    }
}
