package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    private final AtomicInteger readings = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void readsAFileOnceUntilItChanges() throws IOException {
        FileCache<String> cache = new FileCache<>(10);
        Path file = Files.writeString(folder.resolve("a"), "one");
        assertEquals(Optional.empty(), cache.known(file));
        assertEquals(Optional.of("one"), cache.get(file, this::read));
        assertEquals(Optional.of("one"), cache.get(file, this::read));
        assertEquals(Optional.of("one"), cache.known(file));
        assertEquals(1, readings.get());
        Files.writeString(file, "another");
        assertEquals(Optional.empty(), cache.known(file));
        assertEquals(Optional.of("another"), cache.get(file, this::read));
        Files.delete(file);
        assertEquals(Optional.empty(), cache.get(file, this::read));
        assertEquals(2, readings.get());
    }

    @Test
    void forgetsWhatWasAskedForLongestAgo() throws IOException {
        FileCache<String> cache = new FileCache<>(1);
        Path first = Files.writeString(folder.resolve("a"), "one");
        cache.get(first, this::read);
        cache.get(Files.writeString(folder.resolve("b"), "two"), this::read);
        assertEquals(Optional.empty(), cache.known(first));
    }

    private String read(Path file) {
        readings.incrementAndGet();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
