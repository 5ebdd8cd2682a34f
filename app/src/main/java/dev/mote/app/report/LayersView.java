package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What each layer costs and how much noise the int8 form has there. */
final class LayersView {
    private LayersView() {}

    static Map<String, Object> of(List<Layer> layers) {
        if (layers.isEmpty()) {
            return Map.of();
        }
        long mostMacs = layers.stream().mapToLong(Layer::macs).max().orElse(0);
        long mostBytes = layers.stream().mapToLong(Layer::weightsBytes).max().orElse(0);
        OptionalDouble least = measured(layers).min();
        double most = measured(layers).max().orElse(1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Layer layer : layers) {
            rows.add(Map.ofEntries(
                    entry("number", rows.size()),
                    entry("name", layer.name()),
                    entry("operator", layer.operator()),
                    entry("shape", layer.outputShape()),
                    entry("macs", bar(Text.count(layer.macs()), layer.macs(), mostMacs)),
                    entry("weights", bar(Text.count(layer.weightsBytes()), layer.weightsBytes(), mostBytes)),
                    entry("noise", noise(layer.sqnrDb(), most)),
                    entry("lowest", layer.sqnrDb().isPresent() && layer.sqnrDb().equals(least))));
        }
        return Map.ofEntries(
                entry("rows", rows),
                entry("macs", Text.count(layers.stream().mapToLong(Layer::macs).sum())),
                entry(
                        "weights",
                        Text.count(
                                layers.stream().mapToLong(Layer::weightsBytes).sum())),
                entry("measured", least.isPresent()));
    }

    private static DoubleStream measured(List<Layer> layers) {
        return layers.stream().flatMapToDouble(layer -> layer.sqnrDb().stream()).filter(Double::isFinite);
    }

    private static Map<String, Object> noise(OptionalDouble sqnrDb, double most) {
        if (sqnrDb.isEmpty() || Double.isNaN(sqnrDb.getAsDouble())) {
            return bar(Text.NOT_KNOWN, 0, 1);
        }
        double value = sqnrDb.getAsDouble();
        return Double.isInfinite(value) ? bar("exact", 1, 1) : bar(Text.fixed(value, 1), Math.max(0, value), most);
    }

    private static Map<String, Object> bar(String text, double part, double whole) {
        return Map.of("text", text, "width", whole > 0 ? Text.number(100 * part / whole) : "0");
    }
}
