package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mote.codegen.CProject;
import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Arduino and PlatformIO read about a library, field by field by their published rules. */
class LibraryManifestTest {
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
        JsonNode manifest = new ObjectMapper().readTree(project.files().get(folder + "library.json"));
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
