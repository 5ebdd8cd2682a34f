package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same recipe and data in another process give the same weights, to the bit. */
@Tag("slow")
class DeterminismTest {
    @Test
    void twoProcessesTrainTheSameModel() throws IOException, InterruptedException {
        assertEquals(TrainAndHash.hash(), inAnotherProcess());
    }

    private static String inAnotherProcess() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-cp",
                System.getProperty("java.class.path"),
                TrainAndHash.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String hash = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor(60, TimeUnit.SECONDS);
        return hash;
    }
}
