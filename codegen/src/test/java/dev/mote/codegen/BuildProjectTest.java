package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuildProjectTest {
    private static CProject tiny(ProjectKind kind, Core core) {
        return Codegen.generate(TinyModel.model(), TinyModel.SOURCE, new Target("tiny", kind, core));
    }

    private static Map<String, String> code(CProject project) {
        Map<String, String> byName = new TreeMap<>();
        project.files().forEach((file, text) -> byName.put(file.replaceFirst(".*/", ""), text));
        return byName;
    }

    /** But for the line that names the command. */
    @ParameterizedTest
    @EnumSource(
            value = ProjectKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "ARRAY"})
    void hasThePlainProjectsCode(ProjectKind kind) {
        Map<String, String> found = code(tiny(kind, Core.PORTABLE));
        code(tiny(ProjectKind.PLAIN, Core.PORTABLE))
                .forEach((file, text) -> assertEquals(
                        text.replace("--project plain", "--project " + kind.option()), found.get(file), file));
    }

    @ParameterizedTest
    @CsvSource({"PORTABLE, cortex-m4", "CORTEX_M55, cortex-m55", "AVR, cortex-m4"})
    void toolchainFileBuildsForTheTarget(Core core, String expected) {
        String text = tiny(ProjectKind.CMAKE, core).files().get("cmake/arm-none-eabi.cmake");
        assertTrue(text.contains("set(MOTE_CORE " + expected + " CACHE"), text);
    }

    @Test
    void pathsStayBelowTheFolder() {
        for (ProjectKind kind : ProjectKind.values()) {
            String odd = tiny(kind, Core.PORTABLE).files().keySet().stream()
                    .filter(file -> !file.matches("\\w[\\w.-]*(/\\w[\\w.-]*)*"))
                    .collect(Collectors.joining(" "));
            assertEquals("", odd);
        }
    }
}
