package dev.mote.device.fault;

/** What a fault does to the values of one sample. */
interface ValueChange {
    /**
     * @param number of the sample, from 0
     * @param micros its time
     * @param values to be changed in place
     */
    void apply(long number, long micros, float[] values);
}
