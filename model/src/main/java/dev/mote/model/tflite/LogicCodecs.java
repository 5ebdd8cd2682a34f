package dev.mote.model.tflite;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.Operator.LogicalFunction;
import dev.mote.model.graph.TensorType;
import java.util.List;

/** Codecs of comparisons, logic, choices, casts and positions. */
final class LogicCodecs {
    static final List<OperatorCodec<?>> ALL = List.of(
            compare(Comparison.EQUAL, 53),
            compare(Comparison.NOT_EQUAL, 54),
            compare(Comparison.GREATER, 44),
            compare(Comparison.GREATER_EQUAL, 45),
            compare(Comparison.LESS, 41),
            compare(Comparison.LESS_EQUAL, 46),
            logical(LogicalFunction.LOGICAL_AND, 62),
            logical(LogicalFunction.LOGICAL_OR, 60),
            logical(LogicalFunction.LOGICAL_NOT, 63),
            new OperatorCodec<>(
                    "SELECT_V2", Operator.Select.class, 98, 0, in -> new Operator.Select(), (use, out) -> {}, use -> 1),
            argExtreme("ARG_MAX", true, 40),
            argExtreme("ARG_MIN", false, 57),
            new OperatorCodec<>(
                    "CAST",
                    Operator.Cast.class,
                    37,
                    2,
                    in -> new Operator.Cast(),
                    (use, out) -> out.int8(0, use.inputType().code())
                            .int8(1, outputType(use).code()),
                    use -> use.inputType() == TensorType.INT8 || outputType(use) == TensorType.INT8 ? 3 : 1),
            new OperatorCodec<>(
                    "REDUCE_ALL",
                    Operator.ReduceAll.class,
                    27,
                    1,
                    in -> new Operator.ReduceAll(in.bool(0)),
                    (use, out) -> out.bool(0, use.operator().keepDimensions()),
                    use -> 1));

    private LogicCodecs() {}

    private static OperatorCodec<Operator.Compare> compare(Comparison comparison, int options) {
        return new OperatorCodec<>(
                comparison.name(),
                Operator.Compare.class,
                options,
                0,
                in -> new Operator.Compare(comparison),
                (use, out) -> {},
                LogicCodecs::int8Version);
    }

    private static OperatorCodec<Operator.Logical> logical(LogicalFunction function, int options) {
        return new OperatorCodec<>(
                function.name(),
                Operator.Logical.class,
                options,
                0,
                in -> new Operator.Logical(function),
                (use, out) -> {},
                use -> 1);
    }

    /** The file names the type of the output once more. */
    private static OperatorCodec<Operator.ArgExtreme> argExtreme(String name, boolean greatest, int options) {
        return new OperatorCodec<>(
                name,
                Operator.ArgExtreme.class,
                options,
                1,
                in -> new Operator.ArgExtreme(greatest),
                (use, out) -> out.int8(0, outputType(use).code()),
                LogicCodecs::int8Version);
    }

    private static int int8Version(OperatorCodec.Use<?> use) {
        return use.inputType() == TensorType.INT8 ? 2 : 1;
    }

    private static TensorType outputType(OperatorCodec.Use<?> use) {
        return use.graph().output(use.node()).type();
    }
}
