package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mote.codegen.CProject;
import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What build systems read about a project, field by field by their published rules; every file that they name is there. */
class ManifestTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static JsonNode yaml(CProject project, String file) throws IOException {
        return YAML.readTree(project.files().get(file));
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> below(CProject project, String folder, String end) {
        Set<String> files = new TreeSet<>();
        project.files().keySet().stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(end))
                .forEach(files::add);
        return files;
    }

    /** Library specification 1.5 and the schemas of arduino-lint, strict. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void libraryPropertiesOfArduino(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.ARDUINO);
        Map<String, String> fields = new HashMap<>();
        project.files().get("library.properties").lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            assertEquals(2, parts.length, line);
            assertEquals(null, fields.put(parts[0], parts[1]), "twice: " + line);
        });
        assertEquals(
                Set.of(
                        "name",
                        "version",
                        "author",
                        "maintainer",
                        "sentence",
                        "paragraph",
                        "category",
                        "url",
                        "architectures",
                        "includes",
                        "dot_a_linkage"),
                fields.keySet());
        assertTrue(fields.get("name").matches("[A-Za-z][A-Za-z0-9_.-]{0,62}"), fields.get("name"));
        assertFalse(fields.get("name").startsWith("Arduino"));
        assertTrue(fields.get("version").matches("\\d+\\.\\d+\\.\\d+"));
        assertEquals("Data Processing", fields.get("category"));
        assertTrue(fields.get("url").matches("https?://\\S+"));
        assertEquals("*", fields.get("architectures"));
        assertEquals("true", fields.get("dot_a_linkage"));
        assertTrue(project.files().containsKey("src/" + fields.get("includes")));
        fields.values().forEach(value -> assertFalse(value.isBlank()));
    }

    /** A sketch's folder has its name; a keyword is a name, one tab, a token type. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void sketchAndKeywordsOfArduino(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.ARDUINO);
        String demo = sample.model() + "_demo";
        assertTrue(project.files().containsKey("examples/" + demo + "/" + demo + ".ino"));
        project.files()
                .get("keywords.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> assertTrue(line.matches("[A-Za-z0-9_]+\t(KEYWORD[123]|LITERAL[12])"), line));
    }

    /** The rules of PlatformIO's manifest schema. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void libraryJsonOfPlatformIo(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.PLATFORMIO);
        String folder = "lib/" + sample.model() + "/";
        JsonNode manifest = JSON.readTree(project.files().get(folder + "library.json"));
        assertTrue(manifest.path("name").asText().matches("[^:;/,@<>]{1,100}"));
        assertTrue(manifest.path("version").asText().matches("\\d+\\.\\d+\\.\\d+"));
        assertFalse(manifest.path("description").asText().isBlank());
        assertEquals("Apache-2.0", manifest.path("license").asText());
        manifest.path("keywords").forEach(word -> assertTrue(word.asText().matches("[a-z\\d+. -]{1,50}")));
        assertEquals("*", manifest.path("frameworks").asText());
        assertEquals("*", manifest.path("platforms").asText());
        assertTrue(project.files()
                .containsKey(folder + "src/" + manifest.path("headers").asText()));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void environmentsOfPlatformIo(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.PLATFORMIO);
        String text = project.files().get("platformio.ini");
        Set<String> sections = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("(?m)^\\[env:(\\w+)]\nplatform = \\w+$").matcher(text);
        while (matcher.find()) {
            sections.add(matcher.group(1));
        }
        assertEquals(Set.of("native", "uno", "nucleo_f446re", "pico", "esp32dev", "nrf52840_dk"), sections);
    }

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

    private static Set<String> named(String text, String pattern, String folder) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(folder + matcher.group(1));
        }
        return names;
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

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void descriptionOfCmsisPack(ProjectSamples sample) throws Exception {
        CProject project = sample.project(ProjectKind.CMSIS_PACK);
        Document pack = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(project.files().get("Mote." + sample.model() + ".pdsc"))));
        List<String> children = new ArrayList<>();
        for (Element element : elements(pack.getDocumentElement().getChildNodes())) {
            children.add(element.getTagName());
        }
        assertEquals(
                List.of(
                        "vendor",
                        "name",
                        "description",
                        "url",
                        "license",
                        "releases",
                        "keywords",
                        "conditions",
                        "components",
                        "examples"),
                children);
        Set<String> files = new TreeSet<>();
        for (Element file : elements(pack.getElementsByTagName("file"))) {
            if (!file.getAttribute("category").equals("include")) {
                files.add(file.getAttribute("name"));
            }
        }
        Set<String> expected = new TreeSet<>(below(project, "src/", ".c"));
        expected.addAll(below(project, "include/", ".h"));
        expected.add("README.md");
        assertEquals(expected, files);
        Element example = elements(pack.getElementsByTagName("example")).getFirst();
        Element environment = elements(pack.getElementsByTagName("environment")).getFirst();
        assertTrue(project.files().containsKey(example.getAttribute("folder") + "/" + example.getAttribute("doc")));
        assertTrue(
                project.files().containsKey(example.getAttribute("folder") + "/" + environment.getAttribute("load")));
        assertTrue(project.files().get("LICENSE").contains("Apache License"));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void solutionOfCmsisPack(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.CMSIS_PACK);
        String folder = "examples/" + sample.model() + "/";
        JsonNode solution =
                yaml(project, folder + sample.model() + ".csolution.yml").path("solution");
        assertEquals(
                Set.of("created-for", "compiler", "packs", "target-types", "build-types", "projects"), keys(solution));
        String file = solution.path("projects").path(0).path("project").asText();
        JsonNode parts = yaml(project, folder + file).path("project");
        Set<String> files = new TreeSet<>();
        parts.path("groups")
                .path(0)
                .path("files")
                .forEach(entry -> files.add(folder + entry.path("file").asText()));
        assertEquals(below(project, folder, ".c"), files);
        assertTrue(StreamSupport.stream(parts.path("components").spliterator(), false)
                .anyMatch(entry ->
                        entry.path("component").asText().equals("Mote::Machine Learning:Mote:" + sample.model())));
    }

    /** README, no machine's path, nothing unfilled, the same bytes again. */
    @ParameterizedTest
    @EnumSource(
            value = ProjectKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "ARRAY"})
    void everyProjectExplainsItself(ProjectKind kind) {
        CProject project = ProjectSamples.STATE.project(kind);
        assertEquals(project, ProjectSamples.STATE.project(kind));
        String readme = project.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("README.md"))
                .min(Comparator.comparing(file -> file.getKey().length()))
                .orElseThrow()
                .getValue();
        assertTrue(readme.contains("state_example_sensor"), readme);
        project.editable().forEach(file -> {
            String text = project.files().get(file);
            assertFalse(text.matches("(?s).*@[A-Za-z]+@.*"), file + "\n" + text);
            assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), file);
        });
        assertTrue(project.figures().flashBytes() > 0);
    }
}
