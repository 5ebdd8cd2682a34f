package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a workspace without anything. */
@Tag("slow")
class PagesIT {
    private static final Path PAGES = Path.of("src", "main", "resources", "META-INF", "resources");

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(workspace);
        browser = Browser.open();
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensEmpty(String page) throws IOException {
        browser.load(studio.uri("/" + page));
        browser.awaitText("mote-header .where", ".*Mote .*");
        browser.await("main h1");
        browser.screenshots("empty-" + page.replace(".html", ""));
        assertEquals(List.of(), browser.complaints(), page);
    }
}
