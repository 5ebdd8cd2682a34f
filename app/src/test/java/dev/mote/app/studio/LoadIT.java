package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mote.app.TestRuns;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A hundred visitors at once: 80 that walk through pages, models and drawings without a rest, 20 that watch a live stream. Nothing
 * fails, no stream ends, and what the studio holds does not grow. {@code -Dload.seconds=60} goes on for a minute.
 */
@Tag("slow")
@Isolated("it takes all cores, and other studios measure time")
class LoadIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WALKERS = 80;
    private static final int WATCHERS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("load.seconds", 8));
    private static final Duration EACH = Duration.ofSeconds(20);
    private static final long GROWTH_KILOBYTES = 24 * 1024;
    private static final int DRAWING = 140 * 140;

    @TempDir
    static Path workspace;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aHundredVisitorsAreAnswered() throws Exception {
        for (String name : new String[] {"digits", "activity"}) {
            Path run = Files.createDirectories(workspace.resolve(name));
            Path made = name.equals("digits") ? TestRuns.digits() : TestRuns.activity();
            for (String file : new String[] {"float.tflite", "int8.tflite"}) {
                Files.copy(made.resolve(file), run.resolve(file));
            }
        }
        try (StudioProcess studio = StudioProcess.start(workspace)) {
            String digits = int8(studio, "digits");
            String activity = int8(studio, "activity");
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < WATCHERS; i++) {
                sockets.add(watch(studio, activity));
            }
            walk(studio, digits, activity, LONGEST.dividedBy(3));
            long before = heapKilobytes(studio);
            walk(studio, digits, activity, LONGEST);
            long after = heapKilobytes(studio);
            System.out.printf(
                    "load: %,d requests, %,d messages of streams; heap %,d KB before, %,d KB after %d s%n",
                    requests.get(), messages.get(), before, after, LONGEST.toSeconds());
            assertEquals(List.of(), failures.stream().limit(5).toList());
            assertTrue(sockets.stream().noneMatch(WebSocket::isInputClosed), "a stream ended");
            assertTrue(messages.get() > WATCHERS * LONGEST.toSeconds(), "streams stood still: " + messages.get());
            assertTrue(after - before < GROWTH_KILOBYTES, before + " KB of heap became " + after);
            sockets.forEach(WebSocket::abort);
        }
    }

    private String int8(StudioProcess studio, String place) throws IOException, InterruptedException {
        for (JsonNode run : JSON.readTree(studio.get("/api/runs").body()).get("runs")) {
            for (JsonNode model : run.get("models")) {
                if (run.get("place").asText().equals(place)
                        && model.get("name").asText().equals("int8.tflite")) {
                    return model.get("id").asText();
                }
            }
        }
        throw new AssertionError("no run " + place);
    }

    private void walk(StudioProcess studio, String digits, String activity, Duration longest)
            throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        List<Thread> walkers = new ArrayList<>();
        for (int i = 0; i < WALKERS; i++) {
            walkers.add(Thread.startVirtualThread(() -> {
                while (Instant.now().isBefore(end) && failures.isEmpty()) {
                    get(studio, "/");
                    get(studio, "/js/mote.js");
                    get(studio, "/api/runs");
                    get(studio, "/api/models/" + digits);
                    get(studio, "/api/models/" + activity + "/layers?board=mps2-an386&opt=balanced");
                    get(studio, "/api/models/" + digits + "/graph.svg");
                    draw(studio, digits);
                    get(studio, "/api/trainings");
                }
            }));
        }
        for (Thread walker : walkers) {
            walker.join();
        }
    }

    private void get(StudioProcess studio, String path) {
        send(path, HttpRequest.newBuilder(studio.uri(path)));
    }

    private void draw(StudioProcess studio, String model) {
        String path = "/api/models/" + model + "/digit";
        byte[] picture = new byte[DRAWING];
        java.util.Arrays.fill(picture, DRAWING / 3, DRAWING / 2, (byte) -1);
        send(
                path,
                HttpRequest.newBuilder(studio.uri(path))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(picture)));
    }

    private void send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.timeout(EACH).build(), BodyHandlers.ofString());
            requests.incrementAndGet();
            if (answer.statusCode() != 200) {
                failures.add(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            failures.add(path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebSocket watch(StudioProcess studio, String model) {
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(studio.socket("/api/live/activity"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        messages.incrementAndGet();
                        if (text.toString().contains("refused")) {
                            failures.add("stream: " + text);
                        }
                        return WebSocket.Listener.super.onText(from, text, last);
                    }
                })
                .join();
        socket.sendText(
                        "{\"type\":\"start\",\"model\":\"" + model
                                + "\",\"stream\":\"synthetic-activity\",\"recording\":0,\"speed\":1,"
                                + "\"by_time\":false,\"seed\":1,\"faults\":[]}",
                        true)
                .join();
        return socket;
    }

    /** What is alive after a collection, as {@code jcmd} of this Java tells it. */
    private static long heapKilobytes(StudioProcess studio) throws IOException, InterruptedException {
        jcmd(studio, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(studio, "GC.heap_info"));
        assertTrue(used.find());
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(StudioProcess studio, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(studio.handle().pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
