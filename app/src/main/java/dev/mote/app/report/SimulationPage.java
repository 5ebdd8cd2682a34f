package dev.mote.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulation as a page of its own: truth and events over time, scores, and what was wrong with the stream. Without scripts or links to
 * elsewhere.
 *
 * @param title name of the stream
 * @param cards figures at the top
 * @param labels names of the classes
 * @param sweep a picture for each kind of fault; none without a sweep
 * @param tables scores and lists below the timelines
 * @param notes for the reader, a sentence each
 */
public record SimulationPage(
        String title,
        String subtitle,
        boolean synthetic,
        List<Card> cards,
        List<String> labels,
        List<Timeline> timelines,
        List<SweepPanel> sweep,
        List<Table> tables,
        List<String> notes,
        String toolVersion) {
    public SimulationPage {
        cards = List.copyOf(cards);
        labels = List.copyOf(labels);
        timelines = List.copyOf(timelines);
        sweep = List.copyOf(sweep);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** One figure. */
    public record Card(String name, String figure, String detail) {}

    /**
     * Rows of text.
     *
     * @param words how many columns, from the left, are words and not numbers
     */
    public record Table(String caption, List<String> header, int words, List<List<String>> rows) {}

    public String html() {
        TimelineView view = new TimelineView(labels);
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("subtitle", subtitle);
        page.put("synthetic", synthetic);
        page.put("version", toolVersion);
        page.put("style", Templates.raw("style.css"));
        page.put(
                "cards",
                cards.stream()
                        .map(card -> Map.of("name", card.name(), "figure", card.figure(), "detail", card.detail()))
                        .toList());
        page.put("legend", view.legend());
        page.put(
                "timelines",
                timelines.stream()
                        .map(timeline -> Map.of("name", timeline.name(), "lines", view.lines(timeline)))
                        .toList());
        page.put("sweep", sweep.stream().map(SweepView::of).toList());
        page.put("tables", tables.stream().map(SimulationPage::table).toList());
        page.put("notes", notes);
        return new Templates().render("simulation-page", page);
    }

    private static Map<String, Object> table(Table table) {
        return Map.of(
                "caption",
                table.caption(),
                "header",
                cells(table.header(), table.words()),
                "rows",
                table.rows().stream().map(row -> cells(row, table.words())).toList());
    }

    private static List<Map<String, Object>> cells(List<String> row, int words) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (String text : row) {
            cells.add(Map.of("text", text, "css", cells.size() < words ? "" : "n"));
        }
        return cells;
    }
}
