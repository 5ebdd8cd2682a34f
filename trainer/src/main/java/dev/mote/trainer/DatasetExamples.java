package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.List;

/** Samples of a data set: prepared when they are copied, their class one-hot or as one number. */
final class DatasetExamples implements Examples {
    private final Samples samples;
    private final InputPreparation preparation;
    private final int targetWidth;
    private final List<String> channels;

    /** @param channels their names
     *  @param targetWidth number of classes, or of target values; 1 for two classes: the target is the class index itself */
    DatasetExamples(Samples samples, List<String> channels, InputPreparation preparation, int targetWidth) {
        this.channels = List.copyOf(channels);
        this.samples = samples;
        this.targetWidth = targetWidth;
        this.preparation = preparation;
    }

    @Override
    public Examples augmented(Augmentation augmentation, Chance chance) {
        return augmentation.equals(Augmentation.NONE)
                ? this
                : new AugmentedExamples(this, Change.of(augmentation, inputShape(), channels), chance, 1);
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public Shape inputShape() {
        return samples.shape();
    }

    @Override
    public boolean hasClasses() {
        return samples.targetWidth() == 0;
    }

    @Override
    public int targetWidth() {
        return targetWidth;
    }

    @Override
    public void copyInput(int i, float[] target, int start) {
        copyPhysical(i, target, start);
        prepare(target, start);
    }

    /** The values of sample {@code i} before they are prepared. */
    void copyPhysical(int i, float[] target, int start) {
        samples.copyValues(i, target, start);
    }

    /** In place. */
    void prepare(float[] target, int start) {
        preparation.apply(target, start, samples.shape().elements());
    }

    @Override
    public void copyTarget(int i, float[] target, int start) {
        if (samples.targetWidth() > 0) {
            samples.copyTargets(i, target, start);
            return;
        }
        if (targetWidth == 1) {
            target[start] = samples.label(i);
            return;
        }
        for (int c = 0; c < targetWidth; c++) {
            target[start + c] = c == samples.label(i) ? 1 : 0;
        }
    }

    @Override
    public int group(int i) {
        return samples.group(i);
    }
}
