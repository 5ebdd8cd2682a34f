package dev.mote.codegen;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.StateLayer;
import java.util.Locale;

/** Finds the emitter of a layer. */
final class Emitters {
    private Emitters() {}

    static LayerCode emit(Layer layer, LayerScope scope) {
        return switch (layer) {
            case Int8Layer.Conv2d conv -> ConvolutionEmitter.conv2d(conv, scope);
            case Int8Layer.DepthwiseConv2d conv -> ConvolutionEmitter.depthwise(conv, scope);
            case Int8Layer.FullyConnected dense -> FullyConnectedEmitter.emit(dense, scope);
            case Int8Layer.TransposeConv conv -> TransposeConvEmitter.emit(conv, scope);
            case Int8Layer.BatchMatmul matmul -> MatmulEmitter.emit(matmul, scope);
            case Int8Layer.Pool2d pool -> PoolEmitter.emit(pool, scope);
            case Int8Layer.Sum sum -> ReductionEmitter.sum(sum, scope);
            case Int8Layer.Extreme extreme -> ReductionEmitter.extreme(extreme, scope);
            case Int8Layer.Softmax softmax -> SoftmaxEmitter.emit(softmax, scope);
            case Int8Layer.LogSoftmax softmax -> SoftmaxEmitter.logarithm(softmax, scope);
            case Int8Layer.L2Normalization norm -> NormalizationEmitter.emit(norm, scope);
            case Int8Layer.AddN sum -> AddNEmitter.emit(sum, scope);
            case Int8Layer.Prelu prelu -> PreluEmitter.emit(prelu, scope);
            case Int8Layer.Lookup lookup -> LookupEmitter.emit(lookup, scope);
            case Int8Layer.Binary binary -> BinaryEmitter.emit(binary, scope);
            case Int16Layer int16 -> Int16Emitters.emit(int16, scope);
            case Int8Layer.ResizeBilinear resize -> ResizeEmitter.bilinear(resize, scope);
            case Int8Layer.CumulativeSum sum -> CumulativeSumEmitter.int8(sum, scope);
            case MovementLayer.Copy copy -> CopyEmitter.emit();
            case MovementLayer.StridedCopy copy -> StridedCopyEmitter.emit(copy, scope);
            case MovementLayer.Gather gather -> GatherEmitter.emit(gather, scope);
            case MovementLayer.GatherComputed gather -> GatherEmitter.computed(gather, scope);
            case MovementLayer.GatherRows gather -> GatherEmitter.rows(gather, scope);
            case MovementLayer.UpdateSlice update -> UpdateSliceEmitter.emit(update, scope);
            case MovementLayer.BroadcastShapes shapes -> BroadcastShapesEmitter.emit(shapes, scope);
            case MovementLayer.Resample resample -> ResizeEmitter.resample(resample, scope);
            case MovementLayer.SpaceToBatch space -> BlockEmitter.spaceToBatch(space, scope);
            case MovementLayer.BatchToSpace batch -> BlockEmitter.batchToSpace(batch, scope);
            case MovementLayer.MirrorPad pad -> MirrorPadEmitter.emit(pad, scope);
            case MovementLayer.Store store -> StoreEmitter.emit(store, scope);
            case MovementLayer.Pad pad -> PadEmitter.emit(pad, scope);
            case MovementLayer.Concatenate concatenate -> ConcatenateEmitter.emit(concatenate, scope);
            case StateLayer state -> StateEmitters.emit(state, scope);
            case FloatLayer floating -> FloatEmitters.emit(floating, scope);
            case IntegerLayer integer -> LogicEmitter.emit(integer, scope);
        };
    }

    /** What the layer is called in C names. */
    static String word(Layer layer) {
        return switch (layer) {
            case Int8Layer.Conv2d conv -> "conv2d";
            case Int8Layer.DepthwiseConv2d conv -> "depthwise_conv2d";
            case Int8Layer.FullyConnected dense -> "fully_connected";
            case Int8Layer.TransposeConv conv -> "transpose_conv";
            case Int8Layer.BatchMatmul matmul -> "batch_matmul";
            case Int8Layer.Pool2d pool -> pool.kind() == PoolKind.MAX ? "max_pool2d" : "average_pool2d";
            case Int8Layer.Sum sum -> "sum";
            case Int8Layer.Extreme extreme -> extreme.greatest() ? "reduce_max" : "reduce_min";
            case Int8Layer.Softmax softmax -> "softmax";
            case Int8Layer.LogSoftmax softmax -> "log_softmax";
            case Int8Layer.L2Normalization norm -> "l2_normalization";
            case Int8Layer.AddN sum -> "add_n";
            case Int8Layer.Prelu prelu -> "prelu";
            case Int8Layer.Lookup lookup -> "lookup";
            case Int8Layer.ResizeBilinear resize -> "resize_bilinear";
            case Int8Layer.CumulativeSum sum -> "cumsum";
            case Int8Layer.Binary binary -> binary.function().name().toLowerCase(Locale.ROOT);
            case Int16Layer int16 -> Int16Emitters.word(int16);
            case MovementLayer.Copy copy -> "reshape";
            case MovementLayer.StridedCopy copy -> "strided_copy";
            case MovementLayer.Gather gather -> "gather";
            case MovementLayer.GatherComputed gather -> "gather";
            case MovementLayer.GatherRows gather -> "gather_nd";
            case MovementLayer.UpdateSlice update -> "update_slice";
            case MovementLayer.BroadcastShapes shapes -> "broadcast_args";
            case MovementLayer.Resample resample -> "resize_nearest";
            case MovementLayer.SpaceToBatch space -> "space_to_batch";
            case MovementLayer.BatchToSpace batch -> "batch_to_space";
            case MovementLayer.MirrorPad pad -> "mirror_pad";
            case MovementLayer.Store store -> "store";
            case MovementLayer.Pad pad -> "pad";
            case MovementLayer.Concatenate concatenate -> "concatenate";
            case StateLayer state -> StateEmitters.word(state);
            case FloatLayer floating -> FloatEmitters.word(floating);
            case IntegerLayer integer -> LogicEmitter.word(integer);
        };
    }
}
