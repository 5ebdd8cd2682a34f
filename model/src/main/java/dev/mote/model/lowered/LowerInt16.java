package dev.mote.model.lowered;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Int16Tables;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;

/** Lowering of the operators that compute with int16. Which factor is formed in float and which in double follows TFLM. */
final class LowerInt16 {
    /** SOFTMAX works with differences in steps of this size. */
    private static final double SOFTMAX_STEP = 10.0 / 65535.0;

    private LowerInt16() {}

    static Layer conv(Operator.Conv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        Int16Layer.Output stage = stage(conv, node, LowerInt8.channelScaling(node), geometry.outputC());
        return new Int16Layer.Conv2d(geometry, node.groups(), node.constant(1), stage);
    }

    static Layer depthwise(Operator.DepthwiseConv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        Int16Layer.Output stage = stage(conv, node, LowerInt8.channelScaling(node), geometry.outputC());
        return new Int16Layer.DepthwiseConv2d(
                geometry, geometry.outputC() / geometry.inputC(), node.constant(1), stage);
    }

    static Layer fullyConnected(Operator.FullyConnected dense, NodeView node) {
        return new Int16Layer.FullyConnected(
                node.batches(),
                node.inputsOfEachOutput(),
                node.outputs(),
                node.constant(1),
                node.inputZeroPoint(),
                stage(dense, node, LowerInt8.denseScaling(node), node.outputs()));
    }

    /** An int32 bias has a 32-bit accumulator; any other, or none, one of 64 bits. */
    private static Int16Layer.Output stage(
            Operator.Weighted operator, NodeView node, ChannelScaling scaling, int channels) {
        boolean given = node.node().hasInput(operator.bias());
        boolean wide = !given || node.input(operator.bias()).type() != TensorType.INT32;
        long[] bias = given ? node.input(operator.bias()).longs() : new long[channels];
        return new Int16Layer.Output(
                TensorData.ofLongs(bias), wide, scaling, node.outputZeroPoint(), range(operator.activation(), node));
    }

    static Layer transposeConv(Operator.TransposeConv conv, NodeView node) {
        WindowGeometry geometry = LowerProducts.transposed(conv, node);
        return new Int16Layer.TransposeConv(
                geometry, node.constant(1), stage(conv, node, LowerInt8.channelScaling(node), geometry.outputC()));
    }

    static Layer matmul(Operator.BatchMatmul matmul, NodeView node) {
        return new Int16Layer.BatchMatmul(
                LowerProducts.geometry(matmul, node),
                LowerInt8.uniformScaling(node).factor(0));
    }

    static Layer prelu(NodeView node) {
        Int8Layer.Prelu same = LowerProducts.prelu(node);
        return new Int16Layer.Prelu(same.broadcast(), same.input(), same.alpha(), same.outputZeroPoint());
    }

    static Layer pool(Operator.Pool2d pool, NodeView node) {
        WindowGeometry geometry = node.geometry(pool.window(), pool.height(), pool.width());
        return new Int16Layer.Pool2d(geometry, pool.kind(), range(pool.activation(), node));
    }

    static Layer reduce(Operator.Reduce reduce, NodeView node) {
        Reduction reduction = node.reduction();
        Multiplier factor = reduce.function() == ReduceFunction.MEAN
                ? LowerInt8.meanFactor(node, reduction.count())
                : LowerInt8.rescale(node);
        return new Int16Layer.Sum(reduction, factor, node.inputZeroPoint(), node.outputZeroPoint());
    }

    static Layer softmax(Operator.Softmax softmax, NodeView node) {
        if (node.input().type() == TensorType.INT8) {
            Int8Layer.Softmax narrow = LowerInt8.softmax(softmax, node);
            return new Int16Layer.SoftmaxOfInt8(narrow.rows(), narrow.depth(), narrow.factor(), narrow.minDifference());
        }
        double factor = (double) node.inputScale() * (double) softmax.beta() / SOFTMAX_STEP;
        return new Int16Layer.Softmax(
                node.elements() / node.depth(),
                node.depth(),
                Multiplier.of(factor),
                TensorData.ofShorts(Int16Tables.exponential()),
                TensorData.ofShorts(Int16Tables.reciprocal()));
    }

    static Layer binary(Operator.Binary binary, NodeView node) {
        int headroom = Int16Layer.Binary.shift(binary.function());
        LowerInt8.BinaryFactors factors = LowerInt8.factors(binary.function(), headroom, node);
        return new Int16Layer.Binary(
                binary.function(),
                node.broadcast(),
                new Int8Layer.Operand(NodeView.zeroPoint(node.input(0)), Multiplier.of(factors.first())),
                new Int8Layer.Operand(NodeView.zeroPoint(node.input(1)), Multiplier.of(factors.second())),
                Multiplier.of(factors.output()),
                node.outputZeroPoint(),
                range(binary.activation(), node));
    }

    private static Int8Layer.Range range(Activation activation, NodeView node) {
        int min = activation.min() == Float.NEGATIVE_INFINITY ? Short.MIN_VALUE : quantize(activation.min(), node);
        int max = activation.max() == Float.POSITIVE_INFINITY ? Short.MAX_VALUE : quantize(activation.max(), node);
        return new Int8Layer.Range(Math.max(min, Short.MIN_VALUE), Math.min(max, Short.MAX_VALUE));
    }

    private static int quantize(float real, NodeView node) {
        return node.outputZeroPoint() + FixedPoint.roundHalfAway(real / node.outputScale());
    }
}
