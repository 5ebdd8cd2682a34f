package dev.mote.codegen;

import dev.mote.model.graph.Operator.PoolKind;
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
            case FloatLayer.Pool2d pool -> FloatEmitter.pool(pool, scope);
            case FloatLayer.Reduce reduce -> FloatEmitter.reduce(reduce, scope);
            case FloatLayer.Softmax softmax -> FloatEmitter.softmax(softmax, scope);
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
            case FloatLayer.Pool2d pool -> pool.kind() == PoolKind.MAX ? "max_pool2d" : "average_pool2d";
            case FloatLayer.Reduce reduce -> reduce.function().operatorName().toLowerCase(Locale.ROOT);
            case FloatLayer.Softmax softmax -> "softmax";
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
