package dev.mote.model.tflite;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.util.List;

/** Codecs of the operators that pick elements by indices, that resize images and that sum along a dimension. */
final class IndexCodecs {
    static final List<OperatorCodec<?>> ALL = List.of(
            MovementCodecs.bare(
                    "GATHER_ND", Operator.GatherNd.class, 83, Operator.GatherNd::new, IndexCodecs::gatherNdVersion),
            MovementCodecs.bare(
                    "EMBEDDING_LOOKUP", Operator.EmbeddingLookup.class, 0, Operator.EmbeddingLookup::new, use -> 1),
            MovementCodecs.bare(
                    "DYNAMIC_UPDATE_SLICE",
                    Operator.DynamicUpdateSlice.class,
                    117,
                    Operator.DynamicUpdateSlice::new,
                    use -> 1),
            MovementCodecs.bare("FILL", Operator.Fill.class, 68, Operator.Fill::new, IndexCodecs::fillVersion),
            MovementCodecs.bare("ZEROS_LIKE", Operator.ZerosLike.class, 67, Operator.ZerosLike::new, use -> 1),
            MovementCodecs.bare(
                    "BROADCAST_ARGS", Operator.BroadcastArgs.class, 0, Operator.BroadcastArgs::new, use -> 1),
            MovementCodecs.bare(
                    "SPACE_TO_BATCH_ND",
                    Operator.SpaceToBatchNd.class,
                    25,
                    Operator.SpaceToBatchNd::new,
                    IndexCodecs::blockVersion),
            MovementCodecs.bare(
                    "BATCH_TO_SPACE_ND",
                    Operator.BatchToSpaceNd.class,
                    24,
                    Operator.BatchToSpaceNd::new,
                    IndexCodecs::blockVersion),
            new OperatorCodec<>(
                    "RESIZE_NEAREST_NEIGHBOR",
                    Operator.ResizeNearestNeighbor.class,
                    74,
                    2,
                    in -> new Operator.ResizeNearestNeighbor(in.bool(0), in.bool(1)),
                    (use, out) -> out.bool(0, use.operator().alignCorners())
                            .bool(1, use.operator().halfPixelCenters()),
                    IndexCodecs::nearestVersion),
            new OperatorCodec<>(
                    "RESIZE_BILINEAR",
                    Operator.ResizeBilinear.class,
                    15,
                    4,
                    in -> new Operator.ResizeBilinear(in.bool(2), in.bool(3)),
                    (use, out) -> out.bool(2, use.operator().alignCorners())
                            .bool(3, use.operator().halfPixelCenters()),
                    IndexCodecs::bilinearVersion),
            new OperatorCodec<>(
                    "REDUCE_PROD",
                    Operator.ReduceProduct.class,
                    27,
                    1,
                    in -> new Operator.ReduceProduct(in.bool(0)),
                    (use, out) -> out.bool(0, use.operator().keepDimensions()),
                    use -> 1),
            new OperatorCodec<>(
                    "CUMSUM",
                    Operator.CumulativeSum.class,
                    102,
                    2,
                    in -> new Operator.CumulativeSum(in.bool(0), in.bool(1)),
                    (use, out) -> out.bool(0, use.operator().exclusive())
                            .bool(1, use.operator().reverse()),
                    use -> 1));

    private IndexCodecs() {}

    private static int gatherNdVersion(OperatorCodec.Use<?> use) {
        return use.inputType() == TensorType.INT16 ? 3 : 1;
    }

    /** By the value. */
    private static int fillVersion(OperatorCodec.Use<?> use) {
        return switch (use.graph().input(use.node(), 1).type()) {
            case INT8, INT16 -> 3;
            case BOOL -> 2;
            case FLOAT32, INT32, UINT8, INT64, OTHER -> 1;
        };
    }

    private static int blockVersion(OperatorCodec.Use<?> use) {
        if (use.inputShape(0).rank() != 4) {
            return 3;
        }
        return use.inputType() == TensorType.INT8 ? 2 : 1;
    }

    private static int nearestVersion(OperatorCodec.Use<Operator.ResizeNearestNeighbor> use) {
        boolean flagged = use.operator().alignCorners() || use.operator().halfPixelCenters();
        return resizeVersion(use.inputType(), flagged);
    }

    private static int bilinearVersion(OperatorCodec.Use<Operator.ResizeBilinear> use) {
        return resizeVersion(use.inputType(), use.operator().halfPixelCenters());
    }

    private static int resizeVersion(TensorType type, boolean flagged) {
        if (type == TensorType.INT16) {
            return 4;
        }
        return flagged ? 3 : type == TensorType.INT8 ? 2 : 1;
    }
}
