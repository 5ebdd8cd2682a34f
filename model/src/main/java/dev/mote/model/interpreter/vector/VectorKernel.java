package dev.mote.model.interpreter.vector;

/** An int8 layer of one operand, made ready for vectors. Immutable and shared by threads. */
@FunctionalInterface
public interface VectorKernel {
    /** @param scratch of the calling thread */
    void run(byte[] in, byte[] out, Scratch scratch);
}
