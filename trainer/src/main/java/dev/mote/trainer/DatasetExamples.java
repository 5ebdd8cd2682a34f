package dev.mote.trainer;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.List;
import java.util.Optional;

/** Samples of a data set: prepared when they are copied, those of signals once for all; their class one-hot or as one number. */
final class DatasetExamples implements Examples {
    private final Samples samples;
    private final InputPath path;
    private final Shape inputShape;
    private final Optional<PreparedCache> cache;
    private final int targetWidth;
    private final List<String> channels;

    /** @param channels their names
     *  @param targetWidth number of classes, or of target values; 1 for two classes: the target is the class index itself */
    DatasetExamples(Samples samples, List<String> channels, InputPath path, int targetWidth) {
        this.channels = List.copyOf(channels);
        this.samples = samples;
        this.targetWidth = targetWidth;
        this.path = path;
        this.inputShape = path.outputShape(samples.shape());
        this.cache = path.hasFrontEnd()
                ? PreparedCache.of(samples.count(), inputShape.elements(), i -> path.floats(samples.values(i)))
                : Optional.empty();
    }

    @Override
    public Examples augmented(Augmentation augmentation, Chance chance) {
        return augmentation.equals(Augmentation.NONE)
                ? this
                : new AugmentedExamples(this, Change.of(augmentation, samples.shape(), channels), chance, 1);
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public Shape inputShape() {
        return inputShape;
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
        if (cache.isPresent()) {
            cache.get().copy(i, target, start);
        } else {
            path.floats(samples.values(i), target, start);
        }
    }

    /** A copy of the values of sample {@code i} before they are prepared. */
    float[] physical(int i) {
        return samples.values(i);
    }

    /** The network's input for such values. */
    void prepare(float[] physical, float[] target, int start) {
        path.floats(physical, target, start);
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
