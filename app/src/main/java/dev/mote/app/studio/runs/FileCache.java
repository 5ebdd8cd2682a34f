package dev.mote.app.studio.runs;

import dev.mote.app.studio.workspace.RecentlyUsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was made of files, until they change. For any number of threads. */
final class FileCache<V> {
    private record State(long bytes, FileTime changed) {}

    private record Known<V>(State state, V value) {}

    private final Map<Path, Known<V>> values;

    /** @param most values that are kept, those that were asked for last */
    FileCache(int most) {
        this.values = Collections.synchronizedMap(new RecentlyUsed<>(most));
    }

    /** What is known already of the file as it is. */
    Optional<V> known(Path file) {
        Known<V> known = values.get(file);
        return known != null && state(file).equals(Optional.of(known.state()))
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /**
     * Empty where there is no such file.
     *
     * @param reader is asked where nothing is known of the file as it is
     */
    Optional<V> get(Path file, Function<Path, V> reader) {
        Optional<State> state = state(file);
        if (state.isEmpty()) {
            values.remove(file);
            return Optional.empty();
        }
        Known<V> known = values.get(file);
        if (known == null || !known.state().equals(state.get())) {
            known = new Known<>(state.get(), reader.apply(file));
            values.put(file, known);
        }
        return Optional.of(known.value());
    }

    private static Optional<State> state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new State(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
