package dev.mote.model.interpreter;

import dev.mote.model.interpreter.vector.Scratch;
import dev.mote.model.interpreter.vector.VectorBinary;
import dev.mote.model.interpreter.vector.VectorKernel;
import dev.mote.model.interpreter.vector.VectorKernels;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Step;
import java.util.Optional;

/** Binds a layer to its fastest kernel. All of them give the bytes of the plain ones. */
final class FastKernels {
    private FastKernels() {}

    static Kernel of(Step step) {
        return chosen(step).orElseGet(() -> Kernels.of(step));
    }

    private static Optional<Kernel> chosen(Step step) {
        int in = step.inputs().getFirst();
        int out = step.output();
        if (step.layer() instanceof Int8Layer.Pool2d layer) {
            return Optional.of(t -> FastPoolInt8.run(layer, bytes(t[in]), bytes(t[out])));
        }
        if (step.layer() instanceof Int8Layer.Sum layer && FastSumInt8.fits(layer)) {
            FastSumInt8 kernel = new FastSumInt8(layer);
            return Optional.of(t -> kernel.run(bytes(t[in]), bytes(t[out])));
        }
        if (!VectorKernels.arePresent()) {
            return Optional.empty();
        }
        return switch (step.layer()) {
            case Int8Layer.Conv2d layer -> VectorKernels.conv(layer).map(k -> unary(k, in, out));
            case Int8Layer.DepthwiseConv2d layer ->
                VectorKernels.depthwise(layer).map(k -> unary(k, in, out));
            case Int8Layer.FullyConnected layer ->
                VectorKernels.fullyConnected(layer).map(k -> unary(k, in, out));
            case Int8Layer.Binary layer -> {
                int second = step.inputs().get(1);
                yield VectorKernels.binary(layer).map(k -> binary(k, in, second, out));
            }
            // Every layer has a plain kernel; few have another.
            default -> Optional.empty();
        };
    }

    /** A kernel that works in scratch memory; without any it takes fresh one. */
    private interface Scratching extends Kernel {
        @Override
        default void run(TensorBuffer[] tensors) {
            run(tensors, new Scratch());
        }

        @Override
        void run(TensorBuffer[] tensors, Scratch scratch);
    }

    private static Scratching unary(VectorKernel kernel, int in, int out) {
        return (tensors, scratch) -> kernel.run(bytes(tensors[in]), bytes(tensors[out]), scratch);
    }

    private static Scratching binary(VectorBinary kernel, int first, int second, int out) {
        return (tensors, scratch) ->
                kernel.run(bytes(tensors[first]), bytes(tensors[second]), bytes(tensors[out]), scratch);
    }

    private static byte[] bytes(TensorBuffer buffer) {
        return ((TensorBuffer.Bytes) buffer).values();
    }
}
