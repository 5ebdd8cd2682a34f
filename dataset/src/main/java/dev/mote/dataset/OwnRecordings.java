package dev.mote.dataset;

import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RowSelection;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.model.BadInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A user's own file or folder. It is streamed as it is, unless it is what the model was trained on: then only the persons of the test
 * are taken, as far as persons are told apart.
 */
final class OwnRecordings {
    private OwnRecordings() {}

    static RecordingSet of(
            RecordingChoice choice,
            DataDirectory directory,
            long seed,
            DataOptions options,
            String trainedOn,
            double rateHertz) {
        Path path = existing(choice.name());
        List<Path> files = Files.isDirectory(path)
                ? OwnDataset.list(path).stream()
                        .filter(file -> OwnDataset.hasSuffix(file, ".csv"))
                        .toList()
                : List.of(path);
        if (files.isEmpty()) {
            return ImageRecordings.of(choice, Datasets.load(choice.name(), directory, seed, options));
        }
        String name = OwnDataset.name(path);
        boolean split = choice.part().map(part -> !part.equals("all")).orElse(name.equals(trainedOn));
        List<String> notes = new ArrayList<>();
        RowSelection selection = new RowSelection(choice.subjects());
        if (split && choice.subjects().isEmpty()) {
            selection = ofPart(path, files, seed, options, choice.part().orElse("test"), notes);
        }
        List<Recording> recordings = recordings(files, name, options, rateHertz, selection);
        if (recordings.isEmpty()) {
            throw new BadInputException(path + ": has no file of subject " + String.join(", ", choice.subjects()));
        }
        boolean everybody = selection.equals(RowSelection.ALL);
        return new RecordingSet(
                everybody || !choice.subjects().isEmpty()
                        ? "all"
                        : choice.part().orElse("test"),
                List.of(),
                recordings,
                notes);
    }

    /** A file whose name tells its person is taken or not as a whole. */
    private static List<Recording> recordings(
            List<Path> files, String name, DataOptions options, double rateHertz, RowSelection selection) {
        StreamText text = StreamText.of(name, options, rateHertz);
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            boolean named = !options.signals().groupFile().isEmpty();
            String subject =
                    named ? SignalTable.groupOf(file, options.signals()).orElse("") : "";
            if (!named) {
                recordings.add(TextRecordings.ofFile(file, OwnDataset.name(file), text, selection));
            } else if (selection.takes(subject)) {
                recordings.add(TextRecordings.ofFile(file, subject, text, RowSelection.ALL));
            }
        }
        return recordings;
    }

    /** The persons of a part, from the split that a training makes. */
    private static RowSelection ofPart(
            Path path, List<Path> files, long seed, DataOptions options, String part, List<String> notes) {
        SignalRows rows = SignalTable.read(files, options.columns(), options.signals());
        Set<String> test = SignalDataset.testGroups(
                new SignalDataset.Origin(path.toString(), OwnDataset.name(path), ""), rows, seed, options);
        if (test.isEmpty()) {
            notes.add("no persons are told apart, so all of it is streamed: also what a model was trained on");
            return RowSelection.ALL;
        }
        if (part.equals("test")) {
            return new RowSelection(test);
        }
        notes.add("persons of the training part: a model that was trained on them knows them");
        List<String> training = new ArrayList<>(rows.groupNames());
        training.removeAll(test);
        return new RowSelection(Set.copyOf(training));
    }

    private static Path existing(String name) {
        try {
            Path path = Path.of(name);
            if (!name.isBlank() && Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // No path, so it was meant as a name: the message below is the right one.
        }
        throw new BadInputException("unknown stream \"" + name + "\", and no such file or folder; known are "
                + String.join(", ", Datasets.names()) + "; or give a CSV file, - for standard input, or ws://...");
    }
}
