package dev.mote.trainer;

import dev.mote.model.graph.Shape;

/** Samples that are changed anew in each epoch. Physical values are changed, before they are prepared. */
final class AugmentedExamples implements Examples {
    private final DatasetExamples examples;
    private final Change change;
    private final Chance chance;
    private final int epoch;

    AugmentedExamples(DatasetExamples examples, Change change, Chance chance, int epoch) {
        this.examples = examples;
        this.change = change;
        this.chance = chance;
        this.epoch = epoch;
    }

    @Override
    public Examples inEpoch(int number) {
        return new AugmentedExamples(examples, change, chance, number);
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
    public boolean hasClasses() {
        return examples.hasClasses();
    }

    @Override
    public int targetWidth() {
        return examples.targetWidth();
    }

    @Override
    public void copyInput(int i, float[] target, int offset) {
        float[] physical = examples.physical(i);
        change.apply(physical, 0, chance.numbers(Chance.Purpose.AUGMENTATION, epoch, i));
        examples.prepare(physical, target, offset);
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
