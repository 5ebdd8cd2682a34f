package dev.mote.model.stream;

/** A model on one window of sensor counts. */
public interface WindowScores {
    /** @param scores where the model's output goes, quantized as the int8 model's */
    void score(short[] window, byte[] scores);
}
