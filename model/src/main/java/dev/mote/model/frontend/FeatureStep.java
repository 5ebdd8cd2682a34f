package dev.mote.model.frontend;

import java.util.List;

/** A step from one channel of a series to numbers, with its tables. */
sealed interface FeatureStep permits StatisticsStep, SpectrumStep {
    List<Integer> channels();

    /** Numbers for each channel. */
    int width();

    /** Writes the numbers of one channel to {@code numbers[start ...]}. */
    void run(int[] signal, int[] numbers, int start);
}
