package dev.mote.model.tflite;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Codecs of the operators that only move elements, and of SHAPE. */
final class MovementCodecs {
    static final List<OperatorCodec<?>> ALL = List.of(
            new OperatorCodec<>(
                    "SHAPE",
                    Operator.ShapeOf.class,
                    55,
                    1,
                    in -> new Operator.ShapeOf(),
                    (use, out) ->
                            out.int8(0, use.graph().output(use.node()).type().code()),
                    use -> 1),
            new OperatorCodec<>(
                    "SQUEEZE",
                    Operator.Squeeze.class,
                    30,
                    1,
                    in -> new Operator.Squeeze(in.ints(0)),
                    (use, out) -> out.ints(
                            0,
                            use.operator().axes().stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray()),
                    use -> 1),
            bare("EXPAND_DIMS", Operator.ExpandDims.class, 52, Operator.ExpandDims::new, use -> 1),
            bare("TRANSPOSE", Operator.Transpose.class, 26, Operator.Transpose::new, MovementCodecs::transposeVersion),
            bare("SLICE", Operator.Slice.class, 48, Operator.Slice::new, MovementCodecs::sliceVersion),
            stridedSlice(),
            counted("SPLIT", Operator.Split.class, 35, Operator.Split::new, MovementCodecs::splitVersion),
            counted("SPLIT_V", Operator.SplitV.class, 79, Operator.SplitV::new, MovementCodecs::int8Version),
            new OperatorCodec<>(
                    "UNPACK",
                    Operator.Unpack.class,
                    64,
                    2,
                    in -> {
                        in.demandOutputs(0, "num");
                        return new Operator.Unpack(in.int32(1, 0));
                    },
                    (use, out) -> out.int32(0, use.node().outputs().size(), 0)
                            .int32(1, use.operator().axis(), 0),
                    MovementCodecs::unpackVersion),
            new OperatorCodec<>(
                    "PACK",
                    Operator.Pack.class,
                    59,
                    2,
                    in -> {
                        in.demandInputs(0, "values count");
                        return new Operator.Pack(in.int32(1, 0));
                    },
                    (use, out) -> out.int32(0, use.node().inputs().size(), 0)
                            .int32(1, use.operator().axis(), 0),
                    OperatorCodecs::byType),
            bare(
                    "BROADCAST_TO",
                    Operator.BroadcastTo.class,
                    104,
                    Operator.BroadcastTo::new,
                    use -> use.inputType() == TensorType.INT8 || use.inputType() == TensorType.INT16 ? 3 : 2),
            bare("REVERSE_V2", Operator.ReverseV2.class, 81, Operator.ReverseV2::new, MovementCodecs::reverseVersion),
            new OperatorCodec<>(
                    "SPACE_TO_DEPTH",
                    Operator.SpaceToDepth.class,
                    19,
                    1,
                    in -> new Operator.SpaceToDepth(in.int32(0, 0)),
                    (use, out) -> out.int32(0, use.operator().block(), 0),
                    MovementCodecs::int8Version),
            new OperatorCodec<>(
                    "DEPTH_TO_SPACE",
                    Operator.DepthToSpace.class,
                    94,
                    1,
                    in -> new Operator.DepthToSpace(in.int32(0, 0)),
                    (use, out) -> out.int32(0, use.operator().block(), 0),
                    MovementCodecs::int8Version),
            bare(
                    "PADV2",
                    Operator.PadV2.class,
                    43,
                    Operator.PadV2::new,
                    use -> use.inputShape(0).rank() > 4 ? 4 : OperatorCodecs.byType(use)),
            new OperatorCodec<>(
                    "MIRROR_PAD",
                    Operator.MirrorPad.class,
                    77,
                    1,
                    in -> new Operator.MirrorPad(in.mirrorMode(0)),
                    (use, out) -> out.int8(0, use.operator().mode().ordinal()),
                    OperatorCodecs::byType),
            new OperatorCodec<>(
                    "GATHER",
                    Operator.Gather.class,
                    23,
                    2,
                    in -> new Operator.Gather(in.int32(0, 0), in.int32(1, 0)),
                    (use, out) -> out.int32(0, use.operator().axis(), 0)
                            .int32(1, use.operator().batchDimensions(), 0),
                    MovementCodecs::gatherVersion));

    private MovementCodecs() {}

    /** An operator without attributes. */
    static <T extends Operator> OperatorCodec<T> bare(
            String name,
            Class<T> type,
            int options,
            Supplier<T> operator,
            ToIntFunction<OperatorCodec.Use<T>> version) {
        return new OperatorCodec<>(name, type, options, 0, in -> operator.get(), (use, out) -> {}, version);
    }

    /** An operator whose only attribute is the number of its outputs. */
    private static <T extends Operator> OperatorCodec<T> counted(
            String name,
            Class<T> type,
            int options,
            Supplier<T> operator,
            ToIntFunction<OperatorCodec.Use<T>> version) {
        return new OperatorCodec<>(
                name,
                type,
                options,
                1,
                in -> operator.get(),
                (use, out) -> out.int32(0, use.node().outputs().size(), 0),
                version);
    }

    private static OperatorCodec<Operator.StridedSlice> stridedSlice() {
        return new OperatorCodec<>(
                "STRIDED_SLICE",
                Operator.StridedSlice.class,
                32,
                6,
                in -> {
                    in.demandZeroInt(2, "ellipsis mask");
                    in.demandZeroInt(3, "new axis mask");
                    in.demandZero(5, "end as an offset of begin");
                    return new Operator.StridedSlice(in.int32(0, 0), in.int32(1, 0), in.int32(4, 0));
                },
                (use, out) -> out.int32(0, use.operator().beginMask(), 0)
                        .int32(1, use.operator().endMask(), 0)
                        .int32(4, use.operator().shrinkMask(), 0),
                use -> use.inputShape(0).rank() > 4 ? 4 : boolVersion(use.inputType(), 3));
    }

    private static int transposeVersion(OperatorCodec.Use<?> use) {
        int rank = use.inputShape(0).rank();
        if (rank > 5) {
            return 6;
        }
        if (use.inputType() == TensorType.INT16) {
            return 5;
        }
        return rank > 4 ? 4 : boolVersion(use.inputType(), 3);
    }

    private static int sliceVersion(OperatorCodec.Use<?> use) {
        if (use.inputShape(0).rank() > 4) {
            return 5;
        }
        return use.inputType() == TensorType.INT16 ? 4 : int8Version(use);
    }

    /** Input 0 is the axis. */
    private static int splitVersion(OperatorCodec.Use<?> use) {
        return switch (use.graph().input(use.node(), 1).type()) {
            case INT8 -> 2;
            case INT32 -> 3;
            case INT16 -> 4;
            case FLOAT32, UINT8, INT64, BOOL, OTHER -> 1;
        };
    }

    private static int unpackVersion(OperatorCodec.Use<?> use) {
        return switch (use.inputType()) {
            case INT8, UINT8 -> 2;
            case BOOL -> 3;
            case INT16 -> 4;
            case FLOAT32, INT32, INT64, OTHER -> 1;
        };
    }

    private static int reverseVersion(OperatorCodec.Use<?> use) {
        return use.inputType() == TensorType.INT8 ? 3 : use.inputType() == TensorType.BOOL ? 2 : 1;
    }

    private static int gatherVersion(OperatorCodec.Use<Operator.Gather> use) {
        if (use.operator().batchDimensions() != 0) {
            return 5;
        }
        return use.inputType() == TensorType.INT16 ? 4 : boolVersion(use.inputType(), 3);
    }

    private static int int8Version(OperatorCodec.Use<?> use) {
        return boolVersion(use.inputType(), 1);
    }

    /** 2 for int8, {@code bool} for bool, otherwise 1. */
    private static int boolVersion(TensorType type, int bool) {
        return type == TensorType.INT8 ? 2 : type == TensorType.BOOL ? bool : 1;
    }
}
