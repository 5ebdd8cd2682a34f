package dev.mote.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder that holds a folder for each data set. It need not exist. */
public record DataDirectory(Path root) {
    /** Name of the environment variable that tells where data sets are. */
    public static final String VARIABLE = "MOTE_DATA";

    /** {@code option} (of {@code --data-dir}) if given, else {@code $MOTE_DATA}, else {@code ~/.mote/data}. */
    public static DataDirectory resolve(Optional<Path> option) {
        return resolve(option, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static DataDirectory resolve(Optional<Path> option, Map<String, String> environment, Path home) {
        String variable = environment.getOrDefault(VARIABLE, "");
        Path standard = variable.isBlank() ? home.resolve(".mote").resolve("data") : Path.of(variable);
        return new DataDirectory(option.orElse(standard));
    }

    public Path folder(String dataset) {
        return root.resolve(dataset);
    }
}
