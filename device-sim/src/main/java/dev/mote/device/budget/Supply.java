package dev.mote.device.budget;

import java.util.Optional;

/**
 * What feeds a device, and what else is fed.
 *
 * @param cell empty if no battery life is asked for
 * @param sensorAmperes drawn all the time, at the voltage of the device
 */
public record Supply(Optional<Cell> cell, double sensorAmperes) {
    public static final Supply MAINS = new Supply(Optional.empty(), 0);

    /** @throws IllegalArgumentException if the current is negative or not finite */
    public Supply {
        if (!(sensorAmperes >= 0 && Double.isFinite(sensorAmperes))) {
            throw new IllegalArgumentException(sensorAmperes + " A of the sensor");
        }
    }
}
