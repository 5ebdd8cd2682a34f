package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before every request. */
class GuardIT {
    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(workspace);
    }

    @Test
    void answersItself() throws Exception {
        HttpResponse<String> about = studio.get("/api/about");
        assertEquals(200, about.statusCode());
        assertTrue(about.body().contains("\"workspace\":\"" + workspace.getFileName() + "\""), about.body());
        assertEquals("no-store", about.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void pagesRunNoForeignScripts() throws Exception {
        for (String path : new String[] {"/", "/css/report.css", "/api/about", "/nowhere"}) {
            HttpResponse<String> page = studio.get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'self';"), path + ": " + policy);
            assertEquals(
                    "nosniff",
                    page.headers().firstValue("X-Content-Type-Options").orElse(""),
                    path);
        }
    }

    @Test
    void refusesNamesThatAreNotItsOwn() throws Exception {
        assertEquals("HTTP/1.1 421 Misdirected Request", status("GET /api/about HTTP/1.1", "Host: rebound.example"));
        assertEquals("HTTP/1.1 200 OK", status("GET /api/about HTTP/1.1", "Host: localhost:" + port()));
    }

    @Test
    void refusesOtherSites() throws Exception {
        String host = "Host: 127.0.0.1:" + port();
        String foreign = "HTTP/1.1 403 Forbidden";
        assertEquals(foreign, status("GET /api/about HTTP/1.1", host, "Origin: http://evil.example"));
        assertEquals(foreign, status("GET /api/about HTTP/1.1", host, "Origin: null"));
        assertEquals(foreign, status("GET /api/about HTTP/1.1", host, "Origin: http://127.0.0.1:1"));
        assertEquals(foreign, status("GET /api/about HTTP/1.1", host, "Sec-Fetch-Site: cross-site"));
        assertEquals(foreign, status("GET / HTTP/1.1", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"));
        String navigation = "Sec-Fetch-Mode: navigate";
        String document = "Sec-Fetch-Dest: document";
        assertEquals(
                "HTTP/1.1 200 OK", status("GET / HTTP/1.1", host, "Sec-Fetch-Site: cross-site", navigation, document));
        assertEquals(
                foreign, status("GET /api/about HTTP/1.1", host, "Sec-Fetch-Site: cross-site", navigation, document));
        assertEquals("HTTP/1.1 200 OK", status("GET /api/about HTTP/1.1", host, "Origin: http://127.0.0.1:" + port()));
    }

    @Test
    void staysWithinItsPages() throws Exception {
        String host = "Host: 127.0.0.1:" + port();
        for (String path :
                new String[] {"/../application.properties", "/%2e%2e/application.properties", "//etc/passwd"}) {
            assertTrue(status("GET " + path + " HTTP/1.1", host).matches("HTTP/1.1 40[034] .*"), path);
        }
    }

    /** The router takes all of these for the same path, so what stands before it has to refuse them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/about",
                "/%61pi/about",
                "/./api/about",
                "/x/../api/about",
                "/x/%2e%2e/api/about",
                "/api/%61bout"
            })
    void takesEachPathInOneSpellingOnly(String path) throws Exception {
        assertEquals("HTTP/1.1 404 Not Found", status("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port()));
    }

    @Test
    void answersThePathOfMostParts() throws Exception {
        String path = "/a".repeat(2000);
        assertEquals("HTTP/1.1 404 Not Found", status("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/nowhere, 404, nothing has this address",
        "GET //api/about, 404, nothing has this address",
        "DELETE /api/about, 405, does not take this method",
        "GET /api/runs/.., 404, nothing has this address"
    })
    void saysWhyInJson(String request, int status, String why) throws Exception {
        String answer = answer(request + " HTTP/1.1", "Host: 127.0.0.1:" + port());
        assertProblem(answer, status, why);
    }

    @Test
    void saysWhyARequestIsNone() throws Exception {
        assertProblem(answer("GET /api/about HTTP/1.1"), 400, "needs one readable host");
        assertProblem(answer("GET /api/about HTTP/1.1", "Host: a b"), 400, "needs one readable host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"token\":", "[1]", "{\"token\":{}}", "{\"token\":\"a\",\"token\":\"b\"}", "[[[[[["})
    void saysWhyABodyIsNone(String body) throws Exception {
        HttpResponse<String> answer = studio.post("/api/session", body);
        assertEquals(400, answer.statusCode(), body);
        assertTrue(answer.body().startsWith("{\"error\":\"the body is not understood"), answer.body());
    }

    @Test
    void saysWhichTypesItTakes() throws Exception {
        HttpResponse<String> text = studio.send(HttpRequest.newBuilder(studio.uri("/api/session"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
        assertEquals(415, text.statusCode());
        assertTrue(text.body().contains("Content-Type"), text.body());
    }

    private static void assertProblem(String answer, int status, String why) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'self'"), answer);
        assertTrue(answer.contains("\r\n\r\n{\"error\":\"") && answer.contains(why), answer);
    }

    private static int port() {
        return studio.uri("/").getPort();
    }

    private static String status(String... lines) throws IOException {
        return answer(lines).lines().findFirst().orElse("");
    }

    /** To a request that a browser's own client would not send. */
    private static String answer(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
