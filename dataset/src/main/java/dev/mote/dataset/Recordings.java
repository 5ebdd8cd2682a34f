package dev.mote.dataset;

import dev.mote.dataset.recording.Recording;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Data sets and own files as continuous recordings. */
public final class Recordings {
    /** Names of the data sets that are recordings of signals. */
    public static final List<String> SIGNALS =
            List.of(SyntheticActivity.NAME, "uci-har", "sp-sw-har-phone", "sp-sw-har-watch", "wisdm");

    private Recordings() {}

    /**
     * What {@code choice} means, as a model was trained: its training persons are in another part than its test persons.
     *
     * @param seed of the training: of generated data, and of splits by person
     * @param options of the training's data
     * @param trainedOn name of the data set that the model was trained on; empty if nobody told
     * @param rateHertz of a file without times; 0 if nobody told
     * @throws BadInputException one line
     */
    public static RecordingSet of(
            RecordingChoice choice,
            DataDirectory directory,
            long seed,
            DataOptions options,
            String trainedOn,
            double rateHertz) {
        String name = choice.name();
        Optional<KnownDataset> known = Catalogue.ALL.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            return OwnRecordings.of(choice, directory, seed, options, trainedOn, rateHertz);
        }
        // What a recipe said of other data does not hold for this one.
        DataOptions own = name.equals(trainedOn) ? options : DataOptions.DEFAULT;
        return switch (name) {
            case SyntheticActivity.NAME -> SyntheticRecordings.of(choice, seed);
            case "uci-har" ->
                UciHarRecordings.of(choice, known.get().files(directory).getFirst());
            case "sp-sw-har-phone", "sp-sw-har-watch" ->
                SpSwHarRecordings.of(choice, known.get().files(directory).getFirst(), seed, own);
            case "wisdm" ->
                WisdmRecordings.of(choice, known.get().files(directory).getFirst(), seed, own);
            case "mnist", "fashion-mnist", "synthetic-digits" ->
                ImageRecordings.of(choice, Datasets.load(name, directory, seed, own));
            default ->
                throw new BadInputException(
                        name + ": has rows that do not follow each other in time, so it is no stream");
        };
    }

    /** Those of {@code all} that the choice takes. @param testSubjects of the split that the model was trained with */
    static RecordingSet choose(
            RecordingChoice choice, List<String> labels, List<Recording> all, Set<String> testSubjects) {
        requireKnown(choice, all);
        String part =
                choice.part().orElse(choice.subjects().isEmpty() ? "test" : partOf(choice.subjects(), testSubjects));
        List<Recording> taken = all.stream()
                .filter(recording ->
                        part.equals("all") || testSubjects.contains(recording.subject()) == part.equals("test"))
                .filter(recording ->
                        choice.subjects().isEmpty() || choice.subjects().contains(recording.subject()))
                .toList();
        if (taken.isEmpty()) {
            throw new BadInputException(choice.name() + ": subject " + String.join(", ", choice.subjects())
                    + " is not in the part '" + part + "'; leave the part out, or take ':all'");
        }
        List<String> notes = new ArrayList<>();
        List<String> persons = taken.stream().map(Recording::subject).distinct().toList();
        long trained = persons.stream()
                .filter(person -> !testSubjects.contains(person))
                .count();
        if (trained > 0) {
            notes.add(trained + " of " + persons.size()
                    + " persons belong to the training part: a model that was trained on them knows them");
        }
        return new RecordingSet(part, labels, taken, notes);
    }

    private static String partOf(Set<String> subjects, Set<String> testSubjects) {
        return testSubjects.containsAll(subjects) ? "test" : "all";
    }

    private static void requireKnown(RecordingChoice choice, List<Recording> all) {
        List<String> names = all.stream().map(Recording::subject).distinct().toList();
        for (String subject : choice.subjects()) {
            if (!names.contains(subject)) {
                throw new BadInputException(choice.name() + ": has no subject '" + subject + "', only: "
                        + TextTable.shown(String.join(", ", names)));
            }
        }
    }
}
