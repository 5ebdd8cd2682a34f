package dev.mote.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arena over time: one column a step, one rectangle a tensor, addresses growing upwards. */
final class MemoryView {
    private static final double LEFT = 64;
    private static final double TOP = 24;
    private static final double HEIGHT = 340;
    private static final double BOTTOM = TOP + HEIGHT;
    /** For the slanted names of the steps. */
    private static final double NAMES = 110;

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
        return Map.of(
                "width", Text.number(right + RIGHT_MARGIN),
                "height", Text.number(BOTTOM + NAMES),
                "frame", Map.of("left", Text.number(LEFT), "right", Text.number(right), "bottom", Text.number(BOTTOM)),
                "bytes", Axis.exact(0, top, 6, BOTTOM, TOP).ticks(),
                "steps", steps(),
                "blocks", blocks(),
                "peak", Text.count(map.peakBytes(), "byte"),
                "bound", Text.count(map.lowerBoundBytes(), "byte"),
                "boundAt", Text.number(y(map.lowerBoundBytes())),
                "tight", map.peakBytes() == map.lowerBoundBytes());
    }

    private List<Map<String, Object>> steps() {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int step = first; step < map.steps().size(); step++) {
            String name = step < 0 ? "input" : map.steps().get(step);
            String number = step < 0 ? "" : step + " ";
            long used = inUse(step);
            steps.add(Map.of(
                    "x",
                    Text.number(x(step)),
                    "middle",
                    Text.number(x(step) + column / 2),
                    "name",
                    number + shortened(name, NAME_LETTERS),
                    "used",
                    column >= 44 ? Text.count(used) : "",
                    "peak",
                    used == map.lowerBoundBytes(),
                    "title",
                    (step < 0 ? "before the run" : "step " + number + name) + ": " + Text.count(used, "byte")
                            + " in use"));
        }
        return steps;
    }

    private long inUse(int step) {
        return map.blocks().stream()
                .filter(b -> b.firstStep() <= step && step <= b.lastStep())
                .mapToLong(MemoryMap.Block::bytes)
                .sum();
    }

    private List<Map<String, Object>> blocks() {
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (MemoryMap.Block block : map.blocks()) {
            double width = (block.lastStep() - block.firstStep() + 1) * column - 2;
            double height = Math.max(2, block.bytes() * HEIGHT / top - 1);
            double left = x(block.firstStep()) + 1;
            double upper = y(block.offset()) - height;
            blocks.add(Map.of(
                    "css", "c" + blocks.size() % COLOURS,
                    "name", block.name(),
                    "box", box(left, upper, width, height),
                    "lines", lines(block, left + width / 2, upper + height / 2, width, height),
                    "title", title(block),
                    "offset", Text.count(block.offset()),
                    "bytes", Text.count(block.bytes()),
                    "from", block.firstStep() < 0 ? "before" : block.firstStep(),
                    "to", block.lastStep()));
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
        Map<String, Object> name = label(shortened(block.name(), letters), x, y + 4);
        if (height < 2 * LINE + 2 || size.length() > letters) {
            return List.of(name);
        }
        return List.of(label(shortened(block.name(), letters), x, y - 3), label(size, x, y + LINE - 3));
    }

    private static Map<String, Object> label(String text, double x, double y) {
        return Map.of("text", text, "x", Text.number(x), "y", Text.number(y));
    }

    private static String title(MemoryMap.Block block) {
        String from = block.firstStep() < 0 ? "before the run" : "step " + block.firstStep();
        return block.name() + ": " + Text.count(block.bytes(), "byte") + " at offset " + Text.count(block.offset())
                + ", in use from " + from + " to step " + block.lastStep();
    }

    private static Map<String, Object> box(double x, double y, double width, double height) {
        return Map.of(
                "x", Text.number(x),
                "y", Text.number(y),
                "width", Text.number(width),
                "height", Text.number(height));
    }

    private static String shortened(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }

    private double x(int step) {
        return LEFT + (step - first) * column;
    }

    private double y(double address) {
        return BOTTOM - address * HEIGHT / top;
    }
}
