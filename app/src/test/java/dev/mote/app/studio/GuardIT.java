package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands before every request. */
class GuardIT {
    @TempDir
    static Path workspace;

    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        studio = StudioProcess.start(workspace);
    }

    @AfterAll
    static void stop() {
        if (studio != null) {
            studio.close();
        }
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

    private static int port() {
        return studio.uri("/").getPort();
    }

    /** The first line of the answer to a request that a browser's own client would not send. */
    private static String status(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
