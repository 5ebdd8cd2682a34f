package dev.mote.device.stream;

import java.util.List;

/**
 * What happened in a stretch of a simulated stream.
 *
 * @param samples that the device got, in this order
 * @param int8 windows of the int8 model
 * @param real windows of the float model, if there is one
 * @param int8Events of the int8 model
 * @param realEvents of the float model
 */
public record SimulationStep(
        List<TimedSample> samples,
        List<SimulatedWindow> int8,
        List<SimulatedWindow> real,
        List<SimulatedEvent> int8Events,
        List<SimulatedEvent> realEvents) {
    public static final SimulationStep NOTHING =
            new SimulationStep(List.of(), List.of(), List.of(), List.of(), List.of());

    public SimulationStep {
        samples = List.copyOf(samples);
        int8 = List.copyOf(int8);
        real = List.copyOf(real);
        int8Events = List.copyOf(int8Events);
        realEvents = List.copyOf(realEvents);
    }
}
