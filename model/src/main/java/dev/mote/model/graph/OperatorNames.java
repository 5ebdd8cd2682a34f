package dev.mote.model.graph;

/** What operators are called in the TensorFlow Lite schema, in findings, reports and generated comments. */
public final class OperatorNames {
    private OperatorNames() {}

    /** As {@code CONV_2D}; for an unsupported operator the name that its file gives. */
    public static String of(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d conv -> "CONV_2D";
            case Operator.DepthwiseConv2d conv -> "DEPTHWISE_CONV_2D";
            case Operator.FullyConnected dense -> "FULLY_CONNECTED";
            case Operator.TransposeConv conv -> "TRANSPOSE_CONV";
            case Operator.BatchMatmul matmul -> "BATCH_MATMUL";
            case Operator.Pool2d pool -> pool.kind().operatorName();
            case Operator.Reduce reduce -> reduce.function().operatorName();
            case Operator.Softmax softmax -> "SOFTMAX";
            case Operator.LogSoftmax softmax -> "LOG_SOFTMAX";
            case Operator.L2Normalization norm -> "L2_NORMALIZATION";
            case Operator.Unary unary -> unary.function().name();
            case Operator.LeakyRelu leaky -> "LEAKY_RELU";
            case Operator.Prelu prelu -> "PRELU";
            case Operator.AddN sum -> "ADD_N";
            case Operator.Binary binary -> binary.function().name();
            case Operator.Pad pad -> "PAD";
            case Operator.Concatenation concatenation -> "CONCATENATION";
            case Operator.Reshape reshape -> "RESHAPE";
            case Operator.ShapeOf shape -> "SHAPE";
            case Operator.ReduceProduct product -> "REDUCE_PROD";
            case Operator.ResizeBilinear resize -> "RESIZE_BILINEAR";
            case Operator.CumulativeSum sum -> "CUMSUM";
            case Operator.Movement movement -> of(movement);
            case Operator.Svdf svdf -> "SVDF";
            case Operator.UnidirectionalSequenceLstm lstm -> "UNIDIRECTIONAL_SEQUENCE_LSTM";
            case Operator.Quantize quantize -> "QUANTIZE";
            case Operator.Dequantize dequantize -> "DEQUANTIZE";
            case Operator.Logic logic -> of(logic);
            case Operator.Unsupported unsupported -> unsupported.name();
        };
    }

    private static String of(Operator.Logic logic) {
        return switch (logic) {
            case Operator.Compare compare -> compare.comparison().name();
            case Operator.Logical logical -> logical.function().name();
            case Operator.Select select -> "SELECT_V2";
            case Operator.ArgExtreme extreme -> extreme.greatest() ? "ARG_MAX" : "ARG_MIN";
            case Operator.Cast cast -> "CAST";
            case Operator.ReduceAll all -> "REDUCE_ALL";
        };
    }

    private static String of(Operator.Movement movement) {
        return switch (movement) {
            case Operator.Squeeze squeeze -> "SQUEEZE";
            case Operator.ExpandDims expand -> "EXPAND_DIMS";
            case Operator.Transpose transpose -> "TRANSPOSE";
            case Operator.Slice slice -> "SLICE";
            case Operator.StridedSlice slice -> "STRIDED_SLICE";
            case Operator.Split split -> "SPLIT";
            case Operator.SplitV split -> "SPLIT_V";
            case Operator.Unpack unpack -> "UNPACK";
            case Operator.BroadcastTo broadcast -> "BROADCAST_TO";
            case Operator.ReverseV2 reverse -> "REVERSE_V2";
            case Operator.SpaceToDepth space -> "SPACE_TO_DEPTH";
            case Operator.DepthToSpace depth -> "DEPTH_TO_SPACE";
            case Operator.Pack pack -> "PACK";
            case Operator.PadV2 pad -> "PADV2";
            case Operator.MirrorPad pad -> "MIRROR_PAD";
            case Operator.Gather gather -> "GATHER";
            case Operator.GatherNd gather -> "GATHER_ND";
            case Operator.EmbeddingLookup lookup -> "EMBEDDING_LOOKUP";
            case Operator.DynamicUpdateSlice update -> "DYNAMIC_UPDATE_SLICE";
            case Operator.Fill fill -> "FILL";
            case Operator.ZerosLike zeros -> "ZEROS_LIKE";
            case Operator.BroadcastArgs shapes -> "BROADCAST_ARGS";
            case Operator.ResizeNearestNeighbor resize -> "RESIZE_NEAREST_NEIGHBOR";
            case Operator.SpaceToBatchNd space -> "SPACE_TO_BATCH_ND";
            case Operator.BatchToSpaceNd batch -> "BATCH_TO_SPACE_ND";
        };
    }
}
