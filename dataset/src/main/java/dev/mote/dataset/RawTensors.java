package dev.mote.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled inputs of one model as it takes them, already quantized: a file of raw int8 values for each sample, and
 * {@code y_labels.csv} with a line {@code file, number of classes, class} for each. The format of MLPerf Tiny's evaluation sets;
 * a folder, or a zip of one.
 *
 * @param name of the folder or zip, for reports
 * @param labels class of each sample, in [0, classes)
 */
public record RawTensors(String name, List<byte[]> samples, int[] labels, int classes) {
    private static final String LIST = "y_labels.csv";

    /** One line of the list. */
    private record Entry(String file, int classes, int label) {}

    public RawTensors {
        samples = List.copyOf(samples);
    }

    /** Whether there is something at {@code path} that {@link #read} is for. */
    public static boolean isAt(Path path) {
        return Files.isDirectory(path)
                ? Files.isRegularFile(path.resolve(LIST))
                : Files.isRegularFile(path) && OwnDataset.hasSuffix(path, ".zip");
    }

    /**
     * @param sampleBytes length of every sample
     * @throws BadInputException one line: which file, what was found, what was expected
     */
    public static RawTensors read(Path path, int sampleBytes) {
        try (FileTree tree = FileTree.open(path, LIST)) {
            List<Entry> entries = entries(path + "/" + LIST, tree.read(LIST, Integer.MAX_VALUE));
            List<byte[]> samples = new ArrayList<>();
            for (Entry entry : entries) {
                byte[] sample = tree.read(entry.file(), sampleBytes + 1);
                if (sample.length != sampleBytes) {
                    throw new BadInputException(
                            "%s: %s has %s bytes, expected %d, the size of the model's input; give the"
                                            .formatted(
                                                    path,
                                                    entry.file(),
                                                    sample.length > sampleBytes
                                                            ? "more"
                                                            : String.valueOf(sample.length),
                                                    sampleBytes)
                                    + " samples that were made for this model");
                }
                samples.add(sample);
            }
            return new RawTensors(
                    OwnDataset.name(path),
                    samples,
                    entries.stream().mapToInt(Entry::label).toArray(),
                    entries.getFirst().classes());
        } catch (IOException e) {
            throw new BadInputException(path + ": cannot be read (" + e.getMessage() + "): damaged or truncated", e);
        }
    }

    private static List<Entry> entries(String where, byte[] list) {
        List<Entry> entries = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(list, StandardCharsets.UTF_8))) {
            for (CsvRecord line : reader) {
                entries.add(entry(where + ":" + line.getStartingLineNumber(), line.getFields()));
            }
        } catch (CsvParseException | IOException e) {
            throw new BadInputException(where + ": is no CSV file (" + e.getMessage() + ")", e);
        }
        if (entries.isEmpty()) {
            throw new BadInputException(
                    where + ": names no samples; expected a line \"file, number of classes, class\" each");
        }
        int classes = entries.getFirst().classes();
        for (Entry entry : entries) {
            if (entry.classes() != classes) {
                throw new BadInputException(where + ": " + entry.file() + " has one of " + entry.classes()
                        + " classes, the first sample one of " + classes + "; all must agree");
            }
        }
        return entries;
    }

    private static Entry entry(String where, List<String> fields) {
        if (fields.size() == 3) {
            try {
                int classes = Integer.parseInt(fields.get(1).strip());
                int label = Integer.parseInt(fields.get(2).strip());
                if (classes >= 2 && label >= 0 && label < classes) {
                    return new Entry(fields.get(0).strip(), classes, label);
                }
            } catch (NumberFormatException e) {
                // Refused below, as are numbers out of range.
            }
        }
        throw new BadInputException(where + ": \"" + String.join(",", fields)
                + "\", expected file, number of classes (2 or more), class (0 or more)");
    }
}
