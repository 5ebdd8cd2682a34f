package dev.mote.app.studio;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mote.app.pipeline.Json;
import dev.mote.dataset.DataDirectory;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the container is given from outside. */
final class StudioBeans {
    private StudioBeans() {}

    @Produces
    @Singleton
    static StudioSettings settings() {
        return StudioServer.settings();
    }

    @Produces
    @Singleton
    static DataDirectory dataDirectory(StudioSettings settings) {
        return DataDirectory.resolve(settings.data());
    }

    /** Answers have the look of what the commands print with --json. */
    @Produces
    @Singleton
    static ObjectMapperCustomizer json() {
        return (ObjectMapper mapper) -> Json.customize(mapper)
                .getFactory()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }
}
