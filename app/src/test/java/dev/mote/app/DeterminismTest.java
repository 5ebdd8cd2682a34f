package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed gives the same bytes: models, C, figures and report, in two processes. */
@Tag("slow")
class DeterminismTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"activity", "digits"})
    void demoWritesTheSameFilesAgain(String demo) throws Exception {
        ShortExamples.copy(folder);
        MoteProcess mote = new MoteProcess(folder, folder, Map.of());
        mote.run(List.of("demo", demo, "--out", "first")).requireDone();
        Files.move(folder.resolve("first"), folder.resolve("kept"));
        mote.run(List.of("demo", demo, "--out", "first")).requireDone();
        SortedMap<String, String> files = hashes(folder.resolve("first"));
        assertEquals(hashes(folder.resolve("kept")), files);
        assertTrue(
                files.keySet().containsAll(List.of("float.tflite", "int8.tflite", "report.json", "report.html")),
                files.keySet().toString());
        assertTrue(files.containsKey("firmware/" + demo + ".c"), files.keySet().toString());
    }

    private static SortedMap<String, String> hashes(Path root) throws Exception {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(root)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), sha256(file));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
