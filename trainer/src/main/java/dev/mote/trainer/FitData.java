package dev.mote.trainer;

import java.util.List;
import java.util.Optional;

/**
 * The samples of a run.
 *
 * @param classes of the samples that are trained on
 * @param test measured at the end, if given
 */
record FitData(Examples training, Classes classes, Optional<Examples> test) {
    /** @param classNames empty if the targets are values */
    static FitData of(Examples training, List<String> classNames, Optional<Examples> test) {
        return new FitData(training, Classes.of(training, classNames), test);
    }
}
