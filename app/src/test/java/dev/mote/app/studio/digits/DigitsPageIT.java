package dev.mote.app.studio.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.TestRuns;
import dev.mote.app.studio.Browser;
import dev.mote.app.studio.StudioProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;

/**
 * Digits drawn in a browser, by a pointer and by the keyboard, and read by a small model of synthetic digits, or by that of the run that
 * {@code -Ddigits.run=FOLDER} names.
 */
@Tag("slow")
class DigitsPageIT {
    private static final Duration STEP = Duration.ofMillis(12);
    private static final double STROKE_MILLIS = 50;
    private static final int MEASURED = 100;

    /** Points in hundredths of the canvas. */
    private static final int[][] THREE = curve(new int[][] {
        {30, 24}, {42, 16}, {58, 17}, {68, 27}, {64, 40}, {48, 47}, {64, 53}, {71, 66}, {62, 80}, {46, 84}, {29, 77}
    });

    private static final int[][] ONE = {{40, 30}, {45, 25}, {51, 18}, {51, 40}, {51, 60}, {51, 84}};
    private static final int[][] SEVEN = {{27, 20}, {45, 20}, {72, 20}, {62, 38}, {53, 60}, {46, 84}};

    @AutoClose
    private static StudioProcess studio;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(run());
        browser = Browser.open();
    }

    private static Path run() {
        String named = System.getProperty("digits.run", "");
        return named.isEmpty() ? TestRuns.reading() : Path.of(named);
    }

    @BeforeEach
    void load() {
        browser.load(studio.uri("/digits.html"));
        browser.await("#canvas");
    }

    /** More points along straight lines between them, as a hand gives. */
    private static int[][] curve(int[][] corners) {
        return IntStream.range(0, 2 * corners.length - 1)
                .mapToObj(i -> new int[] {
                    (corners[i / 2][0] + corners[(i + 1) / 2][0]) / 2, (corners[i / 2][1] + corners[(i + 1) / 2][1]) / 2
                })
                .toArray(int[][]::new);
    }

    /** Moves the pen with real pointer events. */
    private static void draw(PointerInput.Kind kind, int[]... points) {
        WebElement canvas = browser.find("#canvas");
        int side = canvas.getSize().getWidth();
        PointerInput pen = new PointerInput(kind, kind.name());
        Sequence moves = new Sequence(pen, 0);
        for (int i = 0; i < points.length; i++) {
            int x = (points[i][0] - 50) * side / 100;
            int y = (points[i][1] - 50) * side / 100;
            moves.addAction(pen.createPointerMove(
                    i == 0 ? Duration.ZERO : STEP, PointerInput.Origin.fromElement(canvas), x, y));
            if (i == 0) {
                moves.addAction(pen.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
            }
        }
        moves.addAction(pen.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
        browser.driver().perform(List.of(moves));
    }

    @Test
    void readsAThree() throws IOException {
        draw(PointerInput.Kind.MOUSE, THREE);
        browser.awaitText("#winner", "3");
        browser.awaitText("#engines", ".*(same bytes: yes|no C compiler).*");
        browser.awaitText("#verdict", "with .* %; the float model says the same with .* %\\.");
        browser.screenshots("digits");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void readsAOneDrawnByFinger() {
        draw(PointerInput.Kind.TOUCH, ONE);
        browser.awaitText("#winner", "1");
    }

    @Test
    void readsASevenByPenAndTakesStrokesBack() {
        draw(PointerInput.Kind.PEN, SEVEN);
        browser.awaitText("#winner", "7");
        draw(PointerInput.Kind.MOUSE, new int[] {20, 90}, new int[] {80, 90});
        browser.find("#undo").click();
        browser.awaitText("#winner", "7");
        browser.find("#clear").click();
        browser.awaitText("#verdict", "Nothing is drawn yet\\.");
    }

    /** A one: pen down, 19 cells downwards. */
    @Test
    void drawsWithTheKeyboard() {
        browser.find("#canvas").sendKeys(Keys.SPACE);
        for (int i = 0; i < 18; i++) {
            browser.find("#canvas").sendKeys(Keys.ARROW_DOWN);
        }
        browser.find("#canvas").sendKeys(Keys.SPACE);
        browser.awaitText("#winner", "1");
        browser.find("#canvas").sendKeys(Keys.DELETE);
        browser.awaitText("#verdict", "Nothing is drawn yet\\.");
    }

    @Test
    void readsAnExample() {
        browser.find("#example").click();
        browser.awaitText("#source", "Test picture \\d+ of synthetic-digits \\(synthetic\\), labelled \\d\\.");
        browser.awaitText("#winner", "\\d");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void answersBeforeTheNextStroke() {
        draw(PointerInput.Kind.MOUSE, THREE);
        browser.awaitText("#engines", ".*(same bytes: yes|no C compiler).*");
        browser.find("#model").sendKeys(Keys.TAB);
        browser.driver().executeScript("document.getElementById('model').dispatchEvent(new Event('change'))");
        browser.awaitText("#verdict", "with .*");
        for (int i = 0; i < MEASURED; i++) {
            draw(PointerInput.Kind.MOUSE, new int[] {20 + i % 60, 20}, new int[] {25 + i % 60, 30});
        }
        browser.awaitText("#count", "last 100|\\d{3}");
        String median = browser.find("#median").getText();
        String longest = browser.find("#longest").getText();
        System.out.println("strokes to answers: median " + median + ", longest " + longest);
        assertTrue(Double.parseDouble(median.replace(" ms", "")) < STROKE_MILLIS, median);
    }
}
