package dev.mote.codegen;

import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.FloatLayer;
import java.util.List;

/** float32 layers without weights. */
final class FloatEmitter {
    private static final int RANGE_BYTES = 2 * 4;

    private FloatEmitter() {}

    static LayerCode pool(FloatLayer.Pool2d layer, LayerScope scope) {
        Kernel kernel =
                switch (layer.kind()) {
                    case MAX -> Kernel.MAX_POOL_2D_F32;
                    case AVERAGE -> Kernel.AVERAGE_POOL_2D_F32;
                    case L2 -> Kernel.L2_POOL_2D_F32;
                };
        return LayerCode.of(
                        List.of(),
                        List.of(WindowText.note(layer.geometry())),
                        kernel,
                        scope.name("params"),
                        WindowText.STRUCT_BYTES + RANGE_BYTES,
                        WindowText.initializer(layer.geometry()) + FloatWeightsEmitter.range(layer.activation()))
                .withOverlap(Overlap.window(layer.geometry(), Float.BYTES, 0));
    }

    static LayerCode reduce(FloatLayer.Reduce layer, LayerScope scope) {
        boolean extreme = layer.function() == ReduceFunction.MAX || layer.function() == ReduceFunction.MIN;
        float divisor =
                layer.function() == ReduceFunction.MEAN ? layer.reduction().count() : 1;
        float sign = layer.function() == ReduceFunction.MIN ? -1 : 1;
        String text = ReductionEmitter.shape(layer.reduction(), scope)
                + (extreme ? ".sign = %s,\n" : ".divisor = %s,\n").formatted(CText.number(extreme ? sign : divisor));
        return LayerCode.of(
                List.of(),
                ReductionEmitter.note(layer.reduction()),
                extreme ? Kernel.EXTREME_F32 : Kernel.SUM_F32,
                scope.name("params"),
                ReductionEmitter.SHAPE_BYTES + 4,
                text);
    }

    static LayerCode softmax(FloatLayer.Softmax layer, LayerScope scope) {
        String text = """
                .rows = %d,
                .depth = %d,
                .beta = %s,
                """.formatted(layer.rows(), layer.depth(), CText.number(layer.beta()));
        return LayerCode.of(List.of(), List.of(), Kernel.SOFTMAX_F32, scope.name("params"), 3 * 4, text);
    }

    /** LOG_SOFTMAX and L2_NORMALIZATION. */
    static LayerCode rows(Kernel kernel, int rows, int depth, LayerScope scope) {
        String text = """
                .rows = %d,
                .depth = %d,
                """.formatted(rows, depth);
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), 2 * 4, text);
    }

    static LayerCode unary(FloatLayer.Unary layer, LayerScope scope) {
        String text = ".elements = %d,\n".formatted(layer.elements());
        return LayerCode.of(List.of(), List.of(), Kernel.of(layer.function()), scope.name("params"), 4, text);
    }

    static LayerCode leakyRelu(FloatLayer.LeakyRelu layer, LayerScope scope) {
        String text = """
                .elements = %d,
                .alpha = %s,
                """.formatted(layer.elements(), CText.number(layer.alpha()));
        return LayerCode.of(List.of(), List.of(), Kernel.LEAKY_RELU_F32, scope.name("params"), 2 * 4, text);
    }

    static LayerCode binary(FloatLayer.Binary layer, LayerScope scope) {
        Broadcast broadcast = layer.broadcast();
        scope.requireAtMost(broadcast.dimensions().size(), BinaryEmitter.DIMENSIONS, "dimensions that differ");
        String text = BinaryEmitter.broadcast(broadcast) + FloatWeightsEmitter.range(layer.activation());
        LayerCode.Call call = new LayerCode.Call(
                Kernel.of(layer.function()),
                scope.name("params"),
                text,
                3 * BinaryEmitter.DIMENSIONS * 4 + RANGE_BYTES,
                List.of(0, 1),
                0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
