package dev.mote.app.report;

import dev.mote.model.file.SafeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the page that shows what a run gave: one file without scripts or links to elsewhere. */
public final class ReportWriter {
    private final Templates templates = new Templates();

    /** The page. The same data gives the same text. */
    public String render(ReportData data) {
        Map<String, Object> page = new HashMap<>();
        page.put("title", data.title());
        page.put("version", data.toolVersion());
        page.put("style", Templates.raw("style.css"));
        page.put("synthetic", data.dataset().synthetic());
        page.put("subtitle", ModelView.subtitle(data));
        page.put("verdict", VerdictView.of(data));
        page.put("cards", CardsView.of(data));
        page.put("comparison", ComparisonView.of(data));
        page.put("matrices", MatrixView.of(data.evaluated()));
        page.put("roc", RocView.of(data.evaluated()));
        page.put("training", TrainingView.of(data.epochs(), data.generalization()));
        page.put(
                "histograms",
                HistogramsView.of(
                        data.evaluated().stream().map(Evaluated::layerSet).toList()));
        page.put("layers", LayersView.of(data.layers()));
        page.put("ranges", RangesView.of(data.ranges()));
        page.put("memory", data.memory().map(MemoryView::of).orElse(Map.of()));
        page.put("flips", FlipsView.of(data));
        page.put("model", ModelView.of(data));
        page.put("files", ModelView.files(data.files()));
        page.put("contents", contents(page));
        return templates.render("page", page);
    }

    /** The style sheet of all reports. */
    public static String style() {
        return Templates.raw("style.css").toString();
    }

    /**
     * Writes the page so that {@code file} is either as before or complete.
     *
     * @return the page
     * @throws dev.mote.model.BadInputException if the file cannot be written
     */
    public String write(ReportData data, Path file) {
        String page = render(data);
        SafeFile.write(file, page);
        return page;
    }

    /** The sections that this page has, in its order. */
    private static List<Map<String, Object>> contents(Map<String, Object> page) {
        List<Map<String, Object>> contents = new ArrayList<>();
        add(contents, page, "comparison", "Float against int8");
        add(contents, page, "flips", "Flipped samples");
        add(contents, page, "matrices", "Classes");
        add(contents, page, "roc", "ROC");
        add(contents, page, "training", "Training");
        add(contents, page, "layers", "Layers");
        add(contents, page, "ranges", "Ranges");
        add(contents, page, "histograms", "Histograms");
        add(contents, page, "memory", "Memory");
        add(contents, page, "model", "Model");
        add(contents, page, "files", "Files");
        return contents;
    }

    private static void add(
            List<Map<String, Object>> contents, Map<String, Object> page, String section, String title) {
        if (page.get(section) instanceof Map<?, ?> map && !map.isEmpty()) {
            contents.add(Map.of("id", section, "title", title));
        }
    }
}
