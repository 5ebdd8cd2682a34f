package dev.mote.model.stream;

/** The way from a window of counts to a model's input. */
interface WindowInput {
    /** For the int8 model. */
    byte[] bytes(short[] counts);

    /** For the float model. */
    float[] floats(short[] counts);
}
