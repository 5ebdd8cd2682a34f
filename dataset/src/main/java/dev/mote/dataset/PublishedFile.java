package dev.mote.dataset;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of a published data set.
 *
 * @param otherNames under which the same contents are accepted, as after unpacking
 * @param sources tried one after the other
 * @param check throws BadInputException, with the reason, if a downloaded file is not the published one
 */
record PublishedFile(String name, List<String> otherNames, List<URI> sources, Check check) {
    /** Looks at a whole file. */
    interface Check {
        void verify(Path file);
    }

    /** Where the file is, under whichever name. */
    Optional<Path> findIn(Path folder) {
        return Stream.concat(Stream.of(name), otherNames.stream())
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
