package dev.mote.app.studio.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.app.studio.StudioProcess;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty pages at once, each with a stream of 50 samples a second through int8 and float model. */
@Tag("slow")
class ActivityLoadIT {
    private static final int PAGES = 20;
    private static final int SECONDS = 12;
    private static final int RATE_HERTZ = 50;
    private static final double SECOND_NANOS = 1e9;

    @TempDir
    static Path workspace;

    /** One page, and how late its messages were at most. */
    private static final class Page {
        private final LiveClient client;
        private long begin;
        private double latestSeconds;
        private int messages;
        private JsonNode totals;

        Page(LiveClient client) {
            this.client = client;
        }

        void take() {
            for (JsonNode reply : client.drain()) {
                switch (reply.get("type").asText()) {
                    case "started" -> begin = System.nanoTime();
                    case "tick" -> {
                        messages++;
                        double late = (System.nanoTime() - begin) / SECOND_NANOS
                                - reply.get("at").asLong() / 1e6;
                        latestSeconds = Math.max(latestSeconds, late);
                    }
                    case "ended" -> totals = reply.get("totals");
                    default -> throw new AssertionError(reply);
                }
            }
        }
    }

    @Test
    void twentyPagesKeepUp() throws Exception {
        try (StudioProcess studio = StudioProcess.start(LiveWorkspace.fill(workspace));
                HttpClient client = HttpClient.newHttpClient()) {
            String model = LiveClient.JSON
                    .readTree(studio.get("/api/streams/models").body())
                    .get(0)
                    .get("id")
                    .asText();
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                Page page = new Page(new LiveClient(client, studio.socket("/api/live/activity")));
                pages.add(page);
                page.client.tell(LiveClient.start(model, "synthetic-activity")
                        .put("seed", i)
                        .put("schedule", "for=1h"));
            }
            Duration before = studio.handle().info().totalCpuDuration().orElse(Duration.ZERO);
            watch(pages, SECONDS);
            Duration cpu = studio.handle()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .minus(before);
            pages.forEach(page -> page.client.tell("{\"type\":\"stop\"}"));
            watch(pages, 1);
            double latest =
                    pages.stream().mapToDouble(page -> page.latestSeconds).max().orElseThrow();
            double waited = pages.stream()
                    .mapToDouble(page -> page.totals.get("waited_seconds").asDouble())
                    .max()
                    .orElseThrow();
            int messages = pages.stream().mapToInt(page -> page.messages).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d pages, %d s: processor %.2f s, %.1f messages a second a page, latest %.3f s, longest wait %.3f s%n",
                    PAGES,
                    SECONDS,
                    cpu.toNanos() / SECOND_NANOS,
                    (double) messages / PAGES / SECONDS,
                    latest,
                    waited);
            for (Page page : pages) {
                assertEquals(0, page.totals.get("lost").asInt());
                double told = page.totals.get("samples").asInt() / (double) RATE_HERTZ
                        + page.totals.get("waited_seconds").asDouble();
                assertTrue(told > SECONDS - 1 && told < SECONDS + 3, page.totals::toString);
                assertEquals(
                        (page.totals.get("samples").asInt() - 128) / 64 + 1,
                        page.totals.get("float").get("windows").asInt());
                page.client.close();
            }
        }
    }

    private static void watch(List<Page> pages, int seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * SECOND_NANOS);
        while (System.nanoTime() < end) {
            pages.forEach(Page::take);
            Thread.sleep(5);
        }
    }
}
