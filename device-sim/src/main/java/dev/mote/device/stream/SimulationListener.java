package dev.mote.device.stream;

/** Hears what happens in a simulation, in the order of time, on the thread that runs it. */
public interface SimulationListener {
    SimulationListener SILENT = new SimulationListener() {};

    /** The truth had been {@code label} from {@code beginMicros} to {@code endMicros}; {@link TimedSample#NO_LABEL} if unknown. */
    default void truth(int label, long beginMicros, long endMicros) {}

    /** The int8 model's. */
    default void event(SimulatedEvent event) {}

    /** The float model's. */
    default void floatEvent(SimulatedEvent event) {}

    /** So many samples have been run. */
    default void progress(long samples) {}

    /** This one, and {@code other} after it. */
    default SimulationListener and(SimulationListener other) {
        SimulationListener first = this;
        return new SimulationListener() {
            @Override
            public void truth(int label, long beginMicros, long endMicros) {
                first.truth(label, beginMicros, endMicros);
                other.truth(label, beginMicros, endMicros);
            }

            @Override
            public void event(SimulatedEvent event) {
                first.event(event);
                other.event(event);
            }

            @Override
            public void floatEvent(SimulatedEvent event) {
                first.floatEvent(event);
                other.floatEvent(event);
            }

            @Override
            public void progress(long samples) {
                first.progress(samples);
                other.progress(samples);
            }
        };
    }
}
