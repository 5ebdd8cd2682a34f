package dev.mote.trainer.tensorflow;

import org.tensorflow.types.TFloat32;

/** Input and target tensors of one batch size, written again for each batch. */
record Feed(TFloat32 inputs, TFloat32 targets) implements AutoCloseable {
    static Feed of(int size, int[] inputShape, int[] targetShape) {
        return new Feed(
                TFloat32.tensorOf(Shapes.of(Shapes.batch(size, inputShape))),
                TFloat32.tensorOf(Shapes.of(Shapes.batch(size, targetShape))));
    }

    /** Arrays may be longer than the batch. */
    void write(float[] inputValues, float[] targetValues) {
        write(inputs, inputValues);
        write(targets, targetValues);
    }

    private static void write(TFloat32 tensor, float[] values) {
        tensor.asRawTensor().data().asFloats().write(values, 0, (int) tensor.size());
    }

    /** All elements, in the order of the tensor. */
    static float[] floats(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Override
    public void close() {
        inputs.close();
        targets.close();
    }
}
