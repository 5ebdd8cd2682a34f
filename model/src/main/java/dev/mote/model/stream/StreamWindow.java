package dev.mote.model.stream;

/**
 * What the model said about one window of a stream.
 *
 * @param end how many samples had been pushed when the window was full
 * @param scores the model's output; of the float side, quantized as the int8 model's. Not to be kept: the next window overwrites it
 * @param best the class with the best score of this window alone, before any post-processing
 * @param label the class of the stream after this window, {@link StreamEvent#UNKNOWN} for none
 */
public record StreamWindow(long end, byte[] scores, int best, int label) {}
