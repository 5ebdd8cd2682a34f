package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.StateLayer;
import dev.mote.model.lowered.Step;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Binds each layer to its kernel and to the tensors that it reads and writes. */
final class Kernels {
    private Kernels() {}

    static Kernel of(Step step) {
        List<Integer> inputs = step.inputs();
        int in = inputs.getFirst();
        int out = step.output();
        return switch (step.layer()) {
            case Int8Layer.Conv2d layer -> bytes(in, out, new ConvInt8(layer)::run);
            case Int8Layer.DepthwiseConv2d layer -> bytes(in, out, new DepthwiseInt8(layer)::run);
            case Int8Layer.FullyConnected layer -> bytes(in, out, new FullyConnectedInt8(layer)::run);
            case Int8Layer.TransposeConv layer -> bytes(in, out, new TransposeConvInt8(layer)::run);
            case Int8Layer.BatchMatmul layer ->
                t -> MatmulKernels.run(layer, bytes(t[in]), bytes(t[inputs.get(1)]), bytes(t[out]));
            case Int8Layer.LogSoftmax layer -> bytes(in, out, (x, y) -> LogSoftmaxInt8.run(layer, x, y));
            case Int8Layer.L2Normalization layer -> bytes(in, out, (x, y) -> NormalizationKernels.run(layer, x, y));
            case Int8Layer.AddN layer -> t -> AddNKernels.run(layer, arrays(t, inputs), bytes(t[out]));
            case Int8Layer.Prelu layer ->
                t -> ElementwiseInt8.prelu(layer, bytes(t[in]), bytes(t[inputs.get(1)]), bytes(t[out]));
            case Int8Layer.Pool2d layer -> bytes(in, out, (x, y) -> PoolInt8.run(layer, x, y));
            case Int8Layer.Sum layer -> bytes(in, out, (x, y) -> ReductionKernels.sum(layer, x, y));
            case Int8Layer.Extreme layer -> bytes(in, out, (x, y) -> ReductionKernels.extreme(layer, x, y));
            case Int8Layer.Softmax layer -> bytes(in, out, (x, y) -> SoftmaxInt8.run(layer, x, y));
            case Int8Layer.Lookup layer -> bytes(in, out, (x, y) -> ElementwiseInt8.lookup(layer, x, y));
            case Int8Layer.ResizeBilinear layer -> bytes(in, out, (x, y) -> ResizeKernels.bilinear(layer, x, y));
            case Int8Layer.CumulativeSum layer -> bytes(in, out, (x, y) -> CumulativeSumKernels.run(layer, x, y));
            case Int8Layer.Binary layer ->
                t -> ElementwiseInt8.binary(layer, bytes(t[in]), bytes(t[inputs.get(1)]), bytes(t[out]));
            case Int16Layer layer -> Int16Kernels.of(layer, step);
            case FloatLayer.Conv2d layer -> floats(in, out, new ConvFloat(layer)::run);
            case FloatLayer.DepthwiseConv2d layer -> floats(in, out, new DepthwiseFloat(layer)::run);
            case FloatLayer.FullyConnected layer -> floats(in, out, new FullyConnectedFloat(layer)::run);
            case FloatLayer.TransposeConv layer -> floats(in, out, new TransposeConvFloat(layer)::run);
            case FloatLayer.BatchMatmul layer ->
                t -> MatmulKernels.run(layer, floats(t[in]), floats(t[inputs.get(1)]), floats(t[out]));
            case FloatLayer.LogSoftmax layer -> floats(in, out, (x, y) -> NormalizationKernels.run(layer, x, y));
            case FloatLayer.L2Normalization layer -> floats(in, out, (x, y) -> NormalizationKernels.run(layer, x, y));
            case FloatLayer.AddN layer -> t -> AddNKernels.run(layer, arrays(t, inputs), floats(t[out]));
            case FloatLayer.Prelu layer ->
                t -> ElementwiseFloat.prelu(layer, floats(t[in]), floats(t[inputs.get(1)]), floats(t[out]));
            case FloatLayer.Pool2d layer -> floats(in, out, (x, y) -> PoolFloat.run(layer, x, y));
            case FloatLayer.Reduce layer -> floats(in, out, (x, y) -> ReductionKernels.reduce(layer, x, y));
            case FloatLayer.Softmax layer -> floats(in, out, (x, y) -> ElementwiseFloat.softmax(layer, x, y));
            case FloatLayer.Unary layer -> floats(in, out, (x, y) -> ElementwiseFloat.unary(layer, x, y));
            case FloatLayer.LeakyRelu layer -> floats(in, out, (x, y) -> ElementwiseFloat.leakyRelu(layer, x, y));
            case FloatLayer.Binary layer ->
                t -> ElementwiseFloat.binary(layer, floats(t[in]), floats(t[inputs.get(1)]), floats(t[out]));
            case FloatLayer.ResizeBilinear layer -> floats(in, out, (x, y) -> ResizeKernels.bilinear(layer, x, y));
            case FloatLayer.CumulativeSum layer -> floats(in, out, (x, y) -> CumulativeSumKernels.run(layer, x, y));
            case FloatLayer.EmbeddingLookup layer ->
                t -> GatherKernels.embeddingLookup(layer, bytes(t[in]), ints(t[inputs.get(1)]), floats(t[out]));
            case FloatLayer.Quantize layer -> t -> ConversionKernels.quantize(layer, floats(t[in]), t[out]);
            case FloatLayer.Dequantize layer -> t -> ConversionKernels.dequantize(layer, t[in], floats(t[out]));
            case StateLayer layer -> StateKernels.of(layer, inputs, out);
            case IntegerLayer layer -> LogicKernels.of(layer, inputs, out);
            case MovementLayer.Copy layer -> t -> MovementKernels.copy(layer, t[in].array(), t[out].array());
            case MovementLayer.StridedCopy layer ->
                t -> StridedCopyKernel.run(layer.view(), t[in].array(), t[out].array());
            case MovementLayer.Store layer ->
                t -> t[out].read(ByteBuffer.wrap(layer.values().bytes()).order(ByteOrder.LITTLE_ENDIAN));
            case MovementLayer.Gather layer -> t -> GatherKernels.gather(layer, t[in].array(), t[out].array());
            case MovementLayer.GatherComputed layer ->
                t -> GatherKernels.gather(layer, t[in].array(), ints(t[inputs.get(1)]), t[out].array());
            case MovementLayer.GatherRows layer ->
                t -> GatherKernels.gatherRows(layer, t[in].array(), ints(t[inputs.get(1)]), t[out].array());
            case MovementLayer.UpdateSlice layer ->
                t -> GatherKernels.updateSlice(
                        layer, t[in].array(), t[inputs.get(1)].array(), t[inputs.get(2)], t[out].array());
            case MovementLayer.BroadcastShapes layer ->
                t -> GatherKernels.broadcastShapes(layer, t[in], t[inputs.get(1)], t[out]);
            case MovementLayer.Resample layer -> t -> ResizeKernels.resample(layer, t[in].array(), t[out].array());
            case MovementLayer.SpaceToBatch layer -> t -> ResizeKernels.spaceToBatch(layer, t[in], t[out]);
            case MovementLayer.BatchToSpace layer ->
                t -> ResizeKernels.batchToSpace(layer, t[in].array(), t[out].array());
            case MovementLayer.MirrorPad layer -> t -> MovementKernels.mirrorPad(layer, t[in].array(), t[out].array());
            case MovementLayer.Pad layer -> t -> MovementKernels.pad(layer, t[in], t[out]);
            case MovementLayer.Concatenate layer ->
                t -> MovementKernels.concatenate(layer, arrays(t, inputs), t[out].array());
        };
    }

    private interface BytesToBytes {
        void run(byte[] in, byte[] out);
    }

    private interface FloatsToFloats {
        void run(float[] in, float[] out);
    }

    private static Kernel bytes(int in, int out, BytesToBytes kernel) {
        return tensors -> kernel.run(bytes(tensors[in]), bytes(tensors[out]));
    }

    private static Kernel floats(int in, int out, FloatsToFloats kernel) {
        return tensors -> kernel.run(floats(tensors[in]), floats(tensors[out]));
    }

    private static byte[] bytes(TensorBuffer buffer) {
        return ((TensorBuffer.Bytes) buffer).values();
    }

    private static float[] floats(TensorBuffer buffer) {
        return ((TensorBuffer.Floats) buffer).values();
    }

    private static int[] ints(TensorBuffer buffer) {
        return ((TensorBuffer.Ints) buffer).values();
    }

    private static List<Object> arrays(TensorBuffer[] tensors, List<Integer> indices) {
        return indices.stream().map(index -> tensors[index].array()).toList();
    }
}
