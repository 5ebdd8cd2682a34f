package dev.mote.app.report;

import dev.mote.device.compare.LayerValues;
import java.util.List;

/**
 * Weights and activations of one model.
 *
 * @param name {@code float} or {@code int8}
 * @param layers in the order in which they run
 */
public record LayerSet(String name, List<LayerValues> layers) {
    public LayerSet {
        layers = List.copyOf(layers);
    }
}
