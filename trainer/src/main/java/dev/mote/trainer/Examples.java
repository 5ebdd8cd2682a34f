package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.SplittableRandom;

/** Samples as a network sees them: prepared inputs and target values. Counted from 0. */
interface Examples {
    int count();

    Shape inputShape();

    /** Number of target values of a sample: the units of the last layer. */
    int targetWidth();

    void copyInput(int i, float[] target, int offset);

    void copyTarget(int i, float[] target, int offset);

    /**
     * The same samples, changed at random each time one is used.
     *
     * @param random its numbers follow the order in which samples are used
     */
    default Examples augmented(Augmentation augmentation, SplittableRandom random) {
        return this;
    }

    /** Person or recording; {@link dev.mote.dataset.Samples#NO_GROUP} where there is none. */
    int group(int i);
}
