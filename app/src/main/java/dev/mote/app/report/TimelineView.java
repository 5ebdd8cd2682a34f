package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Timelines as bars, ten minutes a line. */
final class TimelineView {
    private static final double LINE_SECONDS = 600;
    private static final double LEFT = 60;
    private static final double WIDTH = 1000;
    private static final double BAR = 15;
    private static final double PITCH = 20;
    private static final double TICKS = 22;
    private static final int COLOURS = 8;
    private static final int[] TICK_SECONDS = {5, 10, 30, 60, 120};
    private static final int MOST_TICKS = 10;

    private final List<String> labels;

    TimelineView(List<String> labels) {
        this.labels = labels;
    }

    /** Colours of the classes. */
    List<Map<String, Object>> legend() {
        return IntStream.range(0, labels.size())
                .mapToObj(label -> Map.<String, Object>of("css", css(label), "label", labels.get(label)))
                .toList();
    }

    List<Map<String, Object>> lines(Timeline timeline) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (double begin = 0; begin < timeline.seconds(); begin += LINE_SECONDS) {
            lines.add(line(timeline, begin, Math.min(begin + LINE_SECONDS, timeline.seconds())));
        }
        return lines;
    }

    private Map<String, Object> line(Timeline timeline, double begin, double end) {
        // A short recording fills the line; a longer one has all lines to one scale.
        double scale = (WIDTH - LEFT) / Math.min(LINE_SECONDS, timeline.seconds());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < timeline.rows().size(); i++) {
            rows.add(row(timeline.rows().get(i), i * PITCH, begin, end, scale));
        }
        double bottom = timeline.rows().size() * PITCH;
        return Map.ofEntries(
                entry("box", Text.number(WIDTH) + " " + Text.number(bottom + TICKS)),
                entry("rows", rows),
                entry("bottom", Text.number(bottom)),
                entry("labelled", Text.number(bottom + 14)),
                entry("ticks", ticks(begin, end, scale)));
    }

    private Map<String, Object> row(Timeline.Row row, double y, double begin, double end, double scale) {
        List<Map<String, Object>> bars = row.bars().stream()
                .filter(bar -> bar.label() >= 0 && bar.end() > begin && bar.begin() < end)
                .map(bar -> bar(bar, begin, end, scale))
                .toList();
        return Map.ofEntries(
                entry("name", row.name()),
                entry("y", Text.number(y)),
                entry("height", Text.number(BAR)),
                entry("text", Text.number(y + 12)),
                entry("bars", bars));
    }

    private Map<String, Object> bar(Timeline.Bar bar, double begin, double end, double scale) {
        double from = Math.max(bar.begin(), begin);
        double to = Math.min(bar.end(), end);
        return Map.of(
                "x", Text.number(LEFT + (from - begin) * scale),
                "width", Text.number(Math.max(0.8, (to - from) * scale)),
                "css", css(bar.label()),
                "title", labels.get(bar.label()) + ", " + clock(bar.begin()) + " to " + clock(bar.end()));
    }

    private static List<Map<String, String>> ticks(double begin, double end, double scale) {
        int step = TICK_SECONDS[TICK_SECONDS.length - 1];
        for (int i = TICK_SECONDS.length - 1; i >= 0; i--) {
            step = (end - begin) / TICK_SECONDS[i] <= MOST_TICKS ? TICK_SECONDS[i] : step;
        }
        List<Map<String, String>> ticks = new ArrayList<>();
        for (double at = begin; at <= end; at += step) {
            ticks.add(Map.of("at", Text.number(LEFT + (at - begin) * scale), "label", clock(at)));
        }
        return ticks;
    }

    /** Minutes and seconds. */
    static String clock(double seconds) {
        long tenths = Math.round(seconds * 10);
        String fraction = tenths % 10 == 0 ? "" : "." + tenths % 10;
        return String.format(Locale.ROOT, "%d:%02d%s", tenths / 600, tenths / 10 % 60, fraction);
    }

    private static String css(int label) {
        return "c" + label % COLOURS;
    }
}
