package dev.mote.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/performance.md says what docs/performance.csv holds. {@code -Dgolden.update=docs} (any folder) writes the page anew; nothing is measured. */
class PerformancePageTest {
    private static final Path FIGURES = Path.of("../docs/performance.csv");
    private static final Path PAGE = Path.of("../docs/performance.md");

    @Test
    void saysWhatTheFiguresAre() throws IOException {
        String page = BenchFigures.read(FIGURES).page();
        String folder = System.getProperty("golden.update");
        if (folder != null) {
            Files.writeString(Path.of(folder).resolve("performance.md"), page);
            return;
        }
        assertEquals(page, Files.readString(PAGE));
    }

    @Test
    void figuresAreWrittenAsTheyWereRead() throws IOException {
        String text = Files.readString(FIGURES);
        assertEquals(text, FiguresFile.text(FiguresFile.read(FIGURES)));
        assertTrue(text.lines().count() > 2);
    }
}
