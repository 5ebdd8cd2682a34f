package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;

/** Samples as a network sees them: prepared inputs and target values. Counted from 0. Read by several threads at once. */
interface Examples {
    int count();

    Shape inputShape();

    /** Number of target values of a sample: the units of the last layer. */
    int targetWidth();

    void copyInput(int i, float[] target, int offset);

    void copyTarget(int i, float[] target, int offset);

    /** The same samples, changed at random in each epoch: see {@link #inEpoch}. */
    default Examples augmented(Augmentation augmentation, Chance chance) {
        return this;
    }

    /** The samples as they are in an epoch, counted from 1. */
    default Examples inEpoch(int epoch) {
        return this;
    }

    /** Whether targets are classes; else they are values. */
    boolean hasClasses();

    /** Person or recording; {@link dev.mote.dataset.Samples#NO_GROUP} where there is none. */
    int group(int i);
}
