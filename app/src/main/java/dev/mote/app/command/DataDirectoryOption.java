package dev.mote.app.command;

import dev.mote.dataset.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --data-dir}. */
final class DataDirectoryOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder that holds a folder for each data set. Default: $MOTE_DATA, else ~/.mote/data.")
    private Path folder;

    /** Nothing without the option. */
    Optional<Path> given() {
        return Optional.ofNullable(folder);
    }

    DataDirectory resolve() {
        return DataDirectory.resolve(given());
    }
}
