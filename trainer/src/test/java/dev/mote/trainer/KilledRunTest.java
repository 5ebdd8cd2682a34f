package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of an epoch loses nothing but time. */
@Tag("slow")
class KilledRunTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void anotherProcessGoesOnWithTheSameResult() throws IOException, InterruptedException {
        Path file = folder.resolve("checkpoint.mote");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainWithCheckpoints.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && Files.notExists(file)) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        int over = CheckpointFile.read(file).state().epochs().size();
        assertTrue(over < 4, "killed too late: " + over);
        TrainedModel resumed = TrainWithCheckpoints.train(file, true);
        TrainedModel whole = Trainer.train(TrainAndHash.recipe(4), TrainAndHash.data(), TrainingListener.SILENT);
        assertEquals(whole.model(), resumed.model());
    }
}
