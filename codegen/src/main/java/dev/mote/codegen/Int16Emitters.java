package dev.mote.codegen;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.lowered.Int16Layer;
import java.util.Locale;

/** Finds the emitter of an int16 layer. Parameters are those of the int8 layer wherever only the element type differs. */
final class Int16Emitters {
    private Int16Emitters() {}

    static LayerCode emit(Int16Layer int16, LayerScope scope) {
        return switch (int16) {
            case Int16Layer.Conv2d layer -> Int16WeightedEmitter.conv2d(layer, scope);
            case Int16Layer.DepthwiseConv2d layer -> Int16WeightedEmitter.depthwise(layer, scope);
            case Int16Layer.FullyConnected layer -> Int16WeightedEmitter.fullyConnected(layer, scope);
            case Int16Layer.TransposeConv layer -> Int16WeightedEmitter.transposeConv(layer, scope);
            case Int16Layer.BatchMatmul layer -> MatmulEmitter.int16(layer, scope);
            case Int16Layer.Prelu layer -> PreluEmitter.int16(layer, scope);
            case Int16Layer.Pool2d layer -> pool(layer, scope);
            case Int16Layer.Sum layer ->
                ReductionEmitter.sum(
                        Kernel.SUM_S16,
                        layer.reduction(),
                        layer.factor(),
                        layer.inputZeroPoint(),
                        layer.outputZeroPoint(),
                        scope);
            case Int16Layer.Binary layer ->
                BinaryEmitter.emit(
                        kernel(layer.function()),
                        layer.broadcast(),
                        layer.first(),
                        layer.second(),
                        layer.outputFactor(),
                        layer.outputZeroPoint(),
                        layer.range(),
                        scope);
            case Int16Layer.Softmax layer -> Int16ElementEmitter.softmax(layer, scope);
            case Int16Layer.SoftmaxOfInt8 layer ->
                SoftmaxEmitter.emit(
                        Kernel.SOFTMAX_S8_S16,
                        layer.rows(),
                        layer.depth(),
                        layer.factor(),
                        layer.minDifference(),
                        scope);
            case Int16Layer.Sigmoidal layer -> Int16ElementEmitter.sigmoidal(layer, scope);
            case Int16Layer.ReciprocalRoot layer -> Int16ElementEmitter.reciprocalRoot(layer, scope);
            case Int16Layer.Slopes layer -> Int16ElementEmitter.slopes(layer, scope);
        };
    }

    private static LayerCode pool(Int16Layer.Pool2d layer, LayerScope scope) {
        Kernel kernel =
                switch (layer.kind()) {
                    case MAX -> Kernel.MAX_POOL_2D_S16;
                    case AVERAGE -> Kernel.AVERAGE_POOL_2D_S16;
                    case L2 -> throw new IllegalArgumentException("L2_POOL_2D has no int16 kernel");
                };
        // The sum of the window, with half the count, must fit 32 bits.
        scope.requireAtMost(
                (long) layer.geometry().kernelH() * layer.geometry().kernelW(), (1 << 16) - 2, "elements a window");
        return PoolEmitter.emit(kernel, layer.geometry(), layer.range(), scope);
    }

    private static Kernel kernel(BinaryFunction function) {
        return switch (function) {
            case ADD -> Kernel.ADD_S16;
            case SUB -> Kernel.SUB_S16;
            case MUL -> Kernel.MUL_S16;
            case SQUARED_DIFFERENCE -> Kernel.SQUARED_DIFFERENCE_S16;
            case DIV, MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD ->
                throw new IllegalArgumentException(function + " has no int16 kernel with scales");
        };
    }

    /** What the layer is called in C names. */
    static String word(Int16Layer int16) {
        return switch (int16) {
            case Int16Layer.Conv2d layer -> "conv2d";
            case Int16Layer.DepthwiseConv2d layer -> "depthwise_conv2d";
            case Int16Layer.FullyConnected layer -> "fully_connected";
            case Int16Layer.TransposeConv layer -> "transpose_conv";
            case Int16Layer.BatchMatmul layer -> "batch_matmul";
            case Int16Layer.Prelu layer -> "prelu";
            case Int16Layer.Pool2d layer -> layer.kind() == PoolKind.MAX ? "max_pool2d" : "average_pool2d";
            case Int16Layer.Sum layer -> "sum";
            case Int16Layer.Binary layer -> layer.function().name().toLowerCase(Locale.ROOT);
            case Int16Layer.Softmax layer -> "softmax";
            case Int16Layer.SoftmaxOfInt8 layer -> "softmax";
            case Int16Layer.Sigmoidal layer -> layer.tanh() ? "tanh" : "logistic";
            case Int16Layer.ReciprocalRoot layer -> "rsqrt";
            case Int16Layer.Slopes layer -> "slopes";
        };
    }

    /** Whether the output may take the bytes of an operand. */
    static boolean overwrites(Int16Layer int16) {
        return switch (int16) {
            case Int16Layer.Softmax layer -> true;
            case Int16Layer.Sigmoidal layer -> true;
            case Int16Layer.ReciprocalRoot layer -> true;
            case Int16Layer.Slopes layer -> true;
            case Int16Layer.Binary layer -> layer.broadcast().isElementwise();
            case Int16Layer.Conv2d layer -> false;
            case Int16Layer.DepthwiseConv2d layer -> false;
            case Int16Layer.FullyConnected layer -> false;
            case Int16Layer.TransposeConv layer -> false;
            case Int16Layer.BatchMatmul layer -> false;
            case Int16Layer.Prelu layer -> false;
            case Int16Layer.Pool2d layer -> false;
            case Int16Layer.Sum layer -> false;
            case Int16Layer.SoftmaxOfInt8 layer -> false;
        };
    }
}
