package dev.mote.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was trained on what, how to get it again, and which files there are. */
final class ModelView {
    private ModelView() {}

    static String subtitle(ReportData data) {
        return data.dataset().name() + " · " + Text.count(data.samples(), "test sample") + " · "
                + data.labels().size() + " classes · " + sample(data.dataset().kind());
    }

    static Map<String, Object> of(ReportData data) {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact("Data", data.dataset().name() + (data.dataset().synthetic() ? " (synthetic)" : "")));
        facts.add(fact(
                "Samples",
                Text.count(data.dataset().trainSamples()) + " to train, " + Text.count(data.samples()) + " to test"));
        facts.add(fact("A sample", sample(data.dataset().kind())));
        facts.add(fact("Classes", String.join(", ", data.labels())));
        facts.add(fact("Input shape", data.model().inputShape()));
        data.model().seed().ifPresent(seed -> facts.add(fact("Seed", Long.toString(seed))));
        data.model().facts().forEach((name, value) -> facts.add(fact(name, value)));
        facts.add(fact("Mote", data.toolVersion()));
        return Map.of("facts", facts, "recipe", data.model().recipe());
    }

    static Map<String, Object> files(List<WrittenFile> files) {
        List<Map<String, Object>> rows = files.stream()
                .map(file -> Map.<String, Object>of("name", file.name(), "bytes", Text.count(file.bytes())))
                .toList();
        return rows.isEmpty() ? Map.of() : Map.of("rows", rows);
    }

    private static String sample(SampleKind kind) {
        return switch (kind) {
            case SampleKind.Image image ->
                image.height() + "×" + image.width() + " pixels, " + (image.channels() == 3 ? "colour" : "grey");
            case SampleKind.Signal signal -> signal.length() + " × " + channels(signal.channels()) + rate(signal);
            case SampleKind.Features features -> channels(features.channels());
        };
    }

    private static String channels(List<SampleKind.Channel> channels) {
        List<String> units = channels.stream()
                .map(SampleKind.Channel::unit)
                .distinct()
                .filter(u -> !u.isEmpty())
                .toList();
        String count = Text.count(channels.size(), "channel");
        return units.isEmpty() ? count : count + " in " + String.join(" and ", units);
    }

    private static String rate(SampleKind.Signal signal) {
        return signal.rateHertz() > 0 ? " at " + Text.significant(signal.rateHertz()) + " Hz" : "";
    }

    private static Map<String, Object> fact(String name, String value) {
        return Map.of("name", name, "text", value);
    }
}
