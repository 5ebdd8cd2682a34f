package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code --stream NAME[:WORD]...} and {@code --subject} choose of a data set's recordings.
 *
 * @param name of a known data set, or a path
 * @param part {@code train}, {@code test} or {@code all}; empty: that of {@code subjects}, else the test
 * @param subjects empty: all of the part
 * @param schedule of generated activities; empty: drawn from the seed
 * @param seconds that generated activities last; empty: the schedule once, else ten minutes
 * @param hold how many samples each image is shown for
 */
public record RecordingChoice(
        String name,
        Optional<String> part,
        Set<String> subjects,
        Optional<ActivitySchedule> schedule,
        Optional<Double> seconds,
        int hold) {
    private static final List<String> PARTS = List.of("train", "test", "all");
    private static final int LONGEST_HOLD = 10_000;

    public RecordingChoice {
        subjects = Set.copyOf(subjects);
    }

    /** @throws BadInputException for a word that is not understood */
    public static RecordingChoice parse(String text, List<String> subjects) {
        List<String> words = new ArrayList<>(List.of(text.split(":", -1)));
        String name = words.removeFirst();
        if (!Datasets.names().contains(name)) {
            // A path may have colons of its own: only a part at its end is none of it.
            boolean told = words.size() > 0 && PARTS.contains(words.getLast());
            String path = told ? text.substring(0, text.lastIndexOf(':')) : text;
            Optional<String> part = told ? Optional.of(words.getLast()) : Optional.empty();
            return new RecordingChoice(path, part, Set.copyOf(subjects), Optional.empty(), Optional.empty(), 1);
        }
        RecordingChoice choice = new RecordingChoice(
                name, Optional.empty(), Set.copyOf(subjects), Optional.empty(), Optional.empty(), 1);
        for (String word : words) {
            choice = choice.with(text, word);
        }
        return choice;
    }

    private RecordingChoice with(String text, String word) {
        if (PARTS.contains(word)) {
            return new RecordingChoice(name, Optional.of(word), subjects, schedule, seconds, hold);
        }
        boolean activity = name.equals(SyntheticActivity.NAME);
        if (activity && word.startsWith("for=")) {
            Optional<Double> time = Optional.of(ActivitySchedule.seconds(text, word.substring(4)));
            return new RecordingChoice(name, part, subjects, schedule, time, hold);
        }
        if (activity && word.contains("=")) {
            return new RecordingChoice(
                    name, part, subjects, Optional.of(ActivitySchedule.parse(text, word)), seconds, hold);
        }
        if (!activity && word.startsWith("hold=")) {
            return new RecordingChoice(name, part, subjects, schedule, seconds, hold(text, word.substring(5)));
        }
        throw new BadInputException(
                "stream '" + text + "': '" + word + "' is not understood; expected train, test or all"
                        + (activity
                                ? ", a schedule as walking=60s,resting=30s, or a time as for=24h"
                                : ", or hold=N for images"));
    }

    private static int hold(String text, String number) {
        try {
            int value = Integer.parseInt(number);
            if (value >= 1 && value <= LONGEST_HOLD) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, as are numbers out of range.
        }
        throw new BadInputException(
                "stream '" + text + "': hold is '" + number + "', expected 1 to " + LONGEST_HOLD + " images");
    }

    /** Whether persons or parts are told apart, which a stream without them cannot do. */
    public boolean choosesPersons() {
        return part.isPresent() || !subjects.isEmpty();
    }
}
