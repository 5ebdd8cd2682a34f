package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Step;
import java.util.List;

/** Binds each int16 layer to its kernel and to the tensors that it reads and writes. */
final class Int16Kernels {
    private Int16Kernels() {}

    static Kernel of(Int16Layer int16, Step step) {
        List<Integer> inputs = step.inputs();
        int in = inputs.getFirst();
        int out = step.output();
        return switch (int16) {
            case Int16Layer.Conv2d layer -> shorts(in, out, new ConvInt16(layer)::run);
            case Int16Layer.DepthwiseConv2d layer -> shorts(in, out, new DepthwiseInt16(layer)::run);
            case Int16Layer.FullyConnected layer -> shorts(in, out, new FullyConnectedInt16(layer)::run);
            case Int16Layer.TransposeConv layer -> shorts(in, out, new TransposeConvInt16(layer)::run);
            case Int16Layer.BatchMatmul layer ->
                t -> MatmulKernels.run(layer, shorts(t[in]), shorts(t[inputs.get(1)]), shorts(t[out]));
            case Int16Layer.Prelu layer ->
                t -> ElementwiseInt16.prelu(layer, shorts(t[in]), bytes(t[inputs.get(1)]), shorts(t[out]));
            case Int16Layer.Pool2d layer -> shorts(in, out, (x, y) -> PoolInt16.run(layer, x, y));
            case Int16Layer.Sum layer -> shorts(in, out, (x, y) -> ReductionKernels.sum(layer, x, y));
            case Int16Layer.Softmax layer -> shorts(in, out, new SoftmaxInt16(layer)::run);
            case Int16Layer.SoftmaxOfInt8 layer -> t -> SoftmaxInt8.run(layer, bytes(t[in]), shorts(t[out]));
            case Int16Layer.Sigmoidal layer -> shorts(in, out, (x, y) -> ElementwiseInt16.sigmoidal(layer, x, y));
            case Int16Layer.ReciprocalRoot layer ->
                shorts(in, out, (x, y) -> ElementwiseInt16.reciprocalRoot(layer, x, y));
            case Int16Layer.Slopes layer -> shorts(in, out, (x, y) -> ElementwiseInt16.slopes(layer, x, y));
            case Int16Layer.Binary layer ->
                t -> ElementwiseInt16.binary(layer, shorts(t[in]), shorts(t[inputs.get(1)]), shorts(t[out]));
        };
    }

    private interface ShortsToShorts {
        void run(short[] in, short[] out);
    }

    private static Kernel shorts(int in, int out, ShortsToShorts kernel) {
        return tensors -> kernel.run(shorts(tensors[in]), shorts(tensors[out]));
    }

    private static short[] shorts(TensorBuffer buffer) {
        return ((TensorBuffer.Shorts) buffer).values();
    }

    private static byte[] bytes(TensorBuffer buffer) {
        return ((TensorBuffer.Bytes) buffer).values();
    }
}
