package dev.mote.model.interpreter;

import dev.mote.model.interpreter.vector.Scratch;

/** One layer, ready to run: reads its operands, writes its output. What lasts between runs is in tensors. */
@FunctionalInterface
interface Kernel {
    /** @param tensors the working memory, by tensor index */
    void run(TensorBuffer[] tensors);

    /** @param scratch memory to work in, of the calling thread */
    default void run(TensorBuffer[] tensors, Scratch scratch) {
        run(tensors);
    }
}
