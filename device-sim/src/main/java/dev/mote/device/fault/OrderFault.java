package dev.mote.device.fault;

/** A fault of when samples are measured, or of which of them arrive, how often and in which order. */
sealed interface OrderFault extends Fault
        permits ClockSkew, WrongRate, ClockJitter, Dropout, BurstLoss, Duplicates, Reordering {}
