package dev.mote.app.studio;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells requests of the studio's own pages from those that other sites make a browser send. */
@Singleton
final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final StudioSettings settings;

    Origins(StudioSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether the browser was told an address of this server, not a name that somebody else points at it. With a token, names do no
     * harm: the cookie of one is not sent to another.
     */
    boolean isThisServer(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && (settings.token().isPresent() || LOOPBACK.contains(authority.host()));
    }

    /** Whether a page of another origin sent it. Programs that are no browser send no origin. */
    boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals(request.scheme() + "://" + request.authority());
    }

    /** The same by what newer browsers tell of requests without an origin. */
    boolean isCrossSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
