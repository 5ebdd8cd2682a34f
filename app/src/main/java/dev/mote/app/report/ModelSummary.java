package dev.mote.app.report;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was trained, and how.
 *
 * @param inputShape as {@code 28x28x1}
 * @param recipe the recipe's text; empty if the model came from elsewhere
 * @param seed of the run
 * @param facts anything else worth keeping, by name
 */
public record ModelSummary(String inputShape, String recipe, OptionalLong seed, SortedMap<String, String> facts) {
    public ModelSummary {
        facts = new TreeMap<>(facts);
    }
}
