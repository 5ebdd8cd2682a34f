package dev.mote.model.graph;

/** How many inputs an operator has, and which of them may be left out. */
final class OperandRules {
    /** @param required inputs that must be given
     *  @param most inputs in all */
    private record Count(int required, int most) {}

    private OperandRules() {}

    /** @return whether the operands are all there, so that further rules can look at them */
    static boolean check(Node node, String place, FindingList findings) {
        if (node.operator() instanceof Operator.Unsupported(String name)) {
            findings.error("TFL-09", place, "Mote does not support this operator", Remedies.ofOperator(name));
            return false;
        }
        if (node.operator() instanceof Operator.Stateful stateful) {
            return StateOperands.check(node, stateful, place, findings);
        }
        Count count = count(node);
        int given = node.inputs().size();
        boolean right = given >= count.required() && given <= count.most();
        for (int position = 0; position < Math.min(count.required(), given); position++) {
            right &= node.hasInput(position);
        }
        if (!right) {
            String expected =
                    switch (count.most()) {
                        case Integer.MAX_VALUE -> "1 or more, all given";
                        default ->
                            count.required() == count.most()
                                    ? "" + count.most()
                                    : count.required() + " to " + count.most();
                    };
            findings.error(
                    "TFL-24",
                    place,
                    "has inputs " + (given > 8 ? given + " in number" : node.inputs()) + ", expected " + expected,
                    "export the model again");
        }
        boolean single = !hasManyOutputs(node.operator());
        boolean outputsRight =
                single ? node.outputs().size() == 1 : !node.outputs().isEmpty();
        if (!outputsRight) {
            findings.error(
                    "TFL-24",
                    place,
                    "has " + node.outputs().size() + " outputs, expected 1" + (single ? "" : " or more"),
                    "export the model again");
        }
        return right && outputsRight;
    }

    private static boolean hasManyOutputs(Operator operator) {
        return operator instanceof Operator.Split
                || operator instanceof Operator.SplitV
                || operator instanceof Operator.Unpack;
    }

    private static Count count(Operator.Movement movement, int given) {
        return switch (movement) {
            case Operator.Squeeze squeeze -> new Count(1, 1);
            case Operator.ExpandDims expand -> new Count(2, 2);
            case Operator.Transpose transpose -> new Count(2, 2);
            case Operator.Slice slice -> new Count(3, 3);
            case Operator.StridedSlice slice -> new Count(4, 4);
            case Operator.Split split -> new Count(2, 2);
            case Operator.SplitV split -> new Count(3, 3);
            case Operator.Unpack unpack -> new Count(1, 1);
            case Operator.BroadcastTo broadcast -> new Count(2, 2);
            case Operator.ReverseV2 reverse -> new Count(2, 2);
            case Operator.SpaceToDepth space -> new Count(1, 1);
            case Operator.DepthToSpace depth -> new Count(1, 1);
            case Operator.Pack pack -> new Count(Math.max(1, given), Integer.MAX_VALUE);
            case Operator.PadV2 pad -> new Count(3, 3);
            case Operator.MirrorPad pad -> new Count(2, 2);
            case Operator.Gather gather -> new Count(2, 2);
            case Operator.GatherNd gather -> new Count(2, 2);
            case Operator.EmbeddingLookup lookup -> new Count(2, 2);
            case Operator.DynamicUpdateSlice update -> new Count(3, 3);
            case Operator.Fill fill -> new Count(2, 2);
            case Operator.ZerosLike zeros -> new Count(1, 1);
            case Operator.BroadcastArgs shapes -> new Count(2, 2);
            case Operator.ResizeNearestNeighbor resize -> new Count(2, 2);
            case Operator.SpaceToBatchNd space -> new Count(3, 3);
            case Operator.BatchToSpaceNd batch -> new Count(3, 3);
        };
    }

    private static Count count(Node node) {
        return switch (node.operator()) {
            case Operator.Conv2d conv -> new Count(2, 3);
            case Operator.DepthwiseConv2d conv -> new Count(2, 3);
            case Operator.FullyConnected dense -> new Count(2, 3);
            case Operator.TransposeConv conv -> new Count(3, 4);
            case Operator.BatchMatmul matmul -> new Count(2, 2);
            case Operator.Pool2d pool -> new Count(1, 1);
            case Operator.Reduce reduce -> new Count(2, 2);
            case Operator.Softmax softmax -> new Count(1, 1);
            case Operator.LogSoftmax softmax -> new Count(1, 1);
            case Operator.L2Normalization norm -> new Count(1, 1);
            case Operator.Unary unary -> new Count(1, 1);
            case Operator.LeakyRelu leaky -> new Count(1, 1);
            case Operator.Prelu prelu -> new Count(2, 2);
            case Operator.AddN sum -> new Count(Math.max(2, node.inputs().size()), Integer.MAX_VALUE);
            case Operator.Binary binary -> new Count(2, 2);
            case Operator.Pad pad -> new Count(2, 2);
            case Operator.Concatenation concatenation ->
                new Count(Math.max(1, node.inputs().size()), Integer.MAX_VALUE);
            case Operator.Reshape reshape -> new Count(1, 2);
            case Operator.ShapeOf shape -> new Count(1, 1);
            case Operator.ReduceProduct product -> new Count(2, 2);
            case Operator.ResizeBilinear resize -> new Count(2, 2);
            case Operator.CumulativeSum sum -> new Count(2, 2);
            case Operator.Movement movement -> count(movement, node.inputs().size());
            case Operator.Stateful stateful -> new Count(5, LstmInputs.COUNT);
            case Operator.Quantize quantize -> new Count(1, 1);
            case Operator.Dequantize dequantize -> new Count(1, 1);
            case Operator.Logic logic -> {
                int operands = LogicRules.operands(logic);
                yield new Count(operands, operands);
            }
            case Operator.Unsupported unsupported -> new Count(0, Integer.MAX_VALUE);
        };
    }
}
