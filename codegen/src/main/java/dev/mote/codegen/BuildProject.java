package dev.mote.codegen;

import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.graph.Graph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plain project in the folders of a build system, with an example that runs it. */
final class BuildProject {
    /** Beside the outputs, for the self test, a run and printing; several times of what was seen on a Cortex-M4. */
    private static final int STACK_BYTES = 4096;

    private static final int STACK_STEP = 1024;

    /** Of an operating system whose usual tick is too long for sensors. */
    private static final String TICK_HERTZ = "1000";

    private final Graph graph;
    private final CProject plain;
    private final ProjectLayout layout;
    private final ExampleFiles example;
    private final SortedMap<String, String> files = new TreeMap<>();

    /** @param plain with the kind that is wanted */
    BuildProject(Graph graph, CProject plain, Stamp stamp) {
        this.graph = graph;
        this.plain = plain;
        this.layout = ProjectLayout.of(plain.kind());
        this.example = new ExampleFiles(graph, plain, stamp);
    }

    CProject project() {
        plain.files()
                .forEach((file, text) ->
                        files.put(path((isHeader(file) ? layout.headers() : layout.sources()) + "/" + file), text));
        example.files().forEach((file, text) -> files.put(path(layout.example() + "/" + file), text));
        Set<String> editable = new TreeSet<>();
        String folder = "projects/" + plain.kind().option() + "/";
        layout.templates().forEach(template -> editable.add(fill(template, folder + template)));
        layout.main().ifPresent(main -> editable.add(fill(main, "projects/common/main.c")));
        return new CProject(
                plain.name(),
                plain.kind(),
                files,
                editable,
                plain.figures(),
                plain.inputs(),
                plain.outputs(),
                plain.stateBytes());
    }

    /** @return path in the project */
    private String fill(String template, String source) {
        files.put(path(template), new Template(template, FirmwareFiles.read(source)).filled(values(template)));
        return path(template);
    }

    private static boolean isHeader(String file) {
        return file.endsWith(".h");
    }

    private String path(String template) {
        return template.replace("@name@", plain.name());
    }

    private Map<String, List<String>> values(String template) {
        Map<String, List<String>> values = new TreeMap<>();
        values.put("name", List.of(plain.name()));
        values.put("NAME", List.of(plain.name().toUpperCase(Locale.ROOT)));
        values.put(
                "source",
                plain.files().keySet().stream().filter(file -> !isHeader(file)).toList());
        values.put(
                "header",
                plain.files().keySet().stream().filter(BuildProject::isHeader).toList());
        values.put("stream", isStream() ? List.of(plain.name()) : List.of());
        values.put("window", isStream() ? List.of() : List.of(plain.name()));
        values.put("tickHertz", isStream() ? List.of(TICK_HERTZ) : List.of());
        values.put("math", needsMath() ? List.of("m") : List.of());
        values.put("core", List.of(cortex(plain.figures().core())));
        values.put("stack", List.of(String.valueOf(stackBytes())));
        if (template.matches(".*\\.(c|cpp|ino)")) {
            values.put("sensor", SensorComment.lines(graph, isStream()));
        }
        return values;
    }

    /** Whether the example runs on samples as they come, not on a window at a time. */
    private boolean isStream() {
        return plain.figures().contextBytes() > 0;
    }

    /** What a toolchain for Cortex-M builds for where the target is another core, or none in particular. */
    private static String cortex(Core core) {
        return switch (core) {
            case CORTEX_M0, CORTEX_M0PLUS, CORTEX_M3, CORTEX_M4, CORTEX_M7, CORTEX_M33, CORTEX_M55 -> core.option();
            case PORTABLE, RV32IMC, AVR, XTENSA_LX6, XTENSA_LX7 -> Core.CORTEX_M4.option();
        };
    }

    private boolean needsMath() {
        return plain.files().values().stream().anyMatch(text -> text.contains("#include <math.h>"));
    }

    /** The outputs that are not in the arena, twice, since the self test has its own. */
    private int stackBytes() {
        int outputs = plain.outputs().stream()
                .filter(output -> !output.inArena())
                .mapToInt(CProject.End::bytes)
                .reduce(0, Math::addExact);
        return Math.addExact(STACK_BYTES, Math.ceilDiv(Math.multiplyExact(2, outputs), STACK_STEP) * STACK_STEP);
    }
}
