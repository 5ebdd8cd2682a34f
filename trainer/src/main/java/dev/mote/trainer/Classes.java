package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.ClassWeights;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The class of each sample, where samples have one.
 *
 * @param names empty if the targets are values
 */
record Classes(List<String> names, int[] ofSample) {
    /** @param names of the classes; empty: the targets are values */
    static Classes of(Examples examples, List<String> names) {
        if (names.isEmpty()) {
            return new Classes(names, new int[0]);
        }
        float[] target = new float[examples.targetWidth()];
        int[] classes = IntStream.range(0, examples.count())
                .map(i -> {
                    examples.copyTarget(i, target, 0);
                    return largest(target);
                })
                .toArray();
        return new Classes(names, classes);
    }

    /** One value alone is 1 for the second of two classes. */
    private static int largest(float[] target) {
        if (target.length == 1) {
            return target[0] > 0.5f ? 1 : 0;
        }
        return IntStream.range(0, target.length).reduce(0, (best, i) -> target[i] > target[best] ? i : best);
    }

    boolean known() {
        return !names.isEmpty();
    }

    /**
     * How much a sample of each class counts. Balanced: samples / (classes * samples of the class), so that the mean over all is 1.
     *
     * @param training samples that are trained on
     * @return empty if all count alike
     * @throws BadInputException if there are no classes, or a name is not among them
     */
    float[] weights(ClassWeights options, int[] training) {
        if (options.equals(ClassWeights.NONE)) {
            return new float[0];
        }
        if (!known()) {
            throw new BadInputException("class_weights: given, but the data has values, no classes; remove it");
        }
        return options.balanced() ? balanced(training) : byName(options);
    }

    private float[] balanced(int[] training) {
        int[] counts = new int[names.size()];
        for (int sample : training) {
            counts[ofSample[sample]]++;
        }
        float[] weights = new float[counts.length];
        for (int c = 0; c < counts.length; c++) {
            // No sample of the class will ask for its weight.
            weights[c] = counts[c] == 0 ? 0 : (float) ((double) training.length / counts.length / counts[c]);
        }
        return weights;
    }

    private float[] byName(ClassWeights options) {
        options.byName().keySet().forEach(name -> {
            if (!names.contains(name)) {
                throw new BadInputException("class_weights: the data has no class '" + name + "', its classes are "
                        + String.join(", ", names));
            }
        });
        float[] weights = new float[names.size()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = options.byName().getOrDefault(names.get(c), 1.0).floatValue();
        }
        return weights;
    }
}
