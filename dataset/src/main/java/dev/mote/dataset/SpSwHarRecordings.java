package dev.mote.dataset;

import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowSelection;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The recordings of a smartphone or a smartwatch as they are in the archive: each file one of them. */
final class SpSwHarRecordings {
    /** About; the times of the rows tell it exactly. */
    private static final double RATE_HERTZ = 100;

    private SpSwHarRecordings() {}

    static RecordingSet of(RecordingChoice choice, Path zip, long seed, DataOptions options) {
        SpSwHarReader.verify(zip);
        String device = choice.name().endsWith("phone") ? "sp" : "sw";
        return Recordings.choose(
                choice,
                SpSwHarReader.LABELS,
                recordings(zip, choice.name(), device),
                SpSwHarReader.testSubjects(zip, device, seed, options));
    }

    private static List<Recording> recordings(Path zip, String name, String device) {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            return Collections.list(archive.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .sorted(Comparator.naturalOrder())
                    .map(SpSwHarReader.FILE::matcher)
                    .filter(matcher -> matcher.matches() && matcher.group(2).equals(device))
                    .map(matcher -> recording(zip, name, matcher))
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(zip + ": cannot be unpacked (" + e.getMessage() + "): damaged", e);
        }
    }

    private static Recording recording(Path zip, String name, Matcher entry) {
        StreamText text = new StreamText(
                name, false, ColumnOptions.COMMA, Optional.of(SpSwHarReader.TIME), "label", "group", RATE_HERTZ);
        RecordingFormat format = new RecordingFormat(
                name,
                false,
                RecordingFormat.units(SpSwHarReader.UNIT, SpSwHarReader.CHANNELS.size()),
                SpSwHarReader.CHANNELS,
                RATE_HERTZ,
                true);
        String file = entry.group();
        Recording recording =
                TextRecordings.of(zip + "!" + file, entry.group(1), () -> unpacked(zip, file), text, RowSelection.ALL);
        return recording.withFormat(format);
    }

    private static InputStream unpacked(Path zip, String file) throws IOException {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get();
                InputStream in = archive.getInputStream(archive.getEntry(file))) {
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }
}
