package dev.mote.device.projects;

import static dev.mote.device.projects.Manifests.below;
import static dev.mote.device.projects.Manifests.keys;
import static dev.mote.device.projects.Manifests.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.codegen.CProject;
import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The description of a CMSIS pack and the solution of its example; every file that they name is there. */
class CmsisPackTest {
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
}
