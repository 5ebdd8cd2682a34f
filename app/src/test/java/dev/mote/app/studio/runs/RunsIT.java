package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.app.studio.StudioProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the overview, comparison, uploads and downloads are made of. */
class RunsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CSV = "timestamp_ms,ax [g],label\n0,1,a\n20,x,a\n40,2,b\n";

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        RunsWorkspace.fill(workspace);
        studio = StudioProcess.start(workspace);
    }

    @Test
    void showsRunsAndModelsThatCannotBeRead() throws Exception {
        JsonNode digits = run("digits");
        assertEquals("synthetic-digits", digits.path("dataset").asText());
        assertTrue(digits.path("synthetic").asBoolean());
        assertTrue(digits.path("float_accuracy").isNumber(), digits.toString());
        assertTrue(digits.path("weights_bytes").asLong() > 0, digits.toString());
        assertEquals("estimated", digits.path("board").path("origin").asText());
        assertEquals(1, digits.path("learning").path("epochs").asInt());
        assertEquals("own/activity", run("activity").path("place").asText());
        JsonNode broken = run("broken");
        assertTrue(broken.path("weights_bytes").isNull(), broken.toString());
        JsonNode model = broken.path("models").get(0);
        assertFalse(model.path("readable").asBoolean());
        assertTrue(model.path("findings").get(0).path("message").asText().contains("cut off"), broken.toString());
    }

    @Test
    void countsForTheBoardThatIsAskedFor() throws Exception {
        JsonNode uno = json("/api/runs?device=arduino-uno");
        assertEquals("arduino-uno", uno.path("device").asText());
        JsonNode digits = find(uno, "digits");
        assertEquals("cycles", digits.path("board").path("unit").asText());
        assertTrue(status("/api/runs?device=toaster", 400).contains("closest are"));
    }

    @Test
    void comparesModelsAndRuns() throws Exception {
        JsonNode digits = run("digits");
        String first = modelId(digits, "float.tflite");
        JsonNode found =
                json("/api/compare?a=" + first + "&b=" + digits.path("id").asText());
        assertEquals("int8.tflite", found.path("b").path("file").asText());
        JsonNode weights = found.path("figures")
                .valueStream()
                .filter(row -> row.path("name").asText().equals("Weights"))
                .findFirst()
                .orElseThrow();
        assertEquals("BETTER", weights.path("verdict").asText());
        assertEquals(
                weights.path("b").asLong() - weights.path("a").asLong(),
                weights.path("difference").asLong());
        assertEquals(
                "CONV_2D",
                found.path("a").path("operators").get(0).path("operator").asText());
        String broken = run("broken").path("id").asText();
        assertEquals(
                0,
                json("/api/compare?a=" + broken + "&b=" + first)
                        .path("a")
                        .path("operators")
                        .size());
        status("/api/compare?a=" + first, 404);
    }

    @Test
    void showsReportsWithoutScripts() throws Exception {
        HttpResponse<String> report =
                studio.get("/api/runs/" + run("broken").path("id").asText() + "/report");
        assertEquals(200, report.statusCode());
        List<String> policies = report.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), policies.toString());
        assertTrue(policies.getFirst()
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"));
        status("/api/runs/" + run("activity").path("id").asText() + "/report", 200);
    }

    @Test
    void listsDataSetsWithoutTheirPlaces() throws Exception {
        String all = status("/api/datasets", 200);
        assertTrue(all.contains("\"synthetic-digits\""), all);
        assertFalse(all.contains("folder"), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs/%s",
                "/api/runs/%s/report",
                "/api/models/%s/file",
                "/api/models/%s/firmware",
                "/api/compare?a=%s&b=%s"
            })
    void knowsNoOtherIds(String path) throws Exception {
        for (String id : List.of("0123456789abcdef", "..%2F..%2Fetc%2Fpasswd", "digits", "%00", "a".repeat(3000))) {
            int status = studio.get(path.replace("%s", id)).statusCode();
            assertTrue(status == 404 || status == 400, path + " with " + id + ": " + status);
        }
    }

    @Test
    void givesTheSameProjectAgainBelowOneFolder() throws Exception {
        String path = "/api/models/" + modelId(run("digits"), "int8.tflite") + "/firmware?target=cortex-m4&project=";
        byte[] plain = bytes(path + "plain");
        assertArrayEquals(plain, bytes(path + "plain"));
        List<String> names = entries(plain);
        assertTrue(names.containsAll(List.of("tinydigits/tinydigits.c", "tinydigits/tinydigits.h")), names.toString());
        for (String kind : List.of("arduino", "zephyr", "cmsis-pack")) {
            for (String name : entries(bytes(path + kind))) {
                Path root = Path.of("/root-of-zip/tinydigits");
                assertTrue(root.resolve("..").resolve(name).normalize().startsWith(root), kind + ": " + name);
                assertFalse(name.contains("\\") || name.startsWith("/"), name);
            }
        }
    }

    @Test
    void knowsItsTargetsAndProjectsOnly() throws Exception {
        String path = "/api/models/" + modelId(run("digits"), "int8.tflite") + "/firmware?";
        assertTrue(status(path + "target=z80", 400).contains("expected one of: portable, cortex-m0"));
        assertTrue(status(path + "project=..%2F..%2Fx", 400).startsWith("{\"error\":\"--project"));
        assertTrue(status(path + "opt=-O3%20-o%20x", 400).contains("expected size, balanced or speed"));
        JsonNode choices = json("/api/firmware");
        assertEquals(12, choices.path("targets").size());
        assertEquals(9, choices.path("projects").size());
        String broken = modelId(run("broken"), "cut.tflite");
        assertTrue(status("/api/models/" + broken + "/firmware", 400).contains("cut off"));
    }

    @Test
    void givesTheModelAsItIs() throws Exception {
        String path = "/api/models/" + modelId(run("digits"), "int8.tflite") + "/file";
        assertArrayEquals(RunsWorkspace.model(), bytes(path));
        assertEquals(
                "attachment; filename=\"digits-int8.tflite\"",
                studio.get(path).headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void keepsAModelUnderANameOfItsOwn() throws Exception {
        JsonNode kept = upload("../../<b>x</b>\u202e\n.tflite", RunsWorkspace.model(), 200);
        assertEquals("b>.tflite", kept.path("upload").path("label").asText());
        assertTrue(kept.path("model").path("runs").asBoolean(), kept.toString());
        String id = kept.path("upload").path("id").asText();
        assertTrue(id.matches("[0-9a-f]{16}"), id);
        assertTrue(Files.exists(workspace.resolve("uploads").resolve(id).resolve("model.tflite")));
        assertTrue(find(json("/api/runs"), "b>.tflite").path("upload").asBoolean());
        List<String> names =
                entries(bytes("/api/models/" + kept.path("model").path("id").asText() + "/firmware"));
        assertTrue(names.contains("b/b.c"), names.toString());
        assertEquals(204, delete(id));
        assertEquals(404, delete(id));
        assertFalse(Files.exists(workspace.resolve("uploads").resolve(id)));
    }

    @Test
    void countsTheDefectsOfARecording() throws Exception {
        JsonNode kept = upload("walk.csv", CSV.getBytes(StandardCharsets.UTF_8), 200);
        JsonNode survey = kept.path("upload").path("recording");
        assertEquals(50, survey.path("rate_hertz").asDouble());
        assertEquals("{\"unreadable_value\":1}", survey.path("defects").toString());
        assertEquals(204, delete(kept.path("upload").path("id").asText()));
    }

    @Test
    void keepsNothingOfWhatIsDamaged() throws Exception {
        JsonNode cut = upload("cut.tflite", RunsWorkspace.cutModel(), 400);
        assertEquals("ERROR", cut.path("findings").get(0).path("severity").asText());
        assertTrue(cut.path("findings").get(0).path("code").asText().matches("TFL-\\d+"), cut.toString());
        upload("none.tflite", new byte[0], 400);
        upload("none.csv", new byte[0], 400);
        upload("zeros.tflite", new byte[1 << 20], 400);
        upload("zeros.csv", new byte[1 << 20], 400);
        upload("text.csv", "no,header\n1,2\n".getBytes(StandardCharsets.UTF_8), 400);
        byte[] flipped = RunsWorkspace.model();
        Arrays.fill(flipped, 8, 64, (byte) 0xff);
        upload("flipped.tflite", flipped, 400);
        assertTrue(uploadsAre(List.of()), "something was kept");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        String head =
                "POST /api/uploads?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Length: " + (65 << 20) + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", studio.uri("/").getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(answer, StandardCharsets.US_ASCII));
        }
        assertTrue(json("/api/uploads").path("most_bytes_each").asLong() == 64 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "..%2F..", "%2e%2e", "..%2Fdigits"})
    void deletesUploadsOnly(String id) throws Exception {
        int status = delete(id);
        assertTrue(status == 404 || status == 405 || status == 400, id + ": " + status);
        assertTrue(Files.exists(workspace.resolve("digits/int8.tflite")));
    }

    private static boolean uploadsAre(List<String> names) throws IOException {
        Path folder = workspace.resolve("uploads");
        if (!Files.exists(folder)) {
            return names.isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().equals(names);
        }
    }

    private static JsonNode run(String name) throws Exception {
        return find(json("/api/runs"), name);
    }

    private static JsonNode find(JsonNode list, String name) {
        return list.path("runs")
                .valueStream()
                .filter(run -> run.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + list));
    }

    private static String modelId(JsonNode run, String file) {
        return run.path("models")
                .valueStream()
                .filter(model -> model.path("name").asText().equals(file))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(status(path, 200));
    }

    private static String status(String path, int expected) throws Exception {
        HttpResponse<String> answer = studio.get(path);
        assertEquals(expected, answer.statusCode(), path + ": " + answer.body());
        return answer.body();
    }

    private static byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(studio.uri(path)).build(), BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), path);
            return answer.body();
        }
    }

    private static JsonNode upload(String name, byte[] content, int expected) throws Exception {
        String query = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> answer = studio.send(HttpRequest.newBuilder(studio.uri("/api/uploads?" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
        assertEquals(expected, answer.statusCode(), name + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    private static int delete(String id) throws Exception {
        return studio.send(
                        HttpRequest.newBuilder(studio.uri("/api/uploads/" + id)).DELETE())
                .statusCode();
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
