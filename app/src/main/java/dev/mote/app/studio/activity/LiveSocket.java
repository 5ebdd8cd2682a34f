package dev.mote.app.studio.activity;

import dev.mote.app.studio.Places;
import dev.mote.model.BadInputException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** The socket of the page "Activity live": one stream at a time for each of its visitors. */
@WebSocket(path = "/api/live/activity")
public final class LiveSocket {
    static final int MOST_SESSIONS = 64;

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final int TOO_LONG = 1009;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int POLICY = 1008;
    /** A page that takes nothing for so long is gone. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);

    private final LiveModels models;
    private final StreamCatalogue streams;
    private final Places places;
    private final Semaphore rooms = new Semaphore(MOST_SESSIONS);
    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();

    LiveSocket(LiveModels models, StreamCatalogue streams, Places places) {
        this.models = models;
        this.streams = streams;
        this.places = places;
    }

    @OnOpen
    @RunOnVirtualThread
    public void open(WebSocketConnection connection) {
        Outlet outlet = outlet(connection, POLICY);
        if (!rooms.tryAcquire()) {
            outlet(connection, TRY_AGAIN_LATER)
                    .refuse(MOST_SESSIONS + " streams run already; close the page of one, then try again");
            return;
        }
        LiveSession session = new LiveSession(outlet, models, streams);
        sessions.put(connection.id(), session);
        Thread.ofVirtual().name("activity-" + connection.id()).start(() -> {
            try {
                session.run();
            } finally {
                sessions.remove(connection.id());
                rooms.release();
                close(connection, CloseReason.NORMAL);
            }
        });
    }

    @OnTextMessage
    @RunOnVirtualThread
    public void message(WebSocketConnection connection, String text) {
        LiveSession session = sessions.get(connection.id());
        if (session == null) {
            return;
        }
        try {
            session.tell(LiveText.request(text));
        } catch (BadInputException e) {
            session.refuse(e.getMessage());
        }
    }

    @OnClose
    public void close(WebSocketConnection connection) {
        LiveSession session = sessions.get(connection.id());
        if (session != null) {
            session.close();
        }
    }

    /** The socket is broken, or sends what is no message: too much at once. */
    @OnError
    @RunOnVirtualThread
    public void broken(WebSocketConnection connection, Throwable failure) {
        close(connection);
        close(connection, new CloseReason(TOO_LONG, "messages of up to 64 KiB are read"));
    }

    private static void close(WebSocketConnection connection, CloseReason reason) {
        if (connection.isOpen()) {
            try {
                connection.close(reason).await().atMost(LONGEST_SEND);
            } catch (RuntimeException e) {
                LOG.debug("the page was gone already", e);
            }
        }
    }

    private Outlet outlet(WebSocketConnection connection, int code) {
        return new Outlet() {
            @Override
            public boolean send(LiveReply reply) {
                try {
                    connection.sendText(LiveText.text(reply)).await().atMost(LONGEST_SEND);
                    return true;
                } catch (RuntimeException e) {
                    return false;
                }
            }

            @Override
            public void refuse(String why) {
                String shown = places.hiddenIn(why);
                if (connection.isOpen() && send(new LiveReply.Refused(shown))) {
                    close(connection, new CloseReason(code, shortened(shown)));
                }
            }
        };
    }

    /** A reason has room for 123 bytes; the reply tells it all. */
    private static String shortened(String why) {
        String plain = why.replaceAll("[^ -~]", "?");
        return plain.length() <= 120 ? plain : plain.substring(0, 117) + "...";
    }
}
