package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;

/** Lowering of TRANSPOSE_CONV, BATCH_MATMUL and PRELU. */
final class LowerProducts {
    private LowerProducts() {}

    static Layer transposeConv(Operator.TransposeConv conv, NodeView node) {
        WindowGeometry geometry = transposed(conv, node);
        return new Int8Layer.TransposeConv(
                geometry,
                node.constant(1),
                node.bias(conv, geometry.outputC()),
                LowerInt8.channelScaling(node),
                node.inputZeroPoint(),
                node.outputZeroPoint(),
                LowerInt8.range(conv.activation(), node.output()));
    }

    static Layer transposeConvFloat(Operator.TransposeConv conv, NodeView node) {
        WindowGeometry geometry = transposed(conv, node);
        return new FloatLayer.TransposeConv(
                geometry, node.constant(1), node.bias(conv, geometry.outputC()), conv.activation());
    }

    static WindowGeometry transposed(Operator.TransposeConv conv, NodeView node) {
        return WindowGeometry.transposed(
                conv.window(),
                node.input(1).shape(),
                node.input().shape(),
                node.output().shape());
    }

    static Layer matmul(Operator.BatchMatmul matmul, NodeView node) {
        return matmul(geometry(matmul, node), node);
    }

    private static Layer matmul(MatmulGeometry geometry, NodeView node) {
        return new Int8Layer.BatchMatmul(
                geometry,
                NodeView.zeroPoint(node.input(0)),
                NodeView.zeroPoint(node.input(1)),
                LowerInt8.uniformScaling(node).factor(0),
                node.outputZeroPoint());
    }

    /** A fully connected layer whose weights are computed, without bias and activation: first * transposed(second). */
    static Layer dense(NodeView node) {
        MatmulGeometry geometry = MatmulGeometry.dense(node.batches(), node.outputs(), node.inputsOfEachOutput());
        return node.output().type() == TensorType.FLOAT32
                ? new FloatLayer.BatchMatmul(geometry)
                : matmul(geometry, node);
    }

    static Layer matmulFloat(Operator.BatchMatmul matmul, NodeView node) {
        return new FloatLayer.BatchMatmul(geometry(matmul, node));
    }

    static MatmulGeometry geometry(Operator.BatchMatmul matmul, NodeView node) {
        return MatmulGeometry.of(matmul, node.input(0).shape(), node.input(1).shape());
    }

    /** Both factors from doubles. */
    static Int8Layer.Prelu prelu(NodeView node) {
        double input = node.inputScale();
        double output = node.outputScale();
        double alpha = NodeView.scale(node.input(1));
        return new Int8Layer.Prelu(
                node.broadcast(),
                new Int8Layer.Operand(node.inputZeroPoint(), Multiplier.of(input / output)),
                new Int8Layer.Operand(NodeView.zeroPoint(node.input(1)), Multiplier.of(input * alpha / output)),
                node.outputZeroPoint());
    }

    static Layer preluFloat(NodeView node) {
        return new FloatLayer.Prelu(node.broadcast());
    }
}
