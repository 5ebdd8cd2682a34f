package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProcessTest {
    @TempDir
    Path folder;

    /** A compiler that is killed cannot remove them, but the folder is removed. */
    @Test
    void temporaryFilesAreInItsFolder() throws IOException {
        Path said = folder.resolve("said");
        new HostProcess(List.of("sh", "-c", "echo \"$TMPDIR\""), folder, Duration.ofSeconds(10))
                .run(null, said, folder.resolve("errors"));
        assertEquals(folder.toAbsolutePath().toString(), Files.readString(said).strip());
    }
}
