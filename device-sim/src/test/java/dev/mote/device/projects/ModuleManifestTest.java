package dev.mote.device.projects;

import static dev.mote.device.projects.Manifests.below;
import static dev.mote.device.projects.Manifests.keys;
import static dev.mote.device.projects.Manifests.named;
import static dev.mote.device.projects.Manifests.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.codegen.CProject;
import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ESP-IDF and Zephyr read about a component or module; every file that they name is there, and every source is named. */
class ModuleManifestTest {
    /** Every source is built, none is missing. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void sourceListsOfEspIdf(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.ESP_IDF);
        String component = "components/mote_" + sample.model() + "/";
        assertEquals(
                below(project, component, ".c"),
                named(project.files().get(component + "CMakeLists.txt"), "\"(src/\\w+\\.c)\"", component));
        assertEquals(
                below(project, "main/", ".c"),
                named(project.files().get("main/CMakeLists.txt"), "\"(\\w+\\.c)\"", "main/"));
        JsonNode manifest = yaml(project, component + "idf_component.yml");
        assertEquals(Set.of("version", "description", "license", "dependencies"), keys(manifest));
        assertEquals(">=5.0", manifest.path("dependencies").path("idf").asText());
        project.files()
                .get("sdkconfig.defaults")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> assertTrue(line.matches("CONFIG_[A-Z0-9_]+=(y|n|\\d+)"), line));
    }

    /** The schema of zephyr/module.yml in zephyr_module.py, and twister's of sample.yaml. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void moduleOfZephyr(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.ZEPHYR);
        JsonNode module = yaml(project, "zephyr/module.yml");
        assertEquals(Set.of("name", "build", "samples"), keys(module));
        assertEquals("mote_" + sample.model(), module.path("name").asText());
        assertEquals(Set.of("cmake", "kconfig"), keys(module.path("build")));
        assertTrue(
                project.files().containsKey(module.path("build").path("cmake").asText() + "/CMakeLists.txt"));
        assertTrue(
                project.files().containsKey(module.path("build").path("kconfig").asText()));
        String samples = module.path("samples").path(0).asText() + "/" + sample.model();
        JsonNode tests = yaml(project, samples + "/sample.yaml");
        assertEquals(Set.of("sample", "tests"), keys(tests));
        assertTrue(tests.path("sample").has("name"));
        JsonNode test = tests.path("tests").path("sample.mote." + sample.model());
        assertEquals("console", test.path("harness").asText());
        assertTrue(test.path("harness_config").path("regex").isArray());
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void optionsAndSourceListsOfZephyr(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.ZEPHYR);
        String option = "MOTE_" + sample.model().toUpperCase(java.util.Locale.ROOT);
        String samples = "samples/" + sample.model() + "/";
        String kconfig = project.files().get("zephyr/Kconfig");
        assertTrue(kconfig.startsWith("config " + option + "\n"));
        assertEquals(
                sample == ProjectSamples.CLASSES || sample == ProjectSamples.VALUES,
                kconfig.contains("select REQUIRES_FULL_LIBC"));
        assertTrue(project.files().get("zephyr/CMakeLists.txt").contains("if(CONFIG_" + option + ")"));
        assertTrue(project.files().get(samples + "prj.conf").lines().anyMatch(("CONFIG_" + option + "=y")::equals));
        assertEquals(
                below(project, "src/", ".c"),
                named(project.files().get("zephyr/CMakeLists.txt"), "/\\.\\./(src/\\w+\\.c)\n", ""));
        assertEquals(
                below(project, samples, ".c"),
                named(project.files().get(samples + "CMakeLists.txt"), "(src/\\w+\\.c)", samples));
    }
}
