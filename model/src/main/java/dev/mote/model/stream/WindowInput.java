package dev.mote.model.stream;

/** The way from a window of sensor counts, [samples, channels], to the model's input tensor. Not shared by threads. */
interface WindowInput {
    /** For the int8 model. */
    void bytes(short[] counts, byte[] tensor);

    /** For the float model. */
    void floats(short[] counts, float[] tensor);
}
