package dev.mote.model.interpreter;

/** One layer, ready to run: reads its operands, writes its output. What lasts between runs is in tensors. */
@FunctionalInterface
interface Kernel {
    /** @param tensors the working memory, by tensor index */
    void run(TensorBuffer[] tensors);
}
