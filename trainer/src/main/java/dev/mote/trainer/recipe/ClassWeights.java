package dev.mote.trainer.recipe;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the samples of a class count in the loss while training.
 *
 * @param balanced each class counts as much as any other, however many samples it has
 * @param byName weights of classes, those not named count 1; empty if balanced
 */
public record ClassWeights(boolean balanced, SortedMap<String, Double> byName) {
    public static final ClassWeights NONE = new ClassWeights(false, new TreeMap<>());
    public static final ClassWeights BALANCED = new ClassWeights(true, new TreeMap<>());

    public ClassWeights {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        byName.forEach((name, weight) -> Check.within("class_weights." + name, weight, 0, 1e6));
    }

    static ClassWeights read(Section top) {
        return top.child("class_weights")
                .map(node -> node instanceof YamlNode.Text
                        ? top.choice("class_weights", Choice.values()).weights
                        : top.checked(() -> new ClassWeights(false, top.numbers("class_weights"))))
                .orElse(NONE);
    }

    /** What a recipe may say instead of weights. */
    private enum Choice {
        BALANCED(ClassWeights.BALANCED),
        NONE(ClassWeights.NONE);

        private final ClassWeights weights;

        Choice(ClassWeights weights) {
            this.weights = weights;
        }
    }

    /** As a recipe says it; not of {@link #NONE}. */
    String text() {
        if (balanced) {
            return "balanced";
        }
        StringBuilder text = new StringBuilder();
        byName.forEach((name, weight) -> text.append(text.isEmpty() ? "{" : ", ")
                .append(RecipeWriter.quoted(name))
                .append(": ")
                .append(Check.number(weight)));
        return text.append('}').toString();
    }
}
