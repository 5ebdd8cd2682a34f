package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arena over time: one column a step, one rectangle a tensor, addresses growing upwards. */
final class MemoryView {
    private static final double LEFT = 64;
    private static final double TOP = 24;
    private static final double HEIGHT = 340;
    private static final double BOTTOM = TOP + HEIGHT;
    /** Under the axis, for a slanted name of a step: so much, and so much a letter. */
    private static final double NAME_HEIGHT = 30;

    private static final double SLANTED_LETTER = 3.8;

    private static final double RIGHT_MARGIN = 30;
    /** Of a letter in the font of the labels. */
    private static final double LETTER = 6.4;

    private static final double LINE = 13;
    private static final int NAME_LETTERS = 20;
    private static final int COLOURS = 8;

    private final MemoryMap map;
    private final int first;
    private final double column;
    /** Address at the upper edge. */
    private final long top;

    private MemoryView(MemoryMap map) {
        this.map = map;
        this.first = map.blocks().stream().anyMatch(b -> b.firstStep() < 0) ? MemoryMap.BEFORE_RUN : 0;
        this.column = Math.clamp(880.0 / (map.steps().size() - first), 38, 130);
        this.top = Math.max(1, Math.max(map.peakBytes(), map.lowerBoundBytes()));
    }

    static Map<String, Object> of(MemoryMap map) {
        return map.blocks().isEmpty() || map.steps().isEmpty() ? Map.of() : new MemoryView(map).view();
    }

    private Map<String, Object> view() {
        double right = x(map.steps().size());
        return Map.ofEntries(
                entry("width", Text.number(right + RIGHT_MARGIN)),
                entry("height", Text.number(BOTTOM + NAME_HEIGHT + SLANTED_LETTER * longestName())),
                entry(
                        "frame",
                        Map.ofEntries(
                                entry("left", Text.number(LEFT)),
                                entry("right", Text.number(right)),
                                entry("bottom", Text.number(BOTTOM)))),
                entry("bytes", Axis.exact(0, top, 6, BOTTOM, TOP).ticks()),
                entry("steps", steps()),
                entry("blocks", blocks()),
                entry("peak", Text.count(map.peakBytes(), "byte")),
                entry("bound", Text.count(map.lowerBoundBytes(), "byte")),
                entry("boundAt", Text.number(y(map.lowerBoundBytes()))),
                entry("tight", map.peakBytes() == map.lowerBoundBytes()));
    }

    private List<Map<String, Object>> steps() {
        List<Map<String, Object>> steps = new ArrayList<>();
        long most = map.inUse(map.peakStep());
        for (int step = first; step < map.steps().size(); step++) {
            String name = step < 0 ? "input" : map.steps().get(step);
            String number = step < 0 ? "" : step + " ";
            long used = map.inUse(step);
            String title = map.stepText(step) + ": " + Text.count(used, "byte") + " in use";
            steps.add(Map.ofEntries(
                    entry("x", Text.number(x(step))),
                    entry("middle", Text.number(x(step) + column / 2)),
                    entry("name", number + Text.shortened(name, NAME_LETTERS)),
                    entry("used", column >= 44 || step == map.peakStep() ? Text.count(used) : ""),
                    entry("peak", used == most),
                    entry("title", title)));
        }
        return steps;
    }

    private int longestName() {
        int longest = map.steps().stream().mapToInt(String::length).max().orElse(0);
        return Math.min(NAME_LETTERS, longest) + " 10".length();
    }

    private List<Map<String, Object>> blocks() {
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (MemoryMap.Block block : map.blocks()) {
            double width = (block.lastStep() - block.firstStep() + 1) * column - 2;
            double height = Math.max(2, block.bytes() * HEIGHT / top - 1);
            double left = x(block.firstStep()) + 1;
            double upper = y(block.offset()) - height;
            blocks.add(Map.ofEntries(
                    entry("css", "c" + blocks.size() % COLOURS),
                    entry("name", block.name()),
                    entry("box", box(left, upper, width, height)),
                    entry("lines", lines(block, left + width / 2, upper + height / 2, width, height)),
                    entry("title", title(block)),
                    entry("offset", Text.count(block.offset())),
                    entry("bytes", Text.count(block.bytes())),
                    entry("from", block.firstStep() < 0 ? "before" : block.firstStep()),
                    entry("to", block.lastStep())));
        }
        return blocks;
    }

    /** Name and size, as far as they fit. */
    private static List<Map<String, Object>> lines(
            MemoryMap.Block block, double x, double y, double width, double height) {
        int letters = (int) ((width - 6) / LETTER);
        if (height < LINE || letters < 4) {
            return List.of();
        }
        String size = Text.count(block.bytes()) + " B";
        Map<String, Object> name = label(Text.shortened(block.name(), letters), x, y + 4);
        if (height < 2 * LINE + 6 || size.length() > letters) {
            return List.of(name);
        }
        return List.of(label(Text.shortened(block.name(), letters), x, y - 4), label(size, x, y + LINE - 1));
    }

    private static Map<String, Object> label(String text, double x, double y) {
        return Map.ofEntries(entry("text", text), entry("x", Text.number(x)), entry("y", Text.number(y)));
    }

    private static String title(MemoryMap.Block block) {
        String from = block.firstStep() < 0 ? "before the run" : "step " + block.firstStep();
        return block.name() + ": " + Text.count(block.bytes(), "byte") + " at offset " + Text.count(block.offset())
                + ", in use from " + from + " to step " + block.lastStep();
    }

    private static Map<String, Object> box(double x, double y, double width, double height) {
        return Map.ofEntries(
                entry("x", Text.number(x)),
                entry("y", Text.number(y)),
                entry("width", Text.number(width)),
                entry("height", Text.number(height)));
    }

    private double x(int step) {
        return LEFT + (step - first) * column;
    }

    private double y(double address) {
        return BOTTOM - address * HEIGHT / top;
    }
}
