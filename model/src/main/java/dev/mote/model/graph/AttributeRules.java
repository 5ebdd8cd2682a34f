package dev.mote.model.graph;

/** Attributes that no shape depends on. */
final class AttributeRules {
    private AttributeRules() {}

    static void check(CheckedNode node) {
        switch (node.operator()) {
            case Operator.Softmax softmax -> requireFinite(node, "beta", softmax.beta());
            case Operator.LeakyRelu leaky -> requireFinite(node, "alpha", leaky.alpha());
            case Operator.Concatenation concatenation -> {
                if (concatenation.activation() != Activation.NONE) {
                    node.error(
                            "TFL-10",
                            "fused activation is " + concatenation.activation() + ", expected NONE",
                            "make the activation an operator of its own");
                }
            }
            case Operator.UnidirectionalSequenceLstm lstm -> requireFinite(node, "cell clip", lstm.cellClip());
            case Operator.Svdf svdf -> {}
            case Operator.Conv2d conv -> {}
            case Operator.DepthwiseConv2d conv -> {}
            case Operator.FullyConnected dense -> {}
            case Operator.TransposeConv conv -> {}
            case Operator.BatchMatmul matmul -> {}
            case Operator.LogSoftmax softmax -> {}
            case Operator.L2Normalization norm -> {}
            case Operator.Prelu prelu -> {}
            case Operator.AddN sum -> {}
            case Operator.Pool2d pool -> {}
            case Operator.Reduce reduce -> {}
            case Operator.Unary unary -> {}
            case Operator.Binary binary -> {}
            case Operator.Pad pad -> {}
            case Operator.Reshape reshape -> {}
            case Operator.ShapeOf shape -> {}
            case Operator.ReduceProduct product -> {}
            case Operator.ResizeBilinear resize -> ResizeRules.attributes(node, resize);
            case Operator.CumulativeSum sum -> {}
            case Operator.Movement movement -> {}
            case Operator.Quantize quantize -> {}
            case Operator.Dequantize dequantize -> {}
            case Operator.Logic logic -> {}
            case Operator.Unsupported unsupported -> {}
        }
    }

    private static void requireFinite(CheckedNode node, String what, float value) {
        if (!Float.isFinite(value)) {
            node.error("TFL-32", what + " is " + value + ", expected a finite number", "export the model again");
        }
    }
}
