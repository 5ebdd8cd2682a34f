package dev.mote.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code mote data list} says about one known data set. Only names of files are looked at; what is in them is verified when the
 * data set is loaded.
 *
 * @param found all its files are there, or it is generated
 * @param folder where its files are or would have to be; empty for a generated one
 * @param records as {@code 60,000 train and 10,000 test images}
 * @param missing names of the files that are not there
 */
public record DatasetStatus(
        String name,
        boolean synthetic,
        boolean found,
        Optional<Path> folder,
        String publisher,
        String licence,
        String records,
        List<String> missing) {
    public DatasetStatus {
        missing = List.copyOf(missing);
    }
}
