package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWriterTest {
    private static final List<String> SECTIONS = List.of(
            "comparison",
            "flips",
            "matrices",
            "roc",
            "training",
            "layers",
            "ranges",
            "histograms",
            "memory",
            "model",
            "files");

    private final ReportWriter writer = new ReportWriter();

    static Stream<ReportData> reports() {
        return Stream.of(SampleReports.digits(), SampleReports.activity(), SampleReports.bare());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void needsNothingFromElsewhere(ReportData data) {
        String page = writer.render(data);

        assertFalse(page.contains("http:"), "a link to elsewhere");
        assertFalse(page.contains("https:"), "a link to elsewhere");
        assertFalse(page.contains("url("), "an image or font of the style sheet");
        assertFalse(page.contains("@import"), "another style sheet");
        assertFalse(page.contains("<script"), "a script");
        assertFalse(page.contains("<link"), "a linked file");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isLightAndBalanced(ReportData data) {
        String page = writer.render(data);

        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 400_000, data.title() + " has " + bytes + " bytes");
        for (String tag : List.of("section", "table", "tr", "svg", "li", "ul", "dl", "div", "figure", "details", "g")) {
            assertEquals(count(page, "<" + tag + "[ >]"), count(page, "</" + tag + ">"), tag);
        }
        assertFalse(page.contains("NOT_FOUND"));
        assertFalse(page.contains("NaN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "activity"})
    void showsEverySection(String which) {
        String page = writer.render(which.equals("digits") ? SampleReports.digits() : SampleReports.activity());

        for (String section : SECTIONS) {
            assertTrue(page.contains("<section id=\"" + section + "\""), section);
            assertTrue(page.contains("<a href=\"#" + section + "\">"), section + " in the contents");
        }
    }

    @Test
    void leavesOutSectionsWithoutData() {
        String page = writer.render(SampleReports.bare());

        for (String section : List.of("training", "layers", "ranges", "histograms", "memory", "files")) {
            assertFalse(page.contains("#" + section), section);
            assertFalse(page.contains("id=\"" + section), section);
        }
        assertTrue(page.contains("None: float and int8 predict the same class for every sample."));
        assertTrue(page.contains("No sample changed from right to wrong or back"));
    }

    @Test
    void saysAtTheTopThatDataIsSynthetic() {
        assertTrue(writer.render(SampleReports.activity()).contains("<strong>Synthetic data.</strong>"));
        assertFalse(writer.render(SampleReports.digits()).contains("Synthetic data."));
    }

    @Test
    void drawsImagesAndSignals() {
        String digits = writer.render(SampleReports.digits());
        String activity = writer.render(SampleReports.activity());

        assertEquals(24, count(digits, "<img src=\"data:image/png;base64,"));
        assertEquals(0, count(digits, "<svg class=\"panel\""));
        int flips = SampleReports.activity().flips().size();
        assertTrue(flips > 0, "samples without flips test nothing");
        assertEquals(2 * flips, count(activity, "<svg class=\"panel\""), "one panel for g, one for rad/s");
        assertTrue(activity.contains("rad/s"));
    }

    @Test
    void escapesNamesOfFilesAndUsers() {
        String evil = "<script>alert('x')</script>\"&";
        String page = writer.render(SampleReports.named(Collections.nCopies(10, evil), evil));

        assertFalse(page.contains("<script"));
        assertFalse(page.contains("alert('x')"));
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"));
    }

    @Test
    void rendersBracesOfRecipesAsTheyAre() {
        assertTrue(writer.render(SampleReports.digits()).contains("dense: {units: 10, activation: softmax}"));
    }

    @Test
    void sameDataGivesSameBytes() {
        assertEquals(writer.render(SampleReports.digits()), new ReportWriter().render(SampleReports.digits()));
    }

    @Test
    void writesThePageAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "older");

        String page = writer.write(SampleReports.digits(), file);

        assertEquals(page, Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void namesTheFileThatCannotBeWritten(@TempDir Path folder) {
        Path file = folder.resolve("missing/report.html");

        var thrown = assertThrows(BadInputException.class, () -> writer.write(SampleReports.bare(), file));

        assertEquals(
                file + ": cannot be written (no such file or folder); choose a folder that is writable and has space",
                thrown.getMessage());
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
