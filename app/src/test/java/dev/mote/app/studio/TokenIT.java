package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A studio that other machines reach. */
class TokenIT {
    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(workspace, "--host", "0.0.0.0");
    }

    @Test
    void speaksTlsOnly() {
        URI secure = studio.uri("/");
        assertEquals("https", secure.getScheme());
        URI plain = URI.create("http://" + secure.getAuthority() + "/");
        assertThrows(IOException.class, () -> studio.send(HttpRequest.newBuilder(plain)));
    }

    @Test
    void showsNothingWithoutTheToken() throws Exception {
        for (String path : new String[] {"/api/about", "/api/openapi", "/api/", "/api/runs", "/api/session"}) {
            HttpResponse<String> answer = studio.get(path);
            assertEquals(401, answer.statusCode(), path);
            assertTrue(answer.body().contains("asks for the token"), answer.body());
        }
        assertEquals(200, studio.get("/").statusCode());
        assertEquals(401, bearer("").statusCode());
        assertEquals(401, bearer(studio.token().substring(1)).statusCode());
        assertEquals(200, bearer(studio.token()).statusCode());
    }

    /** Which the router would take for a path of the API. */
    @Test
    void showsNothingByAnotherSpelling() throws Exception {
        for (String path : new String[] {"//api/about", "/%61pi/about", "/%2561pi/about", "/x/..//api/about"}) {
            HttpResponse<String> answer = studio.send(HttpRequest.newBuilder(
                    URI.create("https://" + studio.uri("/").getAuthority() + path)));
            assertEquals(404, answer.statusCode(), path);
            assertFalse(answer.body().contains("workspace"), answer.body());
        }
    }

    @Test
    void theTokenOpensASession() throws Exception {
        assertEquals(403, studio.post("/api/session", "{\"token\":\"no\"}").statusCode());
        assertEquals(403, studio.post("/api/session", "{}").statusCode());
        HttpResponse<String> opened = studio.post("/api/session", "{\"token\":\"" + studio.token() + "\"}");
        assertEquals(204, opened.statusCode());
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("SameSite=Strict"), cookie);
        assertFalse(cookie.contains(studio.token()), cookie);
        HttpRequest.Builder about = HttpRequest.newBuilder(studio.uri("/api/about"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertEquals(200, studio.send(about).statusCode());
    }

    @Test
    void refusesSocketsWithoutTheToken() {
        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> studio.client()
                        .newWebSocketBuilder()
                        .buildAsync(studio.socket("/api/live/activity"), new WebSocket.Listener() {})
                        .get());
        WebSocketHandshakeException handshake = (WebSocketHandshakeException) failure.getCause();
        assertEquals(401, handshake.getResponse().statusCode());
    }

    private static HttpResponse<String> bearer(String token) throws IOException, InterruptedException {
        return studio.send(HttpRequest.newBuilder(studio.uri("/api/about")).header("Authorization", "Bearer " + token));
    }
}
