package dev.mote.device.fleet;

import dev.mote.device.stream.SampleStream;

/**
 * Who wears a device, and what a faultless sensor would tell.
 *
 * @param name as in the reports
 */
public record Person(String name, SampleStream stream) {}
