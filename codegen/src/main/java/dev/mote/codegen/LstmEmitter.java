package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.StateLayer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** LSTM: weights and biases of the four gates of a unit next to each other, since the kernels finish a unit before the next. */
final class LstmEmitter {
    private static final int SHAPE_BYTES = 6 * 4;
    private static final int CELL_BYTES = 9 * 4;
    private static final int FACTOR_BYTES = 8 * 8;
    private static final int INTEGER_BYTES = SHAPE_BYTES + CELL_BYTES + FACTOR_BYTES + 4 * 4;
    private static final int FLOAT32_BYTES = SHAPE_BYTES + 4 * 4;

    private LstmEmitter() {}

    static LayerCode integer(StateLayer.LstmInteger layer, LayerScope scope) {
        return layer.dataType() == TensorType.INT16 ? int16(layer, scope) : int8(layer, scope);
    }

    private static LayerCode int8(StateLayer.LstmInteger layer, LayerScope scope) {
        StateLayer.LstmShape shape = layer.shape();
        scope.requireAtMost(Math.max(shape.inputs(), shape.units()), WeightValues.MOST_PRODUCTS, "weights a gate");
        List<ConstantArray> constants = weights(layer.gates(), TensorType.INT8, shape, scope);
        constants.add(new ConstantArray(
                scope.name("input_bias"),
                ConstantArray.Type.INT32,
                "[units, 4], with -input_zero_point * sum(weights of the gate)",
                ConstantArray.rows(
                        WeightValues.foldZeroPoint(
                                interleaved(layer.gates(), StateLayer.Gate::bias, 4)
                                        .ints(),
                                WeightValues.int8(
                                        interleaved(layer.gates(), StateLayer.Gate::inputWeights, shape.inputs())),
                                layer.inputZeroPoint()),
                        LstmInputs.GATES,
                        "unit")));
        String hiddenBias = "0";
        if (layer.hiddenZeroPoint() != 0) {
            constants.add(new ConstantArray(
                    scope.name("hidden_bias"),
                    ConstantArray.Type.INT32,
                    "[units, 4]: -hidden_zero_point * sum(weights of the gate)",
                    ConstantArray.rows(
                            WeightValues.foldZeroPoint(
                                    new int[LstmInputs.GATES * shape.units()],
                                    WeightValues.int8(
                                            interleaved(layer.gates(), StateLayer.Gate::hiddenWeights, shape.units())),
                                    layer.hiddenZeroPoint()),
                            LstmInputs.GATES,
                            "unit")));
            hiddenBias = constants.getLast().name();
        }
        String text = shape(shape)
                + cell(layer)
                + pointers(constants)
                + ".hidden_bias = %s,\n".formatted(hiddenBias)
                + factors("input_factors", layer, StateLayer.GateFactors::input)
                + factors("hidden_factors", layer, StateLayer.GateFactors::hidden);
        return StateCode.of(constants, Kernel.LSTM, scope, INTEGER_BYTES, text, 2);
    }

    private static LayerCode int16(StateLayer.LstmInteger layer, LayerScope scope) {
        StateLayer.LstmShape shape = layer.shape();
        List<ConstantArray> constants = weights(layer.gates(), TensorType.INT8, shape, scope);
        TensorData bias = interleaved(layer.gates(), StateLayer.Gate::bias, 8);
        constants.add(new ConstantArray(
                scope.name("input_bias"),
                ConstantArray.Type.INT64,
                "[units, 4]",
                ConstantArray.rows(Numbers.of(TensorType.INT64, bias), LstmInputs.GATES, "unit")));
        String text = shape(shape)
                + cell(layer)
                + pointers(constants)
                + ".input_zero_point = %d,\n".formatted(layer.inputZeroPoint())
                + factors("input_factors", layer, StateLayer.GateFactors::input)
                + factors("hidden_factors", layer, StateLayer.GateFactors::hidden);
        return StateCode.of(constants, Kernel.LSTM_INT16, scope, INTEGER_BYTES, text, 2);
    }

    static LayerCode float32(StateLayer.LstmFloat layer, LayerScope scope) {
        StateLayer.LstmShape shape = layer.shape();
        List<ConstantArray> constants = weights(layer.gates(), TensorType.FLOAT32, shape, scope);
        TensorData bias = interleaved(layer.gates(), StateLayer.Gate::bias, 4);
        constants.add(new ConstantArray(
                scope.name("input_bias"),
                ConstantArray.Type.FLOAT32,
                "[units, 4]",
                ConstantArray.rows(Numbers.of(TensorType.FLOAT32, bias), LstmInputs.GATES, "unit")));
        String text =
                shape(shape) + ".cell_clip = %s,\n".formatted(CText.number(layer.cellClip())) + pointers(constants);
        return StateCode.of(constants, Kernel.LSTM_FLOAT32, scope, FLOAT32_BYTES, text, 2);
    }

    /** Input and hidden weights. */
    private static List<ConstantArray> weights(
            List<StateLayer.Gate> gates, TensorType type, StateLayer.LstmShape shape, LayerScope scope) {
        List<ConstantArray> constants = new ArrayList<>();
        constants.add(array(
                scope.name("input_weights"),
                type,
                shape,
                shape.inputs(),
                "inputs",
                interleaved(gates, StateLayer.Gate::inputWeights, shape.inputs() * type.bytes())));
        constants.add(array(
                scope.name("hidden_weights"),
                type,
                shape,
                shape.units(),
                "units",
                interleaved(gates, StateLayer.Gate::hiddenWeights, shape.units() * type.bytes())));
        return constants;
    }

    private static ConstantArray array(
            String name, TensorType type, StateLayer.LstmShape shape, int length, String word, TensorData data) {
        return new ConstantArray(
                name,
                new ConstantArray.Type("MOTE_CONST", CType.of(type)),
                "[%d, 4, %d] = [units, gates, %s]; gates: input, forget, new, output"
                        .formatted(shape.units(), length, word),
                ConstantArray.rows(Numbers.of(type, data), LstmInputs.GATES * length, "unit"));
    }

    /** For each unit the pieces of {@code bytes} bytes of all gates. */
    private static TensorData interleaved(
            List<StateLayer.Gate> gates, Function<StateLayer.Gate, TensorData> part, int bytes) {
        List<byte[]> parts =
                gates.stream().map(gate -> part.apply(gate).bytes()).toList();
        int length = parts.getFirst().length;
        ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(length, parts.size()));
        for (int start = 0; start < length; start += bytes) {
            for (byte[] one : parts) {
                all.put(one, start, bytes);
            }
        }
        return TensorData.ofBytes(all.array());
    }

    private static String shape(StateLayer.LstmShape shape) {
        return """
                .shape = {.batches = %d,
                          .steps = %d,
                          .inputs = %d,
                          .units = %d,
                          .step_rows = %d,
                          .batch_rows = %d},
                """.formatted(
                        shape.batches(),
                        shape.steps(),
                        shape.inputs(),
                        shape.units(),
                        shape.timeMajor() ? shape.batches() : 1,
                        shape.timeMajor() ? 1 : shape.steps());
    }

    private static String cell(StateLayer.LstmInteger layer) {
        return """
                .cell = {.new_factor = %s,
                         .hidden_factor = %s,
                         .hidden_zero_point = %d,
                         .tanh_multiplier = %d,
                         .tanh_shift = %d,
                         .cell_min = %d,
                         .cell_max = %d},
                """.formatted(
                        pair(layer.newFactor()),
                        pair(layer.hiddenFactor()),
                        layer.hiddenZeroPoint(),
                        layer.tanhScale().multiplier(),
                        layer.tanhScale().shift(),
                        layer.cellMin(),
                        layer.cellMax());
    }

    private static String pointers(List<ConstantArray> constants) {
        return """
                .input_weights = %s,
                .hidden_weights = %s,
                .input_bias = %s,
                """.formatted(
                        constants.get(0).name(),
                        constants.get(1).name(),
                        constants.get(2).name());
    }

    private static String factors(
            String name, StateLayer.LstmInteger layer, Function<StateLayer.GateFactors, Multiplier> part) {
        return ".%s = {%s},\n"
                .formatted(
                        name,
                        layer.factors().stream()
                                .map(part)
                                .map(LstmEmitter::pair)
                                .collect(Collectors.joining(", ")));
    }

    private static String pair(Multiplier factor) {
        return "{%d, %d}".formatted(factor.multiplier(), factor.shift());
    }
}
