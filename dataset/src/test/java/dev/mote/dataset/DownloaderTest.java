package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a server of its own, on loopback. */
class DownloaderTest {
    private static final String NAME = "labels-idx1-ubyte";
    private static final byte[] PLAIN = TestFiles.idx(new int[] {3}, new byte[] {1, 2, 3});

    @TempDir
    Path root;

    private final List<String> progress = new ArrayList<>();
    private HttpServer server;
    private byte[] published;

    @BeforeEach
    void startServer() throws IOException {
        published = TestFiles.gzip(PLAIN);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/good/", 0);
        serve("/cut/", 3);
        server.createContext("/gone/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/other/", exchange -> {
            byte[] other = TestFiles.gzip(TestFiles.idx(new int[] {3}, new byte[] {1, 2, 4}));
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
            exchange.close();
        });
        server.start();
    }

    /** Sends the file, but leaves out the last {@code missing} of the bytes that it promised. */
    private void serve(String path, int missing) {
        server.createContext(path, exchange -> {
            assertEquals(path + NAME + ".gz", exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published, 0, published.length - missing);
            exchange.close();
        });
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private String base(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private List<Path> get(String... bases) {
        PublishedFile file = Catalogue.idxFile(NAME, 1, Checksum.of(PLAIN), bases);
        KnownDataset dataset =
                new KnownDataset("tiny", "test", "none", "3 labels", List.of(file), (files, seed) -> null);
        return Downloader.get(dataset, new DataDirectory(root), progress::add);
    }

    private List<Path> folder() {
        try (var entries = Files.list(root.resolve("tiny"))) {
            return entries.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void putsCheckedFileInPlace() throws IOException {
        List<Path> files = get(base("/good/"));
        assertEquals(List.of(root.resolve("tiny").resolve(NAME + ".gz")), files);
        assertArrayEquals(published, Files.readAllBytes(files.getFirst()));
        assertEquals(files, folder());
        assertEquals(files.getFirst() + ": fetched and checked", progress.getLast());
    }

    @Test
    void takesTheNextSourceAfterFailures() {
        List<Path> files = get(base("/gone/"), base("/cut/"), base("/other/"), base("/good/"));
        assertEquals(files, folder());
    }

    @Test
    void refusesWrongContentsAndLeavesNothing() {
        assertRefused(
                () -> get(base("/other/")), base("/other/"), "wrong contents", "SHA-256", "put it here", NAME + ".gz");
        assertEquals(List.of(), folder());
    }

    @Test
    void refusesTruncatedAnswerAndLeavesNothing() {
        assertRefused(() -> get(base("/cut/")), base("/cut/"), "put it here");
        assertEquals(List.of(), folder());
    }

    @Test
    void tellsStatusOfTheServer() {
        assertRefused(() -> get(base("/gone/")), base("/gone/"), "404");
        assertEquals(List.of(), folder());
    }

    @Test
    void tellsWhatCannotBeReachedAndWhereToPutItByHand() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String offline = "http://127.0.0.1:" + closed + "/";
        String target = root.resolve("tiny").resolve(NAME + ".gz").toString();
        assertRefused(
                () -> get(offline),
                "tiny",
                offline + NAME + ".gz",
                "cannot connect: offline?",
                "put it here: " + target);
        assertEquals(List.of(), folder());
    }

    @Test
    void tellsHostThatHasNoAddress() {
        assertRefused(() -> get("http://mote.invalid/"), "http://mote.invalid/" + NAME, "put it here");
        assertEquals(List.of(), folder());
    }

    @Test
    void keepsRightFileAndReplacesWrongOne() throws IOException {
        Path file = get(base("/good/")).getFirst();
        assertEquals(List.of(file), get(base("/gone/")));
        Files.write(file, Arrays.copyOf(published, 10));
        get(base("/good/"));
        assertArrayEquals(published, Files.readAllBytes(file));
    }

    @Test
    void keepsWrongFileWhenNothingBetterCanBeHad() throws IOException {
        Path file = get(base("/good/")).getFirst();
        Files.write(file, new byte[] {1});
        assertRefused(() -> get(base("/gone/")), "404");
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    }

    @Test
    void acceptsUnpackedFile() throws IOException {
        Files.createDirectories(root.resolve("tiny"));
        Path plain = Files.write(root.resolve("tiny").resolve(NAME), PLAIN);
        assertEquals(List.of(plain), get(base("/gone/")));
    }

    @Test
    void refusesFolderThatCannotBeMade() throws IOException {
        Files.writeString(root.resolve("tiny"), "a file where the folder should be");
        assertRefused(() -> get(base("/good/")), root.resolve("tiny").toString(), "cannot be made", "--data-dir");
    }

    @Test
    void refusesToFetchWhatIsGenerated() {
        assertRefused(
                () -> Datasets.get("synthetic-digits", new DataDirectory(root), progress::add), "generated", "--data");
        assertTrue(progress.isEmpty());
    }
}
