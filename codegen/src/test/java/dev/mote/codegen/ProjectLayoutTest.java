package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectLayoutTest {
    private static final Path TEMPLATES = Path.of("..", "firmware-templates", "projects");

    @ParameterizedTest
    @EnumSource(
            value = ProjectKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "ARRAY"})
    void namesEveryTemplateOfItsFolder(ProjectKind kind) throws IOException {
        Path folder = TEMPLATES.resolve(kind.option());
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> found = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(found, new TreeSet<>(ProjectLayout.of(kind).templates()));
        }
    }
}
