package dev.mote.quantizer;

/**
 * What the quantizer saw of one activation, and what it made of it.
 *
 * @param observedMin least value in the calibration samples
 * @param observedMax greatest value
 * @param rangeMin real value of the integer -128
 * @param rangeMax real value of the integer 127
 * @param clippedShare part of the values, 0 to 1, that lay more than half a step outside the range, in the measured samples
 */
public record TensorReport(
        String name,
        double observedMin,
        double observedMax,
        double rangeMin,
        double rangeMax,
        float scale,
        int zeroPoint,
        double clippedShare) {}
