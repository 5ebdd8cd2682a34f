package dev.mote.trainer;

import dev.mote.model.graph.Shape;

/** Samples as a network sees them: prepared inputs and target values. Counted from 0. */
interface Examples {
    int count();

    Shape inputShape();

    /** Number of target values of a sample: the units of the last layer. */
    int targetWidth();

    void copyInput(int i, float[] target, int offset);

    void copyTarget(int i, float[] target, int offset);

    /** Person or recording; {@link dev.mote.dataset.Samples#NO_GROUP} where there is none. */
    int group(int i);
}
