package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;

/** A fault of when samples are measured, or of which of them arrive, how often and in which order. */
sealed interface OrderFault extends Fault
        permits ClockSkew, WrongRate, ClockJitter, Dropout, BurstLoss, Duplicates, Reordering {
    /** The stream as it would be with this fault; reads as much of it as is asked for. */
    SampleStream apply(SampleStream stream, Site site, Chance chance);
}
