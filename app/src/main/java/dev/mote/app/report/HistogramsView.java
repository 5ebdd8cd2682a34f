package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.Histogram;
import dev.mote.device.compare.LayerValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weights and activations of each layer as small histograms, models side by side. */
final class HistogramsView {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 56;

    private HistogramsView() {}

    static Map<String, Object> of(List<LayerSet> models) {
        List<LayerSet> shown =
                models.stream().filter(model -> !model.layers().isEmpty()).toList();
        if (shown.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LayerValues layer : shown.getFirst().layers()) {
            List<LayerValues> all = shown.stream()
                    .flatMap(model -> model.layers().stream()
                            .filter(other -> other.name().equals(layer.name()))
                            .limit(1))
                    .toList();
            if (all.size() == shown.size()) {
                rows.add(row(shown, all));
            }
        }
        return Map.ofEntries(
                entry("rows", rows),
                entry("models", shown.stream().map(LayerSet::name).toList()),
                entry("several", shown.size() > 1),
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT + 16)),
                entry("bottom", Text.number(HEIGHT)),
                entry("labelled", Text.number(HEIGHT + 13)),
                entry("right", Text.number(WIDTH)));
    }

    private static Map<String, Object> row(List<LayerSet> models, List<LayerValues> all) {
        LayerValues first = all.getFirst();
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            cells.add(cell(all.get(i).weights(), models.get(i).name() + ", weights", first.name(), i));
        }
        for (int i = 0; i < all.size(); i++) {
            cells.add(cell(
                    Optional.of(all.get(i).activations()), models.get(i).name() + ", activations", first.name(), i));
        }
        return Map.ofEntries(
                entry("name", first.name()),
                entry("operator", first.operator()),
                entry("shape", first.outputShape()),
                entry(
                        "silent",
                        first.silentChannels() == 0
                                ? ""
                                : Text.count(first.silentChannels()) + " of " + Text.count(first.channels(), "channel")
                                        + " always 0"),
                entry("cells", cells));
    }

    private static Map<String, Object> cell(Optional<Histogram> values, String what, String layer, int model) {
        if (values.isEmpty()) {
            return Map.of("path", "", "css", "");
        }
        Histogram histogram = values.get();
        Axis axis = new Axis(histogram.low(), histogram.high(), 1, 0, WIDTH);
        boolean crossing = histogram.low() < 0 && histogram.high() > 0;
        String low = Text.significant(histogram.low());
        String high = Text.significant(histogram.high());
        return Map.ofEntries(
                entry("css", "c" + model),
                entry("path", bars(histogram)),
                entry("low", low),
                entry("high", high),
                entry("zero", crossing ? Text.number(axis.at(0)) : ""),
                entry("zeros", histogram.zeros() == 0 ? "" : Text.percent(zeros(histogram)) + " are 0"),
                entry("title", layer + ", " + what + ": from " + low + " to " + high));
    }

    private static double zeros(Histogram histogram) {
        return (double) histogram.zeros() / histogram.total();
    }

    /** One outline of all bars, the highest as high as the picture. */
    private static String bars(Histogram histogram) {
        long most = histogram.counts().stream().mapToLong(Long::longValue).max().orElse(0);
        int bins = histogram.counts().size();
        StringBuilder path = new StringBuilder("M0 " + Text.number(HEIGHT));
        for (int bin = 0; bin < bins; bin++) {
            double height = most == 0 ? 0 : HEIGHT * histogram.counts().get(bin) / most;
            path.append('V').append(Text.number(HEIGHT - height));
            path.append('H').append(Text.number(WIDTH * (bin + 1) / bins));
        }
        return path.append('V').append(Text.number(HEIGHT)).append('Z').toString();
    }
}
