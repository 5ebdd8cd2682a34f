package dev.mote.codegen;

import dev.mote.model.lowered.FloatLayer;
import java.util.Locale;

/** Finds the emitter of a float32 layer. */
final class FloatEmitters {
    private FloatEmitters() {}

    static LayerCode emit(FloatLayer layer, LayerScope scope) {
        return switch (layer) {
            case FloatLayer.Conv2d conv -> FloatWeightsEmitter.conv2d(conv, scope);
            case FloatLayer.DepthwiseConv2d conv -> FloatWeightsEmitter.depthwise(conv, scope);
            case FloatLayer.FullyConnected dense -> FloatWeightsEmitter.fullyConnected(dense, scope);
            case FloatLayer.TransposeConv conv -> FloatWeightsEmitter.transposeConv(conv, scope);
            case FloatLayer.BatchMatmul matmul -> MatmulEmitter.float32(matmul, scope);
            case FloatLayer.Pool2d pool -> FloatEmitter.pool(pool, scope);
            case FloatLayer.Reduce reduce -> FloatEmitter.reduce(reduce, scope);
            case FloatLayer.Softmax softmax -> FloatEmitter.softmax(softmax, scope);
            case FloatLayer.LogSoftmax softmax ->
                FloatEmitter.rows(Kernel.LOG_SOFTMAX_F32, softmax.rows(), softmax.depth(), scope);
            case FloatLayer.L2Normalization norm ->
                FloatEmitter.rows(Kernel.L2_NORMALIZATION_F32, norm.rows(), norm.depth(), scope);
            case FloatLayer.AddN sum -> AddNEmitter.float32(sum, scope);
            case FloatLayer.Prelu prelu -> PreluEmitter.float32(prelu, scope);
            case FloatLayer.Unary unary -> FloatEmitter.unary(unary, scope);
            case FloatLayer.LeakyRelu leaky -> FloatEmitter.leakyRelu(leaky, scope);
            case FloatLayer.Binary binary -> FloatEmitter.binary(binary, scope);
            case FloatLayer.ResizeBilinear resize -> ResizeEmitter.bilinear(resize, scope);
            case FloatLayer.CumulativeSum sum -> CumulativeSumEmitter.float32(sum, scope);
            case FloatLayer.EmbeddingLookup lookup -> GatherEmitter.embeddingLookup(lookup, scope);
            case FloatLayer.Quantize quantize -> ConversionEmitter.quantize(quantize, scope);
            case FloatLayer.Dequantize dequantize -> ConversionEmitter.dequantize(dequantize, scope);
        };
    }

    /** What the layer is called in C names. */
    static String word(FloatLayer layer) {
        return switch (layer) {
            case FloatLayer.Conv2d conv -> "conv2d";
            case FloatLayer.DepthwiseConv2d conv -> "depthwise_conv2d";
            case FloatLayer.FullyConnected dense -> "fully_connected";
            case FloatLayer.TransposeConv conv -> "transpose_conv";
            case FloatLayer.BatchMatmul matmul -> "batch_matmul";
            case FloatLayer.Pool2d pool -> pool.kind().name().toLowerCase(Locale.ROOT) + "_pool2d";
            case FloatLayer.Reduce reduce -> reduce.function().operatorName().toLowerCase(Locale.ROOT);
            case FloatLayer.Softmax softmax -> "softmax";
            case FloatLayer.LogSoftmax softmax -> "log_softmax";
            case FloatLayer.L2Normalization norm -> "l2_normalization";
            case FloatLayer.AddN sum -> "add_n";
            case FloatLayer.Prelu prelu -> "prelu";
            case FloatLayer.Unary unary -> unary.function().name().toLowerCase(Locale.ROOT);
            case FloatLayer.LeakyRelu leaky -> "leaky_relu";
            case FloatLayer.Binary binary -> binary.function().name().toLowerCase(Locale.ROOT);
            case FloatLayer.ResizeBilinear resize -> "resize_bilinear";
            case FloatLayer.CumulativeSum sum -> "cumsum";
            case FloatLayer.EmbeddingLookup lookup -> "embedding_lookup";
            case FloatLayer.Quantize quantize -> "quantize";
            case FloatLayer.Dequantize dequantize -> "dequantize";
        };
    }
}
