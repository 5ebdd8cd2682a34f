package dev.mote.app.report;

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
        return Map.of(
                "count", all,
                "all", Text.count(all, "sample"),
                "shown", shown.size(),
                "partly", shown.size() < all,
                "signal", data.dataset().kind() instanceof SampleKind.Signal,
                "groups", groups(data.dataset().kind()),
                "samples", samples(data, shown));
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
            samples.add(Map.of(
                    "index", Text.count(flip.sample()),
                    "truth", truth,
                    "alt", "sample " + flip.sample() + ", truth " + truth,
                    "float", answer(data, flip.floatClass(), flip.truth(), flip.floatScore()),
                    "int8", answer(data, flip.int8Class(), flip.truth(), flip.int8Score()),
                    "picture", pictures.get(i)));
        }
        return samples;
    }

    private static Map<String, Object> answer(ReportData data, int predicted, int truth, float score) {
        return Map.of(
                "label", data.labels().get(predicted),
                "right", predicted == truth,
                "score", Text.fixed(score, 3));
    }

    /** A map with one of the keys {@code image}, {@code panels} or {@code features}; the others are empty. */
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
        return Map.of("image", image, "panels", panels, "features", features);
    }
}
