package dev.mote.app.studio.activity;

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
import org.openqa.selenium.support.ui.Select;

/** The page "Activity live" in a browser. */
@Tag("slow")
class ActivityPageIT {
    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(LiveWorkspace.fill(workspace));
        browser = Browser.open();
    }

    private static void choose(String css, String value) {
        new Select(browser.find(css)).selectByValue(value);
    }

    @Test
    void showsTheEventsOfAStreamWithAFault() throws IOException {
        browser.load(studio.uri("/activity.html"));
        browser.await("#start:enabled");
        choose("#speed", "10");
        choose("#kind", "rotate");
        browser.find("#add").click();
        browser.find("#start").click();
        browser.awaitText("#label", "walking|running|cycling|golfing|resting");
        browser.awaitText("#truth", "walking|running|cycling|golfing|resting");
        browser.awaitText("#events tbody", ".*int8.*");
        browser.awaitText("#totals tbody", ".*Accuracy .*%.*");
        browser.awaitText("#agreement", "int8 and float tell the same class for .*");
        browser.awaitText(".fault output", "20deg");
        browser.screenshots("activity");
        browser.find("#pause").click();
        browser.awaitText("#state", "Paused.");
        browser.find("#stop").click();
        browser.awaitText("#state", "The stream is over.");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void sendsWhatTheSensorOfThisDeviceTells() {
        browser.load(studio.uri("/activity.html"));
        browser.await("#start:enabled");
        choose("#stream", "phone");
        browser.await("#start:enabled");
        browser.find("#start").click();
        browser.driver().executeScript("""
                let n = 0;
                setInterval(() => dispatchEvent(new DeviceMotionEvent("devicemotion", {
                  accelerationIncludingGravity: {x: Math.sin(n++ / 5), y: 0.2, z: 9.8},
                  rotationRate: {alpha: 1, beta: 2, gamma: 3}, interval: 16})), 16);
                """);
        browser.awaitText("#state", "Running.");
        browser.awaitText("#sensor", "The sensor measures acceleration and rotation.");
        String totals = browser.awaitText("#totals tbody", "Windows [1-9].*");
        assertTrue(totals.contains("Accuracy"), totals);
        browser.find("#stop").click();
        browser.awaitText("#state", "The stream is over.");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void saysThatThereIsNoSensor() {
        browser.load(studio.uri("/activity.html"));
        browser.await("#start:enabled");
        choose("#stream", "phone");
        browser.await("#start:enabled");
        browser.find("#start").click();
        browser.awaitText("#problem", "No motion sensor answers: .*");
        assertEquals(List.of(), browser.complaints());
    }
}
