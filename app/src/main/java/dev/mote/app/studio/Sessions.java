package dev.mote.app.studio;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Who knows the token. One session for all who do: a new start of the studio ends it. */
@Singleton
final class Sessions {
    static final String COOKIE = "mote-studio";

    private static final String BEARER = "Bearer ";
    private static final int ID_BYTES = 32;

    private final Optional<String> token;
    private final String id;

    Sessions(StudioSettings settings) {
        this.token = settings.token();
        byte[] bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.id = HexFormat.of().formatHex(bytes);
    }

    /** Whether the request needs no token, has it as a bearer, or has the cookie that was given for it. */
    boolean isOpen(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        String authorization = request.getHeader("Authorization");
        return token.isEmpty()
                || cookie != null && equal(cookie.getValue(), id)
                || authorization != null
                        && authorization.startsWith(BEARER)
                        && isToken(authorization.substring(BEARER.length()));
    }

    /** Also where none is asked for. */
    boolean isToken(String given) {
        return token.map(wanted -> equal(given, wanted)).orElse(true);
    }

    /** The value of the cookie. */
    String id() {
        return id;
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
