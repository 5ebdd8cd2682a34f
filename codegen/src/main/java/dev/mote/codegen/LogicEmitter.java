package dev.mote.codegen;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.IntegerLayer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Comparisons, logic, choices and positions, and arithmetic of plain integers. */
final class LogicEmitter {
    private static final int DIMENSIONS = 4;
    private static final int BROADCAST_BYTES = 3 * DIMENSIONS * 4;
    private static final int OPERAND_BYTES = 3 * 4;

    private LogicEmitter() {}

    static LayerCode emit(IntegerLayer layer, LayerScope scope) {
        return switch (layer) {
            case IntegerLayer.Rescale rescale -> ConversionEmitter.rescale(rescale, scope);
            case IntegerLayer.Cast cast -> ConversionEmitter.cast(cast, scope);
            case IntegerLayer.Compare(Comparison comparison, Broadcast broadcast, TensorType type) -> {
                String text = broadcast(broadcast, scope) + holds(comparison);
                yield call(Kernel.valueOf("COMPARE_" + type.name()), text, BROADCAST_BYTES + 4, 2, scope);
            }
            case IntegerLayer.CompareInt8 compare -> {
                String text = broadcast(compare.broadcast(), scope)
                        + ".first = %s,\n".formatted(BinaryEmitter.operand(compare.first()))
                        + ".second = %s,\n".formatted(BinaryEmitter.operand(compare.second()))
                        + holds(compare.comparison());
                yield call(Kernel.COMPARE_INT8, text, BROADCAST_BYTES + 2 * OPERAND_BYTES + 4, 2, scope);
            }
            case IntegerLayer.Connect(boolean both, Broadcast broadcast) -> {
                String text = broadcast(broadcast, scope) + ".both = %d,\n".formatted(both ? 1 : 0);
                yield call(Kernel.CONNECT, text, BROADCAST_BYTES + 4, 2, scope);
            }
            case IntegerLayer.Not(int elements) ->
                call(Kernel.NOT, ".elements = %d,\n".formatted(elements), 4, 1, scope);
            case IntegerLayer.Select select -> select(select, scope);
            case IntegerLayer.ArgExtreme extreme -> argExtreme(extreme, scope);
            case IntegerLayer.All all ->
                call(
                        Kernel.ALL,
                        ReductionEmitter.shape(all.reduction(), scope),
                        ReductionEmitter.SHAPE_BYTES,
                        1,
                        scope);
            case IntegerLayer.Binary binary -> binary(binary, scope);
        };
    }

    /** What the layer is called in C names. */
    static String word(IntegerLayer layer) {
        return switch (layer) {
            case IntegerLayer.Rescale rescale -> "quantize";
            case IntegerLayer.Cast cast -> "cast";
            case IntegerLayer.Compare compare -> word(compare.comparison());
            case IntegerLayer.CompareInt8 compare -> word(compare.comparison());
            case IntegerLayer.Connect connect -> connect.both() ? "logical_and" : "logical_or";
            case IntegerLayer.Not not -> "logical_not";
            case IntegerLayer.Select select -> "select";
            case IntegerLayer.ArgExtreme extreme -> extreme.greatest() ? "arg_max" : "arg_min";
            case IntegerLayer.All all -> "reduce_all";
            case IntegerLayer.Binary binary -> binary.function().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String word(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT);
    }

    private static LayerCode call(Kernel kernel, String text, int bytes, int operands, LayerScope scope) {
        List<Integer> positions = IntStream.range(0, operands).boxed().toList();
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, bytes, positions, 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }

    private static String broadcast(Broadcast broadcast, LayerScope scope) {
        scope.requireAtMost(broadcast.dimensions().size(), DIMENSIONS, "dimensions that differ");
        return """
                .broadcast = {.size = {%s},
                              .first_step = {%s},
                              .second_step = {%s}},
                """.formatted(
                        BinaryEmitter.padded(broadcast.dimensions(), 1),
                        BinaryEmitter.padded(broadcast.firstStrides(), 0),
                        BinaryEmitter.padded(broadcast.secondStrides(), 0));
    }

    private static String holds(Comparison comparison) {
        String outcomes =
                switch (comparison) {
                    case EQUAL -> "MOTE_EQUAL";
                    case NOT_EQUAL -> "MOTE_LESS | MOTE_GREATER | MOTE_NAN";
                    case GREATER -> "MOTE_GREATER";
                    case GREATER_EQUAL -> "MOTE_GREATER | MOTE_EQUAL";
                    case LESS -> "MOTE_LESS";
                    case LESS_EQUAL -> "MOTE_LESS | MOTE_EQUAL";
                };
        return ".holds = %s,\n".formatted(outcomes);
    }

    private static LayerCode select(IntegerLayer.Select layer, LayerScope scope) {
        List<Integer> dimensions = layer.spread().dimensions();
        List<List<Integer>> strides = layer.spread().strides();
        scope.requireAtMost(dimensions.size(), DIMENSIONS, "dimensions that differ");
        String text = """
                .size = {%s},
                .condition_step = {%s},
                .first_step = {%s},
                .second_step = {%s},
                .bytes = %d,
                """.formatted(
                        BinaryEmitter.padded(dimensions, 1),
                        BinaryEmitter.padded(strides.get(0), 0),
                        BinaryEmitter.padded(strides.get(1), 0),
                        BinaryEmitter.padded(strides.get(2), 0),
                        layer.type().bytes());
        return call(Kernel.SELECT, text, (4 * DIMENSIONS + 1) * 4, 3, scope);
    }

    private static LayerCode argExtreme(IntegerLayer.ArgExtreme layer, LayerScope scope) {
        String text = """
                .outer = %d,
                .axis = %d,
                .inner = %d,
                .sign = %d,
                """.formatted(layer.outer(), layer.axis(), layer.inner(), layer.greatest() ? 1 : -1);
        Kernel kernel = layer.type() == TensorType.INT8 ? Kernel.ARG_EXTREME_INT8 : Kernel.ARG_EXTREME_FLOAT32;
        return call(kernel, text, 4 * 4, 1, scope);
    }

    private static LayerCode binary(IntegerLayer.Binary layer, LayerScope scope) {
        String broadcast = broadcast(layer.broadcast(), scope);
        if (layer.type() != TensorType.INT32) {
            String sign = ".sign = %d,\n".formatted(layer.function() == BinaryFunction.MAXIMUM ? 1 : -1);
            Kernel kernel = layer.type() == TensorType.INT16 ? Kernel.PICK_INT16 : Kernel.PICK_INT64;
            return call(kernel, broadcast + sign, BROADCAST_BYTES + 4, 2, scope);
        }
        String text = broadcast + """
                .function = MOTE_%s,
                .min = %s,
                .max = %s,
                """.formatted(layer.function(), CText.number(layer.min()), CText.number(layer.max()));
        return call(Kernel.BINARY_INT32, text, BROADCAST_BYTES + 3 * 4, 2, scope);
    }
}
