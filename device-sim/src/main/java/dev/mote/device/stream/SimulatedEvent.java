package dev.mote.device.stream;

/**
 * The label of a simulated stream has changed. Times are in microseconds since the start of the stream.
 *
 * @param label the class from now on; negative for none
 * @param beginMicros when it began, and the previous one ended
 * @param atMicros when this was decided
 * @param previous the class until then; negative for none
 * @param stretch number of the uninterrupted piece of recording
 */
public record SimulatedEvent(int label, long beginMicros, long atMicros, int previous, int stretch) {}
