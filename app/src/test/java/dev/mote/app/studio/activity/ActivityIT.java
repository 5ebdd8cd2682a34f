package dev.mote.app.studio.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mote.app.Ran;
import dev.mote.app.TestRuns;
import dev.mote.app.studio.StudioProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams over the socket of the packaged studio. */
class ActivityIT {
    private static final int POLICY = 1008;
    private static final int TOO_LONG = 1009;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final String GENERATED = "synthetic-activity";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    private static String model;

    @BeforeAll
    static void start() throws Exception {
        studio = StudioProcess.start(LiveWorkspace.fill(workspace));
        model = json("/api/streams/models").get(0).get("id").asText();
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> response = studio.get(path);
        assertEquals(200, response.statusCode(), response.body());
        return LiveClient.JSON.readTree(response.body());
    }

    private static LiveClient connect() {
        return new LiveClient(CLIENT, studio.socket("/api/live/activity"));
    }

    @Test
    void listsWhatCanBeChosen() throws Exception {
        JsonNode models = json("/api/streams/models");
        assertEquals(1, models.size());
        assertEquals("tiny", models.get(0).get("run").asText());
        assertEquals(2.56, models.get(0).get("window_seconds").asDouble());
        JsonNode streams = json("/api/streams?model=" + model);
        assertEquals(GENERATED, streams.get(0).get("id").asText());
        assertTrue(streams.get(0).get("own").asBoolean());
        JsonNode phone = streams.get(streams.size() - 1);
        assertEquals("phone", phone.get("kind").asText());
        assertTrue(phone.get("fits").asBoolean());
        JsonNode recordings = json("/api/streams/" + GENERATED + "/recordings?model=" + model);
        assertEquals(6, recordings.get("recordings").size());
        assertEquals("20", recordings.get("recordings").get(0).get("subject").asText());
        JsonNode faults = json("/api/faults");
        assertTrue(faults.findValuesAsText("name").containsAll(List.of("rotate", "noise", "dropout")));
        assertFalse(faults.findValuesAsText("name").contains("blur"));
        assertEquals(404, studio.get("/api/streams?model=nowhere").statusCode());
        assertEquals(
                404,
                studio.get("/api/streams/..%2f..%2fpasswd/recordings?model=" + model)
                        .statusCode());
    }

    @Test
    void findsWhatTheCommandFinds() throws Exception {
        ObjectNode start = LiveClient.start(model, GENERATED);
        start.put("schedule", "walking=14s,resting=12s").put("speed", 10).put("seed", 4);
        start.withArray("faults").add("noise:3%").add("dropout:10%");
        List<JsonNode> replies;
        try (LiveClient page = connect()) {
            page.tell(start);
            replies = page.until("ended");
        }
        assertEquals("started", replies.getFirst().get("type").asText());
        assertTrue(replies.getFirst().get("synthetic").asBoolean());
        Path run = TestRuns.activity();
        JsonNode expected = Ran.mote(
                        "simulate",
                        run.resolve("int8.tflite"),
                        "--float",
                        run.resolve("float.tflite"),
                        "--stream",
                        GENERATED + ":test:walking=14s,resting=12s",
                        "--subject",
                        "20",
                        "--fault",
                        "noise:3%",
                        "--fault",
                        "dropout:10%",
                        "--seed",
                        "4",
                        "--json")
                .requireDone()
                .json();
        JsonNode totals = replies.getLast().get("totals");
        assertEquals(1300, totals.get("measured").asInt());
        assertEquals(expected.get("samples").asInt(), totals.get("samples").asInt());
        assertSide(expected.get("int8"), totals.get("int8"));
        assertSide(expected.get("float32"), totals.get("float"));
        long told = replies.stream()
                .filter(reply -> reply.has("windows"))
                .mapToLong(reply -> reply.get("windows").size())
                .sum();
        assertEquals(expected.get("windows").asLong(), told);
        long events = replies.stream()
                .filter(reply -> reply.has("int8_events"))
                .flatMap(reply -> reply.get("int8_events").valueStream())
                .filter(event -> event.get("label").asInt() >= 0)
                .count();
        assertEquals(expected.get("events").asLong(), events);
    }

    private static void assertSide(JsonNode expected, JsonNode side) {
        assertEquals(
                expected.get("accuracy").asDouble(),
                side.get("right").asDouble() / side.get("scored").asDouble(),
                1e-9);
        assertEquals(
                expected.get("truth_events").asInt(), side.get("truth_events").asInt());
        assertEquals(expected.get("events").asInt(), side.get("events").asInt());
        assertEquals(expected.get("matched_events").asInt(), side.get("found").asInt());
        assertEquals(
                expected.get("false_alarms").asInt(), side.get("false_alarms").asInt());
    }

    @Test
    void faultsActWhileItRunsAndItCanBePaused() throws Exception {
        try (LiveClient page = connect()) {
            ObjectNode start = LiveClient.start(model, GENERATED);
            page.tell(start.put("speed", 10));
            page.until("started");
            page.tell("{\"type\":\"faults\",\"faults\":[\"range:1%\"]}");
            float limit = 0.01f * 8 + 1e-4f;
            JsonNode tick;
            do {
                tick = page.until("tick").getLast();
            } while (tick.get("clean_times").isEmpty() || tick.get("values").isEmpty());
            JsonNode after = page.until("tick").getLast();
            assertTrue(
                    after.get("values").valueStream().allMatch(value -> Math.abs(value.floatValue()) <= limit),
                    after::toString);
            page.tell("{\"type\":\"faults\",\"faults\":[\"rotate:300deg\"]}");
            assertTrue(page.until("problem").getLast().get("error").asText().startsWith("fault rotate:300deg: "));
            page.tell("{\"type\":\"pause\"}");
            Thread.sleep(300);
            page.drain();
            Thread.sleep(300);
            assertTrue(page.drain().isEmpty());
            page.tell("{\"type\":\"resume\"}");
            page.until("tick");
            page.tell("{\"type\":\"stop\"}");
            assertTrue(
                    page.until("ended").getLast().get("totals").get("samples").asInt() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "[]",
                "null",
                "{\"type\":\"fly\"}",
                "{\"type\":\"pause\",\"more\":1}",
                "{\"type\":\"speed\",\"speed\":3}",
                "{\"type\":\"speed\"}",
                "{\"type\":\"samples\",\"micros\":[1],\"values\":[1]}",
                "{\"type\":\"start\",\"model\":\"MODEL\"}",
                "{\"type\":\"start\",\"model\":\"nowhere\",\"stream\":\"synthetic-activity\",\"recording\":0,\"speed\":1,\"by_time\":false}",
                "{\"type\":\"start\",\"model\":\"MODEL\",\"stream\":\"../int8.tflite\",\"recording\":0,\"speed\":1,\"by_time\":false}",
                "{\"type\":\"start\",\"model\":\"MODEL\",\"stream\":\"upload-../tiny\",\"recording\":0,\"speed\":1,\"by_time\":false}",
                "{\"type\":\"start\",\"model\":\"MODEL\",\"stream\":\"synthetic-activity\",\"recording\":99,\"speed\":1,\"by_time\":false}",
                "{\"type\":\"start\",\"model\":\"MODEL\",\"stream\":\"synthetic-activity\",\"recording\":0,\"speed\":1,\"by_time\":false,\"schedule\":\"all:x\"}"
            })
    void refusesWhatItDoesNotUnderstandInOneLine(String message) throws Exception {
        try (LiveClient page = connect()) {
            page.tell(message.replace("MODEL", model));
            JsonNode reply = page.reply();
            assertEquals("refused", reply.get("type").asText(), reply::toString);
            assertFalse(reply.get("error").asText().isBlank());
            assertEquals(1, reply.get("error").asText().lines().count());
            assertEquals(POLICY, page.closed());
        }
    }

    @Test
    void refusesLongMessages() {
        try (LiveClient page = connect()) {
            page.tell("{\"type\":\"pause\",\"more\":\"" + "x".repeat(100_000) + "\"}");
            assertEquals(TOO_LONG, page.closed());
        }
    }

    @Test
    void refusesOtherSites() throws IOException {
        assertEquals("HTTP/1.1 403 Forbidden", handshake("http://evil.example"));
        assertEquals("HTTP/1.1 403 Forbidden", handshake("null"));
        assertEquals("HTTP/1.1 101 Switching Protocols", handshake("http://127.0.0.1:" + port()));
    }

    private static int port() {
        return studio.uri("/").getPort();
    }

    /** The first line of the answer to a browser's request for a socket. */
    private static String handshake(String origin) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            String request = String.join(
                    "\r\n",
                    "GET /api/live/activity HTTP/1.1",
                    "Host: 127.0.0.1:" + port(),
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13",
                    "Origin: " + origin,
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    /** Gravity along z of a phone that lies still, at 60 Hz, in m/s2. */
    @Test
    void takesTheSamplesOfAPhone() throws Exception {
        try (LiveClient page = connect()) {
            page.tell(LiveClient.start(model, "phone"));
            for (int message = 0; message < 60; message++) {
                ObjectNode samples = LiveClient.JSON.createObjectNode().put("type", "samples");
                samples.put("label", "resting");
                ArrayNode micros = samples.putArray("micros");
                ArrayNode values = samples.putArray("values");
                for (int i = 0; i < 5; i++) {
                    micros.add(1_000_000_000L + (message * 5 + i) * 16_667L);
                    values.add(0).add(0).add(9.80665).addNull().addNull().addNull();
                }
                page.tell(samples);
            }
            page.tell("{\"type\":\"stop\"}");
            List<JsonNode> replies = page.until("ended");
            JsonNode started = replies.getFirst();
            assertEquals("phone", started.get("stream").asText());
            List<Float> values = new ArrayList<>();
            replies.stream()
                    .filter(reply -> reply.has("values"))
                    .forEach(tick -> tick.get("values").forEach(value -> values.add(value.floatValue())));
            assertEquals(0f, values.get(0));
            assertEquals(1f, values.get(2), 1e-6);
            JsonNode totals = replies.getLast().get("totals");
            assertEquals(300, totals.get("samples").asInt());
            assertEquals(0, totals.get("lost").asInt());
            // 5 s at 60 Hz are 250 samples of the model's 50 Hz.
            assertEquals((249 - 128) / 64 + 1, totals.get("int8").get("windows").asInt());
            assertEquals(
                    totals.get("int8").get("windows").asInt(),
                    totals.get("int8").get("scored").asInt());
        }
    }

    @Test
    void runsAnUploadedRecording() throws Exception {
        StringBuilder csv = new StringBuilder("timestamp_us,ax [m/s2],ay [m/s2],az [m/s2],label\n");
        for (int row = 0; row < 300; row++) {
            csv.append(row * 20_000).append(",0,0,9.80665,resting\n");
        }
        HttpResponse<String> sent = studio.send(HttpRequest.newBuilder(studio.uri("/api/uploads?name=still.csv"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(csv.toString())));
        assertEquals(200, sent.statusCode(), sent.body());
        String id = "upload-"
                + LiveClient.JSON.readTree(sent.body()).at("/upload/id").asText();
        assertTrue(json("/api/streams?model=" + model).findValuesAsText("id").contains(id));
        assertEquals(
                1,
                json("/api/streams/" + id + "/recordings?model=" + model)
                        .get("recordings")
                        .size());
        try (LiveClient page = connect()) {
            page.tell(LiveClient.start(model, id).put("speed", 10));
            List<JsonNode> replies = page.until("ended");
            assertTrue(replies.getFirst().get("notes").toString().contains("converted from m/s2"));
            JsonNode totals = replies.getLast().get("totals");
            assertEquals(300, totals.get("samples").asInt());
            assertEquals(3, totals.get("int8").get("scored").asInt());
        }
    }

    @Test
    void hasRoomForSoManyOnly() throws Exception {
        List<LiveClient> pages = new ArrayList<>();
        try {
            for (int i = 0; i <= LiveSocket.MOST_SESSIONS; i++) {
                pages.add(connect());
            }
            JsonNode reply = pages.getLast().reply();
            assertTrue(reply.get("error").asText().startsWith("64 streams run already"), reply::toString);
            assertEquals(TRY_AGAIN_LATER, pages.getLast().closed());
        } finally {
            pages.forEach(LiveClient::close);
        }
    }
}
