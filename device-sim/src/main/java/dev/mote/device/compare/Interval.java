package dev.mote.device.compare;

/** A confidence interval of 95 %. */
public record Interval(double low, double high) {}
