package dev.mote.app.studio.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Optional;

/** Tells a page twice a second what has changed, of all trainings in the workspace. Looks only while a page listens. */
@WebSocket(path = "/api/live/trainings")
public final class LiveTrainings {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final TrainingViews views;
    private final ObjectMapper json;

    LiveTrainings(TrainingViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    /** A page that is too slow misses some looks, and no news. */
    @OnOpen
    public Multi<String> news(WebSocketConnection page) {
        TrainingNews news = new TrainingNews();
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> page.isOpen())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> news.since(views.recent()))
                .filter(Optional::isPresent)
                .map(found -> text(found.get()));
    }

    private String text(TrainingNews.News news) {
        try {
            return json.writeValueAsString(news);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
