package dev.mote.trainer;

import dev.mote.model.graph.Shape;

/** Samples that are changed each time one is used. Physical values are changed, before they are prepared. */
final class AugmentedExamples implements Examples {
    private final DatasetExamples examples;
    private final Change change;

    AugmentedExamples(DatasetExamples examples, Change change) {
        this.examples = examples;
        this.change = change;
    }

    @Override
    public int count() {
        return examples.count();
    }

    @Override
    public Shape inputShape() {
        return examples.inputShape();
    }

    @Override
    public int targetWidth() {
        return examples.targetWidth();
    }

    @Override
    public void copyInput(int i, float[] target, int offset) {
        examples.copyPhysical(i, target, offset);
        change.apply(target, offset);
        examples.prepare(target, offset);
    }

    @Override
    public void copyTarget(int i, float[] target, int offset) {
        examples.copyTarget(i, target, offset);
    }

    @Override
    public int group(int i) {
        return examples.group(i);
    }
}
