package dev.mote.trainer.tensorflow;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/** Shapes with a batch in front, and in TensorFlow's type. */
final class Shapes {
    private Shapes() {}

    /** @param size -1 for any */
    static int[] batch(int size, int[] sample) {
        return IntStream.concat(IntStream.of(size), IntStream.of(sample)).toArray();
    }

    static Shape of(int[] dimensions) {
        return Shape.of(Arrays.stream(dimensions).asLongStream().toArray());
    }
}
