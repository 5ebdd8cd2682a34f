package dev.mote.app.report;

import java.util.Map;

/** Pictures of a model as SVG, in the colours of the page that they are put into. The same model gives the same bytes. */
public final class Pictures {
    private static final String START = "<svg";
    private static final String START_ALONE = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    private final Templates templates = new Templates();

    /** The graph of operators: boxes are groups of class {@code box} with their number as {@code data-number}. */
    public String graph(GraphPicture picture) {
        return alone(templates.render("graph-picture", Map.of("graph", GraphView.of(picture))));
    }

    /** The arena over time; empty if nothing is in it. */
    public String memory(MemoryMap map) {
        Map<String, Object> view = MemoryView.of(map);
        return view.isEmpty() ? "" : alone(templates.render("memory-map", Map.of("memory", view)));
    }

    /** As a document of its own. */
    private static String alone(String svg) {
        return xml(START_ALONE + svg.substring(START.length()));
    }

    /** Names in files may hold what XML may not, even escaped. */
    private static String xml(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(point -> isXml(point) ? point : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= ' ' && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
