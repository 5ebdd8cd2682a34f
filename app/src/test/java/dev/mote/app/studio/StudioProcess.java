package dev.mote.app.studio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged studio as its users start it: a process of its own, on a free port of loopback. */
public final class StudioProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("studio on (https?://\\S+)/ ");
    private static final Pattern TOKEN = Pattern.compile("^mote: token (\\p{XDigit}+)");
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Process process;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().sslContext(Trust.everything()).build();
    private final AtomicReference<String> token = new AtomicReference<>("");

    private StudioProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Skips the test where the program is not packaged, as in a run of single tests without {@code package}. */
    public static StudioProcess start(Path workspace, String... more) throws IOException {
        Path program = Path.of("target", "quarkus-app", "quarkus-run.jar");
        assumeTrue(Files.exists(program), "skipped: not packaged; run: ./mvnw -pl app -am package -DskipTests");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-Dmote.home=" + Path.of("").toAbsolutePath().getParent(),
                "-jar",
                program.toString(),
                "serve",
                "--port",
                "0",
                "--workspace",
                workspace.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.errorReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                StudioProcess studio = new StudioProcess(process, URI.create(matcher.group(1)));
                Thread.startVirtualThread(() -> said.lines().forEach(studio::hear));
                return studio;
            }
        }
        throw new AssertionError("the studio did not start: " + all);
    }

    private void hear(String line) {
        Matcher matcher = TOKEN.matcher(line);
        if (matcher.find()) {
            token.set(matcher.group(1));
        } else {
            System.err.println(line);
        }
    }

    /** What it printed for visitors of other machines. */
    String token() throws InterruptedException {
        while (token.get().isEmpty()) {
            Thread.sleep(POLL);
        }
        return token.get();
    }

    /** Trusts every certificate. */
    public HttpClient client() {
        return client;
    }

    public URI uri(String path) {
        return address.resolve(path);
    }

    /** As {@code ws://127.0.0.1:1234/api/live}. */
    public URI socket(String path) {
        return URI.create("ws" + uri(path).toString().substring("http".length()));
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
