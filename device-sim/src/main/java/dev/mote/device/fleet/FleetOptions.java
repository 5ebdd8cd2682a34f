package dev.mote.device.fleet;

import dev.mote.device.fault.Faults;

/**
 * What a fleet is.
 *
 * @param seconds that each device runs
 * @param meanFaults random faults that a device has on average
 * @param always faults that every device has
 */
public record FleetOptions(int devices, double seconds, double meanFaults, Faults always, long seed, int threads) {
    public FleetOptions {
        if (devices < 1 || !(seconds > 0) || !(meanFaults >= 0) || threads < 1) {
            throw new IllegalArgumentException(devices + " devices, " + seconds + " s, " + meanFaults + " faults");
        }
    }
}
