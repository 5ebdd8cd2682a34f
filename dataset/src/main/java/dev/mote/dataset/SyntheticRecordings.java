package dev.mote.dataset;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowReader;
import dev.mote.model.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generated persons who do one activity after the other. Persons 0 to 19 are those of the training and 20 to 25 those of the test
 * split; what they do here is not what they do there. Any other number is a person that occurs nowhere else.
 */
final class SyntheticRecordings {
    static final RecordingFormat FORMAT = new RecordingFormat(
            SyntheticActivity.NAME,
            true,
            List.of("g", "g", "g"),
            SyntheticActivity.CHANNELS,
            ArmMotion.RATE_HERTZ,
            false);

    /** An activity of longer is put together of pieces, between which the arm takes another way. */
    private static final int LONGEST_STEPS = 60 * ArmMotion.RATE_HERTZ;

    private static final double STANDARD_SECONDS = 600;
    private static final int PERSONS = SyntheticActivity.TRAIN_PERSONS + SyntheticActivity.TEST_PERSONS;

    private SyntheticRecordings() {}

    static RecordingSet of(RecordingChoice choice, long seed) {
        List<Integer> persons = choice.subjects().isEmpty()
                ? persons(choice.part(), seed)
                : choice.subjects().stream()
                        .map(SyntheticRecordings::number)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        String known = persons.stream()
                .filter(person -> person < SyntheticActivity.TRAIN_PERSONS)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        List<String> notes = known.isEmpty()
                ? List.of()
                : List.of("persons of the training part: " + known + "; a model that was trained on them knows them");
        return new RecordingSet(
                known.isEmpty() ? "test" : choice.part().orElse("all"),
                SyntheticActivity.LABELS,
                persons.stream().map(person -> recording(choice, seed, person)).toList(),
                notes);
    }

    /** One person of the test, drawn by the seed; all of a part that is named. */
    private static List<Integer> persons(Optional<String> part, long seed) {
        int first = part.equals(Optional.of("test")) ? SyntheticActivity.TRAIN_PERSONS : 0;
        int end = part.equals(Optional.of("train")) ? SyntheticActivity.TRAIN_PERSONS : PERSONS;
        if (part.isEmpty()) {
            return List.of(SyntheticActivity.TRAIN_PERSONS
                    + SeededRandom.of(seed, SyntheticActivity.NAME + "/stream/person", 0)
                            .index(SyntheticActivity.TEST_PERSONS));
        }
        return Stream.iterate(first, person -> person + 1).limit(end - first).toList();
    }

    private static int number(String subject) {
        if (subject.matches("\\d{1,9}")) {
            return Integer.parseInt(subject);
        }
        throw new BadInputException(SyntheticActivity.NAME + ": subject '" + subject
                + "' is no number of a person; 20 to 25 are those of the test, from 26 on nobody knows them");
    }

    private static Recording recording(RecordingChoice choice, long seed, int person) {
        return new Recording(
                Integer.toString(person),
                SyntheticActivity.NAME + ", person " + person,
                FORMAT,
                (channels, defects) -> new Performance(choice, seed, person).rows(channels));
    }

    /** Makes one bout, or a minute of it, at a time. */
    private static final class Performance {
        private final ActivityPerson person;
        private final SeededRandom random;
        private final SeededRandom order;
        private final Optional<ActivitySchedule> told;
        private final long steps;
        private ActivitySchedule schedule;
        private int nextBout;
        private int activity;
        private long stepsOfBout;
        private float[] piece = new float[0];
        private long pieceStart;

        Performance(RecordingChoice choice, long seed, int number) {
            person = ActivityPerson.of(SeededRandom.of(seed, SyntheticActivity.NAME, number));
            random = SeededRandom.of(seed, SyntheticActivity.NAME + "/stream", number);
            order = SeededRandom.of(seed, SyntheticActivity.NAME + "/stream/order", number);
            told = choice.schedule();
            schedule = told.orElseGet(() -> ActivitySchedule.draw(order, 1));
            double seconds =
                    choice.seconds().orElse(told.map(ActivitySchedule::seconds).orElse(STANDARD_SECONDS));
            steps = Math.round(seconds * ArmMotion.RATE_HERTZ);
        }

        RowReader rows(int[] channels) {
            int axes = SyntheticActivity.AXES;
            return new SampleRows(number -> {
                if (number >= steps) {
                    return Optional.empty();
                }
                if ((number - pieceStart) * axes >= piece.length) {
                    pieceStart = number;
                    perform();
                }
                float[] values = SampleRows.pick(piece, (int) (number - pieceStart) * axes, channels);
                String label = SyntheticActivity.LABELS.get(activity);
                return Optional.of(new RecordedRow(0, 0, number * 1_000_000 / ArmMotion.RATE_HERTZ, values, label));
            });
        }

        private void perform() {
            if (stepsOfBout == 0) {
                ActivitySchedule.Bout bout = nextBout();
                activity = bout.activity();
                stepsOfBout = Math.round(bout.seconds() * ArmMotion.RATE_HERTZ);
            }
            int length = (int) Math.min(stepsOfBout, LONGEST_STEPS);
            // A piece of less than a second is no movement.
            length = stepsOfBout - length < ArmMotion.RATE_HERTZ ? (int) stepsOfBout : length;
            piece = SyntheticActivity.record(Activity.values()[activity], person, length, random);
            stepsOfBout -= length;
        }

        private ActivitySchedule.Bout nextBout() {
            if (nextBout == schedule.bouts().size()) {
                nextBout = 0;
                schedule = told.orElseGet(() -> ActivitySchedule.draw(order, 1));
            }
            return schedule.bouts().get(nextBout++);
        }
    }
}
