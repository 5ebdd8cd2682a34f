package dev.mote.device.stream;

import java.util.List;

/**
 * What one model said about one window of a simulated stream.
 *
 * @param atMicros time of its last sample, since the start of the stream
 * @param truth class; negative if not known or none
 * @param best class of this window alone
 * @param label class of the stream after it; negative for none
 * @param scores of the classes; of the float model, as the int8 model's output can tell them
 */
public record SimulatedWindow(long atMicros, int truth, int best, int label, List<Float> scores) {
    public SimulatedWindow {
        scores = List.copyOf(scores);
    }
}
