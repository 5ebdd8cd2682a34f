package dev.mote.model.frontend;

/**
 * One number of a channel of a window: L values x, sum s and sum of squares q. Names are those of recipes, in lower case.
 * The integer that is computed, and how it stands for a real number in the channel's unit (step = unit of one count):
 */
public enum Statistic {
    /** s; times step / L. */
    MEAN,
    /** floor(sqrt(q)); times step / sqrt(L). */
    RMS,
    /** floor((L q - s^2) / L^2), at most 2^31 - 1; times step^2. */
    VARIANCE,
    /** Square root of the variance: floor(sqrt(L q - s^2)); times step / L. */
    DEVIATION,
    /** How many neighbours are on different sides of the mean: L x[i-1] >= s and L x[i] >= s differ. A pure number. */
    ZERO_CROSSINGS,
    /**
     * How often the signal rises from its mean or below to more than half a deviation above it: 2 (L x - s) > floor(sqrt(L q - s^2)), then
     * not again before L x <= s. A pure number.
     */
    PEAKS,
    /** Smallest x; times step. */
    MINIMUM,
    /** Largest x; times step. */
    MAXIMUM
}
