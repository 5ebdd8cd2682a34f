package dev.mote.app.pipeline;

import java.util.OptionalInt;

/**
 * What {@code --devices} and its companions say.
 *
 * @param meanFaults random faults of a device, on average
 * @param number the only one that is to run; empty: all
 */
public record FleetRequest(int devices, double seconds, double meanFaults, OptionalInt number) {}
