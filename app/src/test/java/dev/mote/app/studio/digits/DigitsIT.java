package dev.mote.app.studio.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.app.TestRuns;
import dev.mote.app.studio.StudioProcess;
import dev.mote.device.HostCompiler;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Drawings over REST. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DigitsIT {
    private static final int SIDE = 140;

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        copy(TestRuns.digits(), "digits");
        copy(TestRuns.activity(), "activity");
        Files.createDirectories(workspace.resolve("broken"));
        Files.copy(TestRuns.digits().resolve("int8.tflite"), workspace.resolve("broken/int8.tflite"));
        Files.writeString(workspace.resolve("broken/float.tflite"), "no model");
        studio = StudioProcess.start(workspace);
    }

    private static void copy(Path run, String name) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve(name));
        for (String file : List.of("float.tflite", "int8.tflite")) {
            Files.copy(run.resolve(file), folder.resolve(file));
        }
    }

    /** As the workspace makes it from a place. */
    private static String id(String place) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, 16);
    }

    /** A bar from the upper third to the lower, and a shorter one beside it. */
    private static byte[] drawing() {
        byte[] canvas = new byte[SIDE * SIDE];
        for (int y = 30; y < 110; y++) {
            Arrays.fill(canvas, y * SIDE + 60, y * SIDE + 72, (byte) -1);
        }
        for (int y = 50; y < 62; y++) {
            Arrays.fill(canvas, y * SIDE + 60, y * SIDE + 100, (byte) -1);
        }
        return canvas;
    }

    private static HttpResponse<String> post(String place, byte[] body, String query) throws Exception {
        return studio.send(HttpRequest.newBuilder(studio.uri("/api/models/" + id(place) + "/digit" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertEquals(200, response.statusCode(), response.body());
        return new JsonMapper().readTree(response.body());
    }

    private static void assertRefused(HttpResponse<String> response, int status, String line) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        String error = new JsonMapper().readTree(response.body()).get("error").asText();
        assertEquals(line, error);
        assertFalse(error.contains("\n"));
    }

    @Test
    @Order(1)
    void listsModelsOfPicturesOnly() throws Exception {
        JsonNode models = json(studio.get("/api/digits/models"));
        assertEquals(2, models.size(), models.toString());
        assertEquals("broken int8", models.get(0).get("name").asText());
        assertEquals("digits int8", models.get(1).get("name").asText());
        assertEquals(id("digits/int8.tflite"), models.get(1).get("id").asText());
    }

    @Test
    @Order(2)
    void tellsWhatAModelTakes() throws Exception {
        JsonNode model = json(studio.get("/api/models/" + id("digits/int8.tflite") + "/digit"));
        assertEquals(28, model.get("height").asInt());
        assertEquals(1, model.get("channels").asInt());
        assertEquals(SIDE, model.get("side").asInt());
        assertEquals("synthetic-digits", model.get("dataset").asText());
        assertTrue(model.get("synthetic").asBoolean());
        assertEquals(10, model.get("labels").size());
        assertTrue(model.get("float_note").isNull());
    }

    @Test
    @Order(3)
    void answersWithFloatAndInt8() throws Exception {
        JsonNode answer = json(post("digits/int8.tflite", drawing(), ""));
        for (String form : List.of("float_model", "int8")) {
            double sum = 0;
            for (JsonNode share : answer.get(form).get("probabilities")) {
                sum += share.asDouble();
            }
            assertEquals(1, sum, 0.03, form);
            assertTrue(answer.get(form).get("microseconds").asDouble() > 0);
        }
        int predicted = answer.get("int8").get("predicted").asInt();
        int score = answer.get("int8").get("scores").get(predicted).asInt();
        double share = answer.get("int8").get("probabilities").get(predicted).asDouble();
        assertEquals((score + 128) / 256.0, share, 1e-6, "a softmax of int8 has a scale of 1/256");
        double largest = 0;
        for (int c = 0; c < 10; c++) {
            largest = Math.max(
                    largest,
                    Math.abs(answer.get("int8").get("probabilities").get(c).asDouble()
                            - answer.get("float_model")
                                    .get("probabilities")
                                    .get(c)
                                    .asDouble()));
        }
        assertEquals(largest, answer.get("largest_difference").asDouble(), 1e-6);
        byte[] picture = Base64.getDecoder().decode(answer.get("picture").asText());
        assertEquals(784, picture.length);
        // Of 20 rows and 10 columns, of mean row 8.6 and column 2.3: 5 down, 12 to the right.
        assertEquals(-1, picture[5 * 28 + 12]);
        assertEquals(0, picture[4 * 28 + 12]);
        assertEquals(0, picture[5 * 28 + 11]);
    }

    @Test
    @Order(4)
    void theCompiledCGivesTheSameBytes() throws Exception {
        boolean compiler = hasCompiler();
        JsonNode answer = json(post("digits/int8.tflite", drawing(), ""));
        for (int i = 0; i < 200 && answer.get("c").get("pending").asBoolean(); i++) {
            Thread.sleep(100);
            answer = json(post("digits/int8.tflite", drawing(), ""));
        }
        JsonNode c = answer.get("c");
        assertEquals(compiler, c.get("ready").asBoolean(), c.toString());
        if (compiler) {
            assertTrue(c.get("same_bytes").asBoolean());
            assertEquals(answer.get("int8").get("scores"), c.get("scores"));
            JsonNode whole = json(post("digits/int8.tflite", drawing(), "?placing=whole"));
            assertTrue(whole.get("c").get("same_bytes").asBoolean());
            assertFalse(whole.get("picture").equals(answer.get("picture")));
        } else {
            assertTrue(c.get("note").asText().contains("no C compiler"), c.toString());
        }
    }

    private static boolean hasCompiler() {
        try {
            HostCompiler.find(Optional.empty());
            return true;
        } catch (MissingToolException e) {
            return false;
        }
    }

    @Test
    @Order(5)
    void showsExamples() throws Exception {
        JsonNode example = json(studio.get("/api/models/" + id("digits/int8.tflite") + "/digit/example?number=203"));
        assertEquals("synthetic-digits", example.get("dataset").asText());
        assertEquals(3, example.get("number").asInt());
        assertEquals("3", example.get("label").asText());
        assertEquals(784, Base64.getDecoder().decode(example.get("pixels").asText()).length);
        assertEquals(
                200,
                studio.get("/api/models/" + id("digits/int8.tflite") + "/digit/example?number=-1")
                        .statusCode());
    }

    @Test
    @Order(6)
    void worksBesideABrokenFloatModel() throws Exception {
        JsonNode answer = json(post("broken/int8.tflite", drawing(), ""));
        assertTrue(answer.get("float_model").isNull());
        assertTrue(answer.get("largest_difference").isNull());
        assertTrue(
                answer.get("float_note").asText().startsWith("float.tflite of this run cannot be used: "),
                answer.toString());
    }

    @Test
    @Order(7)
    void refusesDrawingsOfAnotherSize() throws Exception {
        String tail = " bytes, expected 140 x 140 = 19600 grey levels, white on black";
        assertRefused(post("digits/int8.tflite", new byte[3], ""), 400, "the drawing has 3" + tail);
        assertRefused(post("digits/int8.tflite", new byte[0], ""), 400, "the drawing has 0" + tail);
        assertRefused(post("digits/int8.tflite", new byte[19601], ""), 400, "the drawing has more than 19600" + tail);
        assertRefused(
                post("digits/int8.tflite", new byte[5_000_000], ""), 400, "the drawing has more than 19600" + tail);
        assertRefused(
                post("digits/int8.tflite", drawing(), "?placing=../x"),
                400,
                "the placing is not known, expected centred or whole");
    }

    @Test
    @Order(8)
    void refusesOtherModels() throws Exception {
        assertRefused(
                post("digits/float.tflite", drawing(), ""),
                400,
                "digits float: its input and output are not int8; choose the int8 model of the run, or"
                        + " quantize it: mote quantize");
        assertRefused(
                post("activity/int8.tflite", drawing(), ""),
                400,
                "activity int8: the model takes 1x128x3 values that are no grey or colour picture; choose a model"
                        + " of pictures");
        assertEquals(404, post("nowhere/int8.tflite", drawing(), "").statusCode());
    }

    /** None of the programs outlives the studio. */
    @Test
    @Order(9)
    void endsItsProgramsWithItself() throws Exception {
        post("digits/int8.tflite", drawing(), "");
        List<ProcessHandle> programs = studio.handle().descendants().toList();
        assertEquals(hasCompiler(), !programs.isEmpty(), programs.toString());
        studio.handle().destroy();
        studio.handle().onExit().get(20, TimeUnit.SECONDS);
        for (ProcessHandle program : programs) {
            program.onExit().get(5, TimeUnit.SECONDS);
        }
    }
}
