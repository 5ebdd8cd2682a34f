package dev.mote.app.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.studio.Browser;
import dev.mote.app.studio.StudioProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a model in a browser. */
@Tag("slow")
class ModelPageIT {
    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        ModelWorkspace.fill(workspace);
        studio = StudioProcess.start(workspace);
        browser = Browser.open();
    }

    @Test
    void showsGraphLayersMemoryAndDevices() throws IOException {
        open(ModelWorkspace.INT8);
        assertEquals(
                6, browser.driver().findElements(By.cssSelector("#graph .box")).size());
        assertEquals(
                4, browser.driver().findElements(By.cssSelector("#rows tr")).size());
        press("#box-n2 rect");
        browser.awaitText("#graph-chosen", "2 FULLY_CONNECTED, .* its row below");
        assertEquals("row-2", browser.find("tr.chosen").getAttribute("id"));
        assertTrue(browser.find("#memory-words").getText().contains("step 0 CONV_2D"));
        assertTrue(
                browser.driver().findElements(By.cssSelector("#device-rows tr")).size() > 20);
        press("#error");
        browser.awaitText("#error-note", ".*over 100 samples of synthetic-digits, test split \\(synthetic\\).*");
        browser.awaitText("#rows", ".*lowest.*");
        browser.await("#firmware form");
        browser.screenshots("model-int8");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void isWalkedByKeyboard() {
        open(ModelWorkspace.INT8);
        WebElement input = browser.find("#graph .box[tabindex='0']");
        input.sendKeys(Keys.ARROW_DOWN);
        assertEquals("0", focused("data-number"));
        assertEquals("row-0", browser.find("tr.chosen").getAttribute("id"));
        focus().sendKeys(Keys.ARROW_DOWN);
        focus().sendKeys(Keys.ENTER);
        assertEquals("pick", focused("class"));
        assertEquals("row-1", browser.find("tr.chosen").getAttribute("id"));
        focus().sendKeys(Keys.TAB);
        assertEquals("row-2", browser.find("tr.chosen").getAttribute("id"));
        assertTrue(browser.find("#box-n2").getAttribute("class").contains("chosen"));
    }

    @Test
    void sortsDevices() {
        open(ModelWorkspace.INT8);
        press("#device-head th:nth-child(4) button");
        assertEquals("ascending", browser.find("#device-head th:nth-child(4)").getAttribute("aria-sort"));
        long first = flash(1);
        long second = flash(2);
        assertTrue(first <= second, first + " before " + second);
        press("#device-head th:nth-child(4) button");
        assertTrue(flash(1) >= first);
    }

    @Test
    void showsWhyAModelCannotRun() throws IOException {
        open(ModelWorkspace.WRONG);
        assertTrue(browser.find("#findings-list").getText().startsWith("Error operator 3 SOFTMAX"));
        assertEquals(
                6, browser.driver().findElements(By.cssSelector("#graph .box")).size());
        browser.screenshots("model-wrong");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void saysThatAFileIsDamaged() {
        browser.load(studio.uri("/model.html?id=" + ModelWorkspace.DAMAGED));
        browser.awaitText("#problem", "damaged.tflite: .*");
        assertEquals(1, browser.complaints().size(), "the answer is 400");
    }

    private static void open(String model) {
        browser.load(studio.uri("/model.html?id=" + model));
        browser.await("body[data-ready]");
    }

    /** Pages scroll smoothly, and an element that moves is not hit. */
    private static void press(String css) {
        WebElement button = browser.find(css);
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
        button.click();
    }

    private static WebElement focus() {
        return browser.driver().switchTo().activeElement();
    }

    private static String focused(String attribute) {
        return focus().getAttribute(attribute);
    }

    private static long flash(int row) {
        String text = browser.find("#device-rows tr:nth-child(" + row + ") td:nth-child(4)")
                .getText();
        return Long.parseLong(text.lines().findFirst().orElseThrow().replace(",", ""));
    }
}
