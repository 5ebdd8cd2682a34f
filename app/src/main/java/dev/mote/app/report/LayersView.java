package dev.mote.app.report;

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
            rows.add(Map.of(
                    "number", rows.size(),
                    "name", layer.name(),
                    "operator", layer.operator(),
                    "shape", layer.outputShape(),
                    "macs", bar(Text.count(layer.macs()), layer.macs(), mostMacs),
                    "weights", bar(Text.count(layer.weightsBytes()), layer.weightsBytes(), mostBytes),
                    "noise", noise(layer.sqnrDb(), most),
                    "lowest", layer.sqnrDb().isPresent() && layer.sqnrDb().equals(least)));
        }
        return Map.of(
                "rows", rows,
                "macs", Text.count(layers.stream().mapToLong(Layer::macs).sum()),
                "weights",
                        Text.count(
                                layers.stream().mapToLong(Layer::weightsBytes).sum()),
                "measured", least.isPresent());
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
