package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.StateLayer;
import java.util.List;

/** SVDF: the kernel for its types, and its weights by filter. */
final class SvdfEmitter {
    private static final int SHAPE_BYTES = 5 * 4;
    private static final int INT8_BYTES = SHAPE_BYTES + 7 * 4 + 3 * 4;
    private static final int FLOAT32_BYTES = SHAPE_BYTES + 2 * 4 + 3 * 4;

    private SvdfEmitter() {}

    static LayerCode int8(StateLayer.SvdfInt8 layer, LayerScope scope) {
        StateLayer.SvdfShape shape = layer.shape();
        Weights weights = Weights.of(
                shape, scope, TensorType.INT8, layer.featureWeights(), layer.stateType(), layer.timeWeights());
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.INT32,
                "[units]",
                ConvolutionEmitter.rows(layer.bias().ints()));
        String text = ".common = {\n"
                + CText.indent(
                        "    ",
                        shape(shape)
                                + """
                        %s%s.input_zero_point = %d,
                        .state_zero_point = %d,
                        .output_zero_point = %d,
                        .feature_weights = %s,
                        .bias = %s,
                        """.formatted(
                                                factor("state_factor", layer.stateFactor()),
                                                factor("output_factor", layer.outputFactor()),
                                                layer.inputZeroPoint(),
                                                layer.stateZeroPoint(),
                                                layer.outputZeroPoint(),
                                                weights.feature().name(),
                                                bias.name()))
                + "},\n.time_weights = %s,\n".formatted(weights.time().name());
        Kernel kernel = layer.stateType() == TensorType.INT16 ? Kernel.SVDF_INT16_STATE : Kernel.SVDF;
        return code(weights, bias, kernel, scope, INT8_BYTES, text);
    }

    static LayerCode float32(StateLayer.SvdfFloat layer, LayerScope scope) {
        StateLayer.SvdfShape shape = layer.shape();
        TensorType type = TensorType.FLOAT32;
        Weights weights = Weights.of(shape, scope, type, layer.featureWeights(), type, layer.timeWeights());
        ConstantArray bias = new ConstantArray(
                scope.name("bias"),
                ConstantArray.Type.FLOAT32,
                "[units]",
                ConstantArray.rows(Numbers.of(layer.bias().floats()), shape.units(), "units"));
        String text = shape(shape)
                + """
                .min = %s,
                .max = %s,
                .feature_weights = %s,
                .time_weights = %s,
                .bias = %s,
                """.formatted(
                                CText.number(layer.activation().min()),
                                CText.number(layer.activation().max()),
                                weights.feature().name(),
                                weights.time().name(),
                                bias.name());
        return code(weights, bias, Kernel.SVDF_FLOAT32, scope, FLOAT32_BYTES, text);
    }

    private static LayerCode code(
            Weights weights, ConstantArray bias, Kernel kernel, LayerScope scope, int bytes, String text) {
        return StateCode.of(List.of(weights.feature(), weights.time(), bias), kernel, scope, bytes, text, 1);
    }

    private static String shape(StateLayer.SvdfShape shape) {
        return """
                .shape = {.batches = %d,
                          .inputs = %d,
                          .units = %d,
                          .rank = %d,
                          .memory = %d},
                """.formatted(shape.batches(), shape.inputs(), shape.units(), shape.rank(), shape.memory());
    }

    private static String factor(String name, Multiplier factor) {
        return ".%s = {%d, %d}, /* %s */\n"
                .formatted(name, factor.multiplier(), factor.shift(), CText.rounded(factor.value()));
    }

    /** Both arrays, a row a filter. */
    private record Weights(ConstantArray feature, ConstantArray time) {
        static Weights of(
                StateLayer.SvdfShape shape,
                LayerScope scope,
                TensorType featureType,
                TensorData feature,
                TensorType timeType,
                TensorData time) {
            return new Weights(
                    array(scope.name("feature_weights"), featureType, feature, shape.inputs(), "inputs", shape),
                    array(scope.name("time_weights"), timeType, time, shape.memory(), "memory", shape));
        }

        private static ConstantArray array(
                String name, TensorType type, TensorData data, int length, String word, StateLayer.SvdfShape shape) {
            return new ConstantArray(
                    name,
                    new ConstantArray.Type("MOTE_CONST", CType.of(type)),
                    "[%d, %d, %d] = [units, rank, %s]".formatted(shape.units(), shape.rank(), length, word),
                    ConstantArray.rows(Numbers.of(type, data), length, "filter"));
        }
    }
}
