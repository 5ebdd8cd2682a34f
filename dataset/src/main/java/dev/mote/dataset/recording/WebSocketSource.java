package dev.mote.dataset.recording;

import dev.mote.model.BadInputException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Cells of the text messages of a WebSocket. The next message is asked for when the one before has been read. */
final class WebSocketSource implements TextRows.Source {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Characters of one message. */
    private static final int LONGEST_MESSAGE = 1 << 20;

    private final String where;
    private final HttpClient client;
    private final WebSocket socket;
    private final MessageText text;
    private final Messages messages = new Messages();
    private final Deque<TextRows.Cells> rows = new ArrayDeque<>();
    private boolean asked = true;
    private boolean ended;

    private WebSocketSource(String where, char separator) {
        this.where = where;
        this.text = new MessageText(where, separator);
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            this.socket = client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create(where), messages)
                    .join();
        } catch (CompletionException e) {
            client.close();
            throw new BadInputException(
                    where + ": cannot be reached (" + reason(e.getCause())
                            + "); check the address and whether it serves" + " WebSockets",
                    e);
        } catch (IllegalArgumentException e) {
            client.close();
            throw new BadInputException(where + ": is no address of a WebSocket, as ws://localhost:8080/stream", e);
        }
    }

    static WebSocketSource connect(String where, char separator) {
        return new WebSocketSource(where, separator);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("");
    }

    /** Either a text, or how it ended. */
    private record Message(Optional<String> text, String failure) {}

    /** Puts parts together to messages. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (parts.length() > LONGEST_MESSAGE) {
                queue.add(new Message(Optional.empty(), "a message is longer than " + LONGEST_MESSAGE + " characters"));
                socket.abort();
            } else if (last) {
                queue.add(new Message(Optional.of(parts.toString()), ""));
                parts.setLength(0);
            } else {
                socket.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            queue.add(new Message(Optional.empty(), ""));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            queue.add(new Message(Optional.empty(), "the connection broke: " + reason(error)));
        }
    }

    @Override
    public Optional<TextRows.Cells> next() {
        while (rows.isEmpty()) {
            if (ended) {
                return Optional.empty();
            }
            if (!asked) {
                socket.request(1);
            }
            Message message = take();
            if (message.text().isEmpty()) {
                if (!message.failure().isEmpty()) {
                    throw new BadInputException(where + ": " + message.failure());
                }
                ended = true;
                continue;
            }
            asked = false;
            List<TextRows.Cells> read = text.rows(message.text().get());
            rows.addAll(read);
        }
        return Optional.of(rows.poll());
    }

    private Message take() {
        try {
            return messages.queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException(where + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
