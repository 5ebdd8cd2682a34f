package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.app.studio.Browser;
import dev.mote.app.studio.StudioProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Overview, comparison and upload in a browser. */
@Tag("slow")
class RunsPagesIT {
    private static final String APPLICATION = """
            #include "tinydigits.h"
            static unsigned char arena[TINYDIGITS_ARENA_BYTES] __attribute__((aligned(16)));
            int main(void) { return (int)tinydigits_self_test(arena); }
            """;

    @TempDir
    static Path folder;

    private static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        RunsWorkspace.fill(workspace);
        studio = StudioProcess.start(workspace);
        browser = Browser.open();
    }

    @AfterEach
    void deleteUploads() throws IOException {
        Path uploads = workspace.resolve("uploads");
        if (Files.isDirectory(uploads)) {
            try (Stream<Path> files = Files.walk(uploads)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void showsSortsFiltersAndLeadsToTheComparison() throws IOException {
        browser.load(studio.uri("/"));
        browser.awaitText("#said", "3 runs");
        browser.awaitText("#runs", "(?s).*synthetic-digits.*");
        browser.find("#runs summary").click();
        browser.awaitText("#runs .findings", "Error model\\s.*cut off.*TFL-\\d+.*What to do: .*");
        browser.screenshots("overview");
        browser.find("[data-focus='sort name']").sendKeys(Keys.ENTER);
        assertEquals(List.of("activity", "broken", "digits"), names());
        assertEquals("ascending", browser.await("th[aria-sort]").getDomAttribute("aria-sort"));
        browser.find("[data-focus='sort name']").sendKeys(Keys.ENTER);
        assertEquals(List.of("digits", "broken", "activity"), names());
        browser.find("#filter").sendKeys("synthetic act");
        browser.awaitText("#said", "1 of 3 runs.*");
        assertEquals(List.of("activity"), names());
        browser.find("#runs input").sendKeys(Keys.SPACE);
        browser.find("#filter").clear();
        browser.find("#filter").sendKeys("digits");
        browser.awaitText("#runs tbody", "(?s)digits.*");
        browser.find("#runs input").sendKeys(Keys.SPACE);
        browser.awaitText("#compare", "Compare the two");
        browser.find("#compare").click();
        browser.awaitText("#said", "The second is (better|worse).*");
        assertTrue(browser.find("#figures").getText().contains("better"));
        assertEquals(
                2,
                browser.driver().findElements(By.cssSelector("#layers table")).size());
        browser.screenshots("compare");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void tellsWhyABrokenModelIsRefused() throws IOException {
        browser.load(studio.uri("/upload.html"));
        browser.awaitText("#limits", ".*64 MiB.*");
        choose("broken.tflite", RunsWorkspace.cutModel());
        browser.awaitText("#problem", "broken.tflite: is damaged or no .tflite file, so nothing was kept.*");
        String findings = browser.awaitText("#refused .findings", "(?s).*");
        assertTrue(findings.matches("(?s)Error .*cut off.* TFL-\\d+.*What to do: .*"), findings);
        browser.screenshots("upload-broken");
        assertTrue(browser.complaints().stream().allMatch(line -> line.contains("400")), "other complaints");
    }

    @Test
    void showsARecordingWithItsDefects() throws IOException {
        browser.load(studio.uri("/upload.html"));
        browser.awaitText("#limits", ".*64 MiB.*");
        choose("walk <b>.csv", "timestamp_ms,ax [g],label\n0,1,a\n20,x,a\n40,2,b\n".getBytes(StandardCharsets.UTF_8));
        String result = browser.awaitText("#result", "(?s)walk <b>.csv.*");
        assertTrue(result.contains("1 ×values that are no number"), result);
        assertTrue(result.contains("50 Hz"), result);
        browser.screenshots("upload-recording");
        browser.find("#uploads [aria-label='Delete walk <b>.csv']").sendKeys(Keys.ENTER);
        browser.driver().switchTo().alert().accept();
        browser.awaitText("#said", "walk <b>.csv was deleted.");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void downloadsAProjectThatCompiles() throws Exception {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.load(studio.uri("/upload.html"));
        browser.awaitText("#limits", ".*64 MiB.*");
        choose("tinydigits.tflite", RunsWorkspace.model());
        browser.await("form.firmware button").sendKeys(Keys.ENTER);
        browser.awaitText("form.firmware", "(?s).*tinydigits-plain-portable.zip was downloaded.*");
        browser.screenshots("upload-model");
        Path zip = await(downloads.resolve("tinydigits-plain-portable.zip"));
        Path compiler = compiler();
        unzip(zip, folder.resolve("unzipped"));
        Path project = folder.resolve("unzipped/tinydigits");
        Path application = Files.writeString(folder.resolve("app.c"), APPLICATION);
        Path program = folder.resolve("program");
        String command = compiler + " -std=c99 -Wall -Wextra -Werror -I " + project + " " + project + "/*.c "
                + application + " -lm -o " + program;
        Process build = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, build.waitFor(), said);
        assertEquals(0, new ProcessBuilder(program.toString()).start().waitFor(), "self test");
    }

    private static void choose(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        WebElement input = browser.find("#file");
        input.sendKeys(file.toString());
    }

    private static List<String> names() {
        return browser.driver().findElements(By.cssSelector("#runs tbody th > a, #runs tbody th > strong")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static Path compiler() {
        List<Path> found = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(path -> Path.of(path, "cc"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: no C compiler; Debian: apt-get install gcc");
        return found.getFirst();
    }

    private static Path await(Path file) throws InterruptedException {
        for (int tries = 0; tries < 100 && !Files.exists(file); tries++) {
            Thread.sleep(100);
        }
        return file;
    }

    private static void unzip(Path zip, Path to) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                Path target = to.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getInputStream(entry).readAllBytes());
            }
        }
    }
}
