package dev.mote.app.studio;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Stands before every request, pages, REST and WebSockets alike. Refuses hosts that are not this server (a foreign name that resolves
 * to this machine: DNS rebinding), other sites' requests, and visitors without the token where one is asked for; adds the security
 * headers to every answer.
 */
@Singleton
final class Guard {
    private static final int FIRST = 1000;

    /**
     * All that the studio's own pages ask for. The router takes several spellings for one path (//api, /%61pi, /x/../api): a rule that
     * looks at the beginning of a path must meet one only. Possessive, so that no path is long enough to take all of the stack.
     */
    private static final Pattern PLAIN = Pattern.compile("/|(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)++/?");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(self), gyroscope=(self), camera=(), microphone=(), geolocation=(), payment=(), usb=()");

    private static final String NOTHING = "nothing has this address; /api/openapi tells which there are";

    private final Origins origins;
    private final Sessions sessions;

    Guard(Origins origins, Sessions sessions) {
        this.origins = origins;
        this.sessions = sessions;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** Answers where nothing else does, in JSON too. */
    void answerTheRest(@Observes Router router) {
        router.route("/api*")
                .order(Integer.MAX_VALUE - 1)
                .handler(context -> refuse(context, HttpResponseStatus.NOT_FOUND, NOTHING));
        router.route().order(Integer.MIN_VALUE).failureHandler(Guard::unreadable);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        secure(context);
        if (isApi(request)) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        if (!PLAIN.matcher(request.path()).matches()) {
            refuse(context, HttpResponseStatus.NOT_FOUND, NOTHING);
        } else if (!origins.isThisServer(request)) {
            refuse(
                    context,
                    HttpResponseStatus.MISDIRECTED_REQUEST,
                    "this name is not the studio's: open the address that mote serve tells");
        } else if (origins.isForeign(request) || origins.isCrossSite(request) && !isNavigation(request)) {
            refuse(context, HttpResponseStatus.FORBIDDEN, "requests of other sites are refused");
        } else if (isApi(request) && !sessions.isOpen(request) && !isLogin(request)) {
            refuse(context, HttpResponseStatus.UNAUTHORIZED, "the studio asks for the token that mote serve printed");
        } else {
            context.next();
        }
    }

    private static void secure(RoutingContext context) {
        HEADERS.forEach(context.response()::putHeader);
    }

    /** No filter sees a request whose host is missing or none. */
    private static void unreadable(RoutingContext context) {
        if (context.statusCode() == HttpResponseStatus.BAD_REQUEST.code()
                && context.failure() instanceof VertxException) {
            secure(context);
            refuse(context, HttpResponseStatus.BAD_REQUEST, "this is no request of HTTP: it needs one readable host");
        } else {
            context.next();
        }
    }

    /** Pages are for everyone, what they show is not. */
    private static boolean isApi(HttpServerRequest request) {
        return request.path().startsWith("/api");
    }

    private static boolean isLogin(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.path().equals("/api/session");
    }

    /** A link on another site to a page of the studio. */
    private static boolean isNavigation(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && !isApi(request)
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static void refuse(RoutingContext context, HttpResponseStatus status, String why) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status.code())
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("error", why).encode());
    }
}
