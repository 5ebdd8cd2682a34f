package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.device.compare.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The samples on which float and int8 disagree, each with its picture. */
final class FlipsView {
    private FlipsView() {}

    static Map<String, Object> of(ReportData data) {
        List<FlippedSample> shown =
                data.flips().stream().limit(ReportData.SHOWN_FLIPS).toList();
        int all = data.comparison().test().flips();
        return Map.ofEntries(
                entry("count", all),
                entry("all", Text.count(all, "sample")),
                entry("shown", shown.size()),
                entry("partly", shown.size() < all),
                entry("signal", data.dataset().kind() instanceof SampleKind.Signal),
                entry("groups", groups(data.dataset().kind())),
                entry("samples", samples(data, shown)));
    }

    private static List<Map<String, Object>> groups(SampleKind kind) {
        return switch (kind) {
            case SampleKind.Signal signal -> SignalPlot.legend(signal);
            case SampleKind.Image _, SampleKind.Features _ -> List.of();
        };
    }

    private static List<Map<String, Object>> samples(ReportData data, List<FlippedSample> shown) {
        List<Map<String, Object>> pictures = pictures(data.dataset().kind(), shown);
        List<Map<String, Object>> samples = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Flip flip = shown.get(i).flip();
            String truth = data.labels().get(flip.truth());
            samples.add(Map.ofEntries(
                    entry("index", Text.count(flip.sample())),
                    entry("truth", truth),
                    entry("alt", "sample " + flip.sample() + ", truth " + truth),
                    entry("float", answer(data, flip.floatClass(), flip.truth(), flip.floatScore())),
                    entry("int8", answer(data, flip.int8Class(), flip.truth(), flip.int8Score())),
                    entry("picture", pictures.get(i))));
        }
        return samples;
    }

    private static Map<String, Object> answer(ReportData data, int predicted, int truth, float score) {
        return Map.ofEntries(
                entry("label", data.labels().get(predicted)),
                entry("right", predicted == truth),
                entry("score", Text.fixed(score, 3)));
    }

    /** For each sample its image, panels or features; the other two are empty. */
    private static List<Map<String, Object>> pictures(SampleKind kind, List<FlippedSample> shown) {
        List<float[]> values = shown.stream().map(FlippedSample::values).toList();
        return switch (kind) {
            case SampleKind.Image image ->
                values.stream()
                        .map(v -> picture(ImagePng.dataUri(image, v), List.of(), List.of()))
                        .toList();
            case SampleKind.Signal signal ->
                new SignalPlot(signal, values)
                        .panels().stream()
                                .map(panels -> picture("", panels, List.of()))
                                .toList();
            case SampleKind.Features features ->
                values.stream()
                        .map(v -> picture("", List.of(), features(features, v)))
                        .toList();
        };
    }

    private static List<Map<String, Object>> features(SampleKind.Features kind, float[] values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SampleKind.Channel channel : kind.channels()) {
            String value = Text.significant(values[rows.size()]);
            rows.add(Map.of("name", channel.name(), "value", (value + " " + channel.unit()).strip()));
        }
        return rows;
    }

    private static Map<String, Object> picture(
            String image, List<Map<String, Object>> panels, List<Map<String, Object>> features) {
        return Map.ofEntries(entry("image", image), entry("panels", panels), entry("features", features));
    }
}
