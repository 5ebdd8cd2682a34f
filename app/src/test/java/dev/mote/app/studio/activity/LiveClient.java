package dev.mote.app.studio.activity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page's side of a socket. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final long LONGEST_SECONDS = 15;

    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    LiveClient(HttpClient client, URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    static ObjectNode start(String model, String stream) {
        ObjectNode start = JSON.createObjectNode();
        start.put("type", "start").put("model", model).put("stream", stream).put("recording", 0);
        start.put("speed", 1).put("by_time", false).put("seed", 1).putArray("faults");
        return start;
    }

    void tell(JsonNode message) {
        tell(message.toString());
    }

    void tell(String message) {
        socket.sendText(message, true).join();
    }

    /** The next reply. */
    JsonNode reply() throws InterruptedException {
        JsonNode reply = replies.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertTrue(reply != null, "no reply");
        return reply;
    }

    /** All replies until one of this type, that one included. */
    List<JsonNode> until(String type) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(reply());
            String found = all.getLast().get("type").asText();
            assertTrue(
                    found.equals(type) || !found.equals("refused"),
                    () -> all.getLast().toString());
        } while (!all.getLast().get("type").asText().equals(type));
        return all;
    }

    /** Replies that have come. */
    List<JsonNode> drain() {
        List<JsonNode> all = new ArrayList<>();
        replies.drainTo(all);
        return all;
    }

    /** The status with which the studio closes it. */
    int closed() {
        return closed.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                replies.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
