package dev.mote.dataset;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import java.util.List;
import java.util.Optional;

/** The images of a data set one after the other, as a camera that sees one a second, or each for some seconds. */
final class ImageRecordings {
    private static final double RATE_HERTZ = 1;
    private static final long MICROS = 1_000_000;

    private ImageRecordings() {}

    static RecordingSet of(RecordingChoice choice, Dataset dataset) {
        String part = choice.part().orElse("test");
        List<String> parts = part.equals("all") ? List.of("train", "test") : List.of(part);
        RecordingFormat format = new RecordingFormat(
                dataset.name(),
                dataset.synthetic(),
                RecordingFormat.units(dataset.unit(), dataset.channels().size()),
                dataset.channels(),
                RATE_HERTZ,
                false,
                dataset.sampleShape());
        List<Recording> recordings = parts.stream()
                .map(name -> recording(dataset, name, format, choice.hold()))
                .toList();
        List<String> notes = part.equals("test") || dataset.testsOnTraining()
                ? List.of()
                : List.of("images of the training part: a model that was trained on them knows them");
        return new RecordingSet(part, dataset.labels(), recordings, notes);
    }

    private static Recording recording(Dataset dataset, String part, RecordingFormat format, int hold) {
        Samples samples = dataset.split(part);
        return new Recording(
                "",
                dataset.name() + ":" + part,
                format,
                (channels, defects) -> new SampleRows(number -> {
                    if (number >= (long) samples.count() * hold) {
                        return Optional.empty();
                    }
                    int image = (int) (number / hold);
                    String label = dataset.labels().get(samples.label(image));
                    return Optional.of(new RecordedRow(0, 0, number * MICROS, samples.values(image), label));
                }));
    }
}
