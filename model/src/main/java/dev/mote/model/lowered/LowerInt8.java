package dev.mote.model.lowered;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import java.util.List;

/** Lowering of the operators that compute with int8. Which factor is formed in float and which in double follows TFLM. */
final class LowerInt8 {
    static final int SOFTMAX_INTEGER_BITS = 5;

    private LowerInt8() {}

    static Layer conv(Operator.Conv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        return new Int8Layer.Conv2d(
                geometry,
                node.groups(),
                node.constant(1),
                node.bias(conv, geometry.outputC()),
                channelScaling(node),
                node.inputZeroPoint(),
                node.outputZeroPoint(),
                range(conv.activation(), node.output()));
    }

    static Layer depthwise(Operator.DepthwiseConv2d conv, NodeView node) {
        WindowGeometry geometry = node.geometry(conv.window());
        return new Int8Layer.DepthwiseConv2d(
                geometry,
                geometry.outputC() / geometry.inputC(),
                node.constant(1),
                node.bias(conv, geometry.outputC()),
                channelScaling(node),
                node.inputZeroPoint(),
                node.outputZeroPoint(),
                range(conv.activation(), node.output()));
    }

    static Layer fullyConnected(Operator.FullyConnected dense, NodeView node) {
        return new Int8Layer.FullyConnected(
                node.batches(),
                node.inputsOfEachOutput(),
                node.outputs(),
                node.constant(1),
                node.bias(dense, node.outputs()),
                denseScaling(node),
                node.inputZeroPoint(),
                node.outputZeroPoint(),
                range(dense.activation(), node.output()));
    }

    /** Of a fully connected layer. */
    static ChannelScaling denseScaling(NodeView node) {
        boolean perChannel = NodeView.scales(node.input(1)).size() > 1;
        return perChannel ? channelScaling(node) : uniformScaling(node);
    }

    /** All three scales as doubles. */
    static ChannelScaling channelScaling(NodeView node) {
        double inputScale = node.inputScale();
        double outputScale = node.outputScale();
        List<Multiplier> factors = NodeView.scales(node.input(1)).stream()
                .map(weightScale -> Multiplier.of(inputScale * (double) weightScale / outputScale))
                .toList();
        return new ChannelScaling(factors);
    }

    /** The product of input and weight scale is a float here: that is how TFLM's fully connected layer has it. */
    static ChannelScaling uniformScaling(NodeView node) {
        double product = node.inputScale() * NodeView.scale(node.input(1));
        return new ChannelScaling(List.of(Multiplier.of(product / (double) node.outputScale())));
    }

    static Layer pool(Operator.Pool2d pool, NodeView node) {
        return new Int8Layer.Pool2d(
                node.geometry(pool.window(), pool.height(), pool.width()),
                pool.kind(),
                range(pool.activation(), node.output()));
    }

    static Layer reduce(Operator.Reduce reduce, NodeView node) {
        Reduction reduction = node.reduction();
        return switch (reduce.function()) {
            case MEAN -> sum(node, reduction, meanFactor(node, reduction.count()));
            case SUM -> sum(node, reduction, rescale(node));
            case MAX -> new Int8Layer.Extreme(reduction, true);
            case MIN -> new Int8Layer.Extreme(reduction, false);
        };
    }

    private static Layer sum(NodeView node, Reduction reduction, Multiplier factor) {
        return new Int8Layer.Sum(reduction, factor, node.inputZeroPoint(), node.outputZeroPoint());
    }

    static Multiplier rescale(NodeView node) {
        return Multiplier.of((double) node.inputScale() / (double) node.outputScale());
    }

    /** The division by the count goes into the multiplier, which first gains as many bits as the count has. */
    static Multiplier meanFactor(NodeView node, int count) {
        Multiplier rescale = rescale(node);
        int countBits = 63 - Long.numberOfLeadingZeros(count);
        int shift = Math.min(Math.min(countBits, 32), 31 + rescale.shift());
        int multiplier = (int) (((long) rescale.multiplier() << shift) / count);
        return new Multiplier(multiplier, rescale.shift() - shift);
    }

    static Int8Layer.Softmax softmax(Operator.Softmax softmax, NodeView node) {
        Multiplier factor = toExponent(softmax.beta(), node);
        int radius = inputRadius(SOFTMAX_INTEGER_BITS, factor.shift());
        int depth = node.depth();
        return new Int8Layer.Softmax(node.elements() / depth, depth, factor, -radius);
    }

    static Layer logSoftmax(NodeView node) {
        Multiplier factor = toExponent(1, node);
        double inverse = (1 << (31 - factor.shift())) / (double) factor.multiplier();
        int depth = node.depth();
        return new Int8Layer.LogSoftmax(
                node.elements() / depth,
                depth,
                factor,
                Multiplier.of(inverse),
                -inputRadius(SOFTMAX_INTEGER_BITS, factor.shift()));
    }

    /** All inputs have one scale, which the sum has twice. */
    static Layer addN(NodeView node) {
        double common = 2 * (double) node.inputScale();
        double headroom = 1 << Int8Layer.Binary.shift(Operator.BinaryFunction.ADD);
        return new Int8Layer.AddN(
                node.elements(),
                node.node().inputs().size(),
                node.inputZeroPoint(),
                Multiplier.of(common / (headroom * (double) node.outputScale())),
                node.outputZeroPoint());
    }

    static Layer l2Normalization(NodeView node) {
        return new Int8Layer.L2Normalization(node.elements() / node.depth(), node.depth(), node.inputZeroPoint());
    }

    /** From input to Q5, capped: whatever is further from the largest input gives 0 anyway. */
    static Multiplier toExponent(double beta, NodeView node) {
        double toQ5 = beta * (double) node.inputScale() * (1 << (31 - SOFTMAX_INTEGER_BITS));
        double largest = (1L << 31) - 1.0;
        return wideMultiplier(Math.min(toQ5, largest));
    }

    /** As {@link Multiplier#of}, for factors in [1, 2^31) whose left shift is up to 31. */
    static Multiplier wideMultiplier(double factor) {
        Multiplier half = Multiplier.of(factor / 2);
        return new Multiplier(half.multiplier(), half.shift() + 1);
    }

    /** Largest input difference that stays inside Q{integerBits} after scaling. */
    static int inputRadius(int integerBits, int leftShift) {
        double largest = (double) ((1 << integerBits) - 1) * (1L << (31 - integerBits));
        return (int) Math.floor(Math.scalb(largest, -leftShift));
    }

    static Layer binary(Operator.Binary binary, NodeView node) {
        BinaryFactors factors = factors(binary.function(), Int8Layer.Binary.shift(binary.function()), node);
        return new Int8Layer.Binary(
                binary.function(),
                node.broadcast(),
                new Int8Layer.Operand(NodeView.zeroPoint(node.input(0)), Multiplier.of(factors.first())),
                new Int8Layer.Operand(NodeView.zeroPoint(node.input(1)), Multiplier.of(factors.second())),
                Multiplier.of(factors.output()),
                node.outputZeroPoint(),
                range(binary.activation(), node.output()));
    }

    /** Of a function of two elements: from each operand to the common scale, and from there to the output. */
    record BinaryFactors(double first, double second, double output) {}

    /** @param headroom bits that the operands gain */
    static BinaryFactors factors(Operator.BinaryFunction function, int headroom, NodeView node) {
        float first = NodeView.scale(node.input(0));
        float second = NodeView.scale(node.input(1));
        return switch (function) {
            case ADD -> add(first, second, headroom, node.outputScale());
            case SUB -> subtract(first, second, headroom, node.outputScale());
            case MUL -> new BinaryFactors(1, 1, (double) first * (double) second / (double) node.outputScale());
            case SQUARED_DIFFERENCE -> squaredDifference(first, second, headroom, node.outputScale());
            case MAXIMUM, MINIMUM -> new BinaryFactors(1, 1, 1);
            case DIV -> new BinaryFactors(1, 1, first / (second * node.outputScale()));
            case FLOOR_DIV, FLOOR_MOD -> throw new IllegalArgumentException(function + " has no kernel with scales");
        };
    }

    private static BinaryFactors add(double first, double second, int headroom, float output) {
        double common = 2 * Math.max(first, second);
        return new BinaryFactors(first / common, second / common, common / ((1 << headroom) * (double) output));
    }

    /** As an addition, but with factors that are rounded to float: that is how TFLM has it. */
    private static BinaryFactors subtract(float first, float second, int headroom, float output) {
        float common = 2 * Math.max(first, second);
        return new BinaryFactors(first / common, second / common, common / ((1 << headroom) * output));
    }

    private static BinaryFactors squaredDifference(double first, double second, int headroom, float output) {
        double common = 2 * Math.max(first, second);
        float divisor = (1 << 2 * headroom) * output;
        return new BinaryFactors(first / common, second / common, common * common / (double) divisor);
    }

    static Int8Layer.Range range(Activation activation, Tensor output) {
        int min = activation.min() == Float.NEGATIVE_INFINITY ? Byte.MIN_VALUE : quantize(activation.min(), output);
        int max = activation.max() == Float.POSITIVE_INFINITY ? Byte.MAX_VALUE : quantize(activation.max(), output);
        return new Int8Layer.Range(Math.max(min, Byte.MIN_VALUE), Math.min(max, Byte.MAX_VALUE));
    }

    private static int quantize(float real, Tensor tensor) {
        return NodeView.zeroPoint(tensor) + FixedPoint.roundHalfAway(real / NodeView.scale(tensor));
    }
}
