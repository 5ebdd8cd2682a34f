package dev.mote.device.board;

import dev.mote.model.MissingToolException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A program of {@code $PATH}.
 *
 * @param packages of Debian that bring it with all that it needs
 */
record Tool(String name, List<String> packages) {
    /**
     * Its path.
     *
     * @throws MissingToolException with the names of the packages if it is not installed
     */
    String require() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new MissingToolException(name
                        + ": not found in PATH; install it (Debian: apt install " + String.join(" ", packages) + ")"));
    }
}
