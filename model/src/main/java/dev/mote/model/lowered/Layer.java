package dev.mote.model.lowered;

/**
 * What the interpreter runs and codegen emits: an operator with every size, factor and clamp resolved, so that both have nothing left
 * to compute about the model and cannot differ in it.
 */
public sealed interface Layer permits Int8Layer, Int16Layer, FloatLayer, MovementLayer, IntegerLayer, StateLayer {

    /**
     * How many of the node's inputs, from the first, are read when the layer runs; the others are inside the layer. With state, the
     * first input and those that hold it.
     */
    default int operands() {
        return 1;
    }

    /** Multiply-accumulates of one run, samples outside the input included. */
    default long macs() {
        return 0;
    }
}
