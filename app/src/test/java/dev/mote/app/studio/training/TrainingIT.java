package dev.mote.app.studio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mote.app.TestRuns;
import dev.mote.app.studio.Browser;
import dev.mote.app.studio.StudioProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings by REST, by WebSocket and by the page, in the packaged studio. */
class TrainingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SECONDS = 90;
    private static final int EPOCHS = 60;
    private static final String RECIPE = TestRuns.ACTIVITY_RECIPE.replace("epochs: 2", "epochs: " + EPOCHS);

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(workspace);
    }

    private static JsonNode post(String path, Object body) throws Exception {
        HttpResponse<String> answer = studio.post(path, JSON.writeValueAsString(body));
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static String submit(String recipe) throws Exception {
        return post("/api/trainings", Map.of("recipe", recipe, "quantize", false))
                .get("id")
                .textValue();
    }

    private static String refusal(Object body) throws Exception {
        HttpResponse<String> answer = studio.post("/api/trainings", JSON.writeValueAsString(body));
        assertEquals(400, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).get("error").textValue();
    }

    private static JsonNode training(String id) throws Exception {
        return JSON.readTree(studio.get("/api/trainings/" + id).body());
    }

    private static JsonNode await(String id, Predicate<JsonNode> wanted) throws Exception {
        JsonNode now = training(id);
        for (int i = 0; i < LONGEST_SECONDS * 10 && !wanted.test(now); i++) {
            Thread.sleep(100);
            now = training(id);
        }
        assertTrue(wanted.test(now), now.toString());
        return now;
    }

    private static JsonNode awaitState(String id, String state) throws Exception {
        return await(id, now -> now.get("state").textValue().equals(state));
    }

    private static Path folder(JsonNode training) {
        return workspace.resolve(training.get("place").textValue());
    }

    /** Its first epochs are over, and kept. */
    private static void awaitCheckpoint(String id) throws Exception {
        await(
                id,
                now -> Files.exists(folder(now).resolve("checkpoint.mote"))
                        && now.get("epochs_done").intValue() > 0);
    }

    @Test
    void refusesHostileRecipes() throws Exception {
        assertTrue(refusal(Map.of("recipe", RECIPE.replace("synthetic-activity", "../../secret.csv")))
                .contains("is no data set that Mote knows"));
        assertTrue(refusal(Map.of("recipe", RECIPE, "data", "/etc/passwd")).contains("is no data set that Mote knows"));
        assertTrue(refusal(Map.of("recipe", "#" + "x".repeat(10_000_000))).contains("expected at most 65536"));
        assertTrue(refusal(Map.of("recipe", "a: &a [x]\nb: *a\n")).contains("recipe"));
        assertTrue(refusal(Map.of("recipe", "name: a\nlayers:\n\t- b\n")).startsWith("recipe:3: not readable as YAML"));
        assertTrue(refusal(Map.of("recipe", RECIPE, "seed", -1)).contains("seed"));
        assertTrue(refusal(Map.of()).contains("empty"));
        for (String id : List.of("0123456789abcdef", "..%2f..", "%00")) {
            assertTrue(studio.get("/api/trainings/" + id).statusCode() >= 400, id);
            assertTrue(studio.post("/api/trainings/" + id + "/stop", "{}").statusCode() >= 400, id);
        }
        assertTrue(Files.notExists(workspace.resolve("trainings/..")), "nothing was made");
    }

    @Test
    void offersTheExamples() throws Exception {
        JsonNode offered = JSON.readTree(studio.get("/api/recipes").body());
        assertTrue(offered.get("recipes")
                .valueStream()
                .anyMatch(recipe -> recipe.get("id").textValue().equals("activity-recipe")
                        && recipe.get("ready").booleanValue()
                        && recipe.get("title").textValue().equals("Activity")));
        assertTrue(offered.get("datasets").toString().contains("synthetic-digits"));
    }

    private static List<JsonNode> listen() {
        List<JsonNode> heard = new CopyOnWriteArrayList<>();
        StringBuilder text = new StringBuilder();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(studio.socket("/api/live/trainings"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        text.append(data);
                        if (last) {
                            heard.add(tree(text.toString()));
                            text.setLength(0);
                        }
                        socket.request(1);
                        return null;
                    }
                })
                .join();
        return heard;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** All in one, since each training takes seconds: the first one, on the page, is the one that is never interrupted. */
    @Test
    @Tag("slow")
    void trainsFromThePageOneAfterTheOtherAndAnInterruptedOneToTheSameBytes() throws Exception {
        List<JsonNode> heard = listen();
        try (Browser browser = Browser.open()) {
            browser.load(studio.uri("/training.html"));
            browser.awaitText("#example", "(?s).*Activity · recipe \\(synthetic-activity\\).*");
            tellsTheLineOfAMistake(browser);
            write(browser, RECIPE);
            browser.find("#quantize").click();
            browser.find("#begin").click();
            browser.await(".training[data-state=running] .curves path.line");
            String first = id(browser.awaitAttribute(".training[data-state=running]", "id"));
            browser.screenshots("training-running");
            String second = submit(RECIPE);
            browser.await("#training-" + second + "[data-state=waiting]");
            assertEquals(1, training(second).get("position").intValue());
            JsonNode whole = awaitState(first, "done");
            String link = browser.awaitAttribute("#training-" + first + " a.button", "href");
            assertTrue(link.endsWith("/model.html?id=" + whole.get("model").textValue()), link);
            interruptsTwice(second);
            browser.await("#training-" + second + "[data-state=stopped] .problem");
            browser.screenshots("training-stopped");
            post("/api/trainings/" + second + "/resume", Map.of());
            sameModel(whole, awaitState(second, "done"));
            assertEquals(
                    List.of(),
                    browser.complaints().stream()
                            .filter(line -> !line.contains("400"))
                            .toList());
        }
        assertTrue(
                heard.stream()
                        .flatMap(news -> news.get("changed").valueStream())
                        .anyMatch(change -> !change.get("whole").booleanValue()
                                && !change.get("training").get("epochs").isEmpty()),
                "no curve grew");
    }

    private static void tellsTheLineOfAMistake(Browser browser) {
        write(browser, "name: a\nepoks: 3\n");
        browser.find("#begin").click();
        browser.awaitText("#problem", "recipe:2: unknown key 'epoks'.*");
        assertEquals(
                "epoks: 3",
                browser.driver()
                        .executeScript("const a = document.getElementById('recipe');"
                                + "return a.value.slice(a.selectionStart, a.selectionEnd)"));
    }

    private static void write(Browser browser, String recipe) {
        browser.driver().executeScript("document.getElementById('recipe').value = arguments[0]", recipe);
    }

    private static String id(String card) {
        return card.substring("training-".length());
    }

    /** Stops it by the page's own request, then kills it. */
    private static void interruptsTwice(String id) throws Exception {
        awaitCheckpoint(id);
        post("/api/trainings/" + id + "/stop", Map.of());
        JsonNode stopped = awaitState(id, "stopped");
        assertTrue(stopped.get("epochs_done").intValue() < EPOCHS, stopped.toString());
        post("/api/trainings/" + id + "/resume", Map.of());
        await(id, now -> now.get("phase").textValue().equals("training"));
        studio.handle().descendants().forEach(ProcessHandle::destroyForcibly);
        JsonNode killed = awaitState(id, "stopped");
        assertEquals(
                "its process was ended from outside, by signal 9",
                killed.get("error").textValue());
        assertTrue(killed.get("can_resume").booleanValue());
    }

    private static void sameModel(JsonNode a, JsonNode b) throws Exception {
        assertArrayEquals(
                Files.readAllBytes(folder(a).resolve("float.tflite")),
                Files.readAllBytes(folder(b).resolve("float.tflite")));
        String first = "/api/trainings/" + a.get("id").textValue();
        assertTrue(studio.get(first + "/curves.svg").body().contains("<svg"));
        studio.send(HttpRequest.newBuilder(studio.uri(first)).DELETE());
        assertTrue(Files.exists(folder(a).resolve("float.tflite")), "the run stays");
    }
}
