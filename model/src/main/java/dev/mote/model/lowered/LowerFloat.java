package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;

/** Lowering of the operators that compute with float32. */
final class LowerFloat {
    private LowerFloat() {}

    static Layer conv(Operator.Conv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        return new FloatLayer.Conv2d(
                geometry, node.groups(), node.constant(1), node.bias(conv, geometry.outputC()), conv.activation());
    }

    static Layer depthwise(Operator.DepthwiseConv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        return new FloatLayer.DepthwiseConv2d(
                geometry,
                geometry.outputC() / geometry.inputC(),
                node.constant(1),
                node.bias(conv, geometry.outputC()),
                conv.activation());
    }

    static Layer fullyConnected(Operator.FullyConnected dense, NodeView node) {
        return new FloatLayer.FullyConnected(
                node.batches(),
                node.inputsOfEachOutput(),
                node.outputs(),
                node.constant(1),
                node.bias(dense, node.outputs()),
                dense.activation());
    }

    static Layer pool(Operator.Pool2d pool, NodeView node) {
        return new FloatLayer.Pool2d(
                node.geometry(pool.window(), pool.height(), pool.width()), pool.kind(), pool.activation());
    }

    static Layer softmax(Operator.Softmax softmax, NodeView node) {
        return new FloatLayer.Softmax(node.elements() / node.depth(), node.depth(), softmax.beta());
    }

    static Layer logSoftmax(NodeView node) {
        return new FloatLayer.LogSoftmax(node.elements() / node.depth(), node.depth());
    }

    static Layer addN(NodeView node) {
        return new FloatLayer.AddN(node.elements(), node.node().inputs().size());
    }

    static Layer l2Normalization(NodeView node) {
        return new FloatLayer.L2Normalization(node.elements() / node.depth(), node.depth());
    }

    static Layer unary(Operator.Unary unary, NodeView node) {
        return new FloatLayer.Unary(node.elements(), unary.function());
    }

    static Layer leakyRelu(Operator.LeakyRelu leaky, NodeView node) {
        return new FloatLayer.LeakyRelu(node.elements(), leaky.alpha());
    }

    static Layer binary(Operator.Binary binary, NodeView node) {
        return new FloatLayer.Binary(binary.function(), node.broadcast(), binary.activation());
    }
}
