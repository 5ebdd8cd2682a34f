package dev.mote.device.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mote.codegen.CProject;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests read in manifests. */
final class Manifests {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Manifests() {}

    static JsonNode yaml(CProject project, String file) throws IOException {
        return YAML.readTree(project.files().get(file));
    }

    static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    static Set<String> below(CProject project, String folder, String end) {
        Set<String> files = new TreeSet<>();
        project.files().keySet().stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(end))
                .forEach(files::add);
        return files;
    }

    static Set<String> named(String text, String pattern, String folder) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(folder + matcher.group(1));
        }
        return names;
    }
}
