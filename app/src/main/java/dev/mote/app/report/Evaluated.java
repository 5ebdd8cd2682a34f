package dev.mote.app.report;

import dev.mote.dataset.metrics.Classification;
import dev.mote.device.compare.LayerValues;
import java.util.List;

/**
 * One model over the test split.
 *
 * @param name {@code float} or {@code int8}
 * @param layers its weights and activations; may be empty
 */
public record Evaluated(String name, Classification classification, List<LayerValues> layers) {
    public Evaluated {
        layers = List.copyOf(layers);
    }

    /** The layers without the answers. */
    public LayerSet layerSet() {
        return new LayerSet(name, layers);
    }
}
