package dev.mote.app.studio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, on pages of a studio. What its console complains of is kept. */
public final class Browser implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<Path> FOLDERS = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where no browser is installed. */
    public static Browser open() {
        Optional<Path> chromium = program("chromium");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "skipped: no chromium and chromedriver; Debian: apt-get install chromium chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Loads a page, 1280 by 900 pixels, light. */
    public void load(URI page) {
        size(1280, 900);
        driver.get(page.toString());
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** A page may replace what was just found. */
    private WebDriverWait patiently() {
        WebDriverWait wait = new WebDriverWait(driver, LONGEST_WAIT);
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    /** Waits until an element is there and shown. */
    public WebElement await(String css) {
        return patiently()
                .withMessage(() ->
                        css + " in " + driver.findElement(By.tagName("body")).getText())
                .until(page -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits for an element with an attribute, as pages that redraw themselves may replace one that was found. */
    public String awaitAttribute(String css, String attribute) {
        return patiently()
                .withMessage(() -> attribute + " of " + css)
                .until(page -> driver.findElements(By.cssSelector(css)).stream()
                        .map(element -> element.getAttribute(attribute))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until the text of the first such element matches. */
    public String awaitText(String css, String pattern) {
        return patiently()
                .withMessage(() -> css + " with " + pattern + " in "
                        + driver.findElement(By.tagName("body")).getText())
                .until(page -> driver.findElements(By.cssSelector(css)).stream()
                        .map(WebElement::getText)
                        .filter(text -> text.matches("(?s)" + pattern))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The whole page at 1280 and at 390 pixels width, light and dark: {@code target/screenshots/NAME-WIDTH-SCHEME.png}. Fails where the
     * page is wider than its window.
     */
    public void screenshots(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        for (String scheme : List.of("light", "dark")) {
            emulate(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (int width : new int[] {1280, 390}) {
                size(width, 900);
                long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
                size(width, (int) Math.min(height, 6000));
                Files.write(
                        SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png"),
                        driver.getScreenshotAs(OutputType.BYTES));
                long needed = (Long) driver.executeScript("return document.documentElement.scrollWidth");
                if (needed > width) {
                    throw new AssertionError(name + " is " + needed + " pixels wide in a window of " + width + ": "
                            + driver.executeScript("return [...document.querySelectorAll('body *')]"
                                    + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                                    + ".map(e => e.tagName + '.' + e.className).slice(0, 8).join(' ')"));
                }
            }
        }
        emulate("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        size(1280, 900);
    }

    private void size(int width, int height) {
        emulate(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void emulate(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    /** Errors and warnings of the console since the last call: scripts that failed, what the policy forbade. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
