package dev.mote.dataset;

import dev.mote.model.BadInputException;

/** Where the test split of a user's own data comes from. */
public sealed interface TestSplit {
    /** One in five. */
    TestSplit STANDARD = new Share(0.2);

    /** A share of the samples, chosen by the seed. Of each class, or of the groups, about as large a share. */
    record Share(double share) implements TestSplit {
        public Share {
            if (!(share > 0 && share < 1)) {
                throw new BadInputException("test share " + share + ": expected a number above 0 and below 1");
            }
        }
    }

    /**
     * All samples of another file.
     *
     * @param name a path, taken from the folder of the training file
     */
    record File(String name) implements TestSplit {}

    /** The training samples once more: for data that is complete, as the four rows of a logic gate. */
    record TrainingSamples() implements TestSplit {}
}
