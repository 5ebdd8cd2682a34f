package dev.mote.trainer.recipe;

import java.util.List;
import java.util.Optional;

/** Reads {@code quantization: {aware: true, weights: int8}}. */
final class QuantizationReader {
    /** Names are those of recipes, in lower case. */
    private enum WeightType {
        INT8
    }

    private QuantizationReader() {}

    /** @return empty if the recipe asks for nothing, or says {@code aware: false} */
    static Optional<QuantizationAwareness> read(Section top) {
        return top.child("quantization").flatMap(node -> read(top, node));
    }

    private static Optional<QuantizationAwareness> read(Section top, YamlNode node) {
        List<String> keys = List.of("aware", "weights", "ranges", "epochs", "learning_rate");
        Section section = top.inner("quantization", node, keys);
        section.choice("weights", WeightType.values(), WeightType.INT8);
        QuantizationAwareness awareness = section.checked(() -> new QuantizationAwareness(
                section.choice("ranges", QuantizationAwareness.Ranges.values(), QuantizationAwareness.DEFAULT.ranges()),
                section.whole("epochs", QuantizationAwareness.DEFAULT.epochs()),
                section.number("learning_rate", QuantizationAwareness.DEFAULT.learningRate())));
        section.required("aware");
        return section.flag("aware", true) ? Optional.of(awareness) : Optional.empty();
    }
}
