package dev.mote.device.stream;

import dev.mote.dataset.recording.Recording;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which channels of a recording are those of a model: by name; else by what names usually mean, as {@code ax} and {@code acc_x}.
 *
 * @param places of the model's channels among the recording's
 * @param notes what was assumed
 */
record ChannelMatch(int[] places, List<String> notes) {
    private static final String ACCELERATION = "a|acc|accel|acceleration|accelerometer|total_acc";
    private static final String ROTATION = "g|gyr|gyro|gyroscope|w|omega|rot|body_gyro";
    private static final Pattern AXIS_LAST =
            Pattern.compile("(?<a>" + ACCELERATION + ")[_ .-]?(?<ax>[xyz])|(?<g>" + ROTATION + ")[_ .-]?(?<gx>[xyz])");
    private static final Pattern AXIS_FIRST =
            Pattern.compile("(?<ax>[xyz])[_ .-]?(?<a>" + ACCELERATION + ")|(?<gx>[xyz])[_ .-]?(?<g>" + ROTATION + ")");

    static ChannelMatch of(Recording recording, List<String> wanted, Map<String, String> told) {
        List<String> found = recording.format().channels();
        told.keySet().stream()
                .filter(name -> !wanted.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException("--channels " + name + "=" + told.get(name)
                            + ": the model has no channel '" + name + "', only: " + String.join(", ", wanted));
                });
        int[] places = new int[wanted.size()];
        List<String> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String name = told.getOrDefault(wanted.get(i), wanted.get(i));
            places[i] = found.indexOf(name);
            if (places[i] < 0 && !told.containsKey(name)) {
                places[i] = alike(wanted, wanted.get(i), found).orElse(-1);
                if (places[i] >= 0) {
                    notes.add(found.get(places[i]) + " taken as " + wanted.get(i));
                }
            }
            if (places[i] < 0) {
                missing.add(name);
            }
        }
        requireAll(recording, wanted, missing);
        requireDifferent(recording, places);
        return new ChannelMatch(places, notes);
    }

    private static void requireAll(Recording recording, List<String> wanted, List<String> missing) {
        if (!missing.isEmpty()) {
            List<String> found = recording.format().channels();
            throw new MissingChannelsException(
                    recording.where() + ": has no channel " + String.join(", ", missing) + ", only: " + shown(found),
                    "tell which is which, as: --channels " + wanted.getFirst() + "=" + shown(found.subList(0, 1)));
        }
    }

    private static void requireDifferent(Recording recording, int[] places) {
        if (new HashSet<>(IntStream.of(places).boxed().toList()).size() < places.length) {
            throw new BadInputException(recording.where()
                    + ": one channel would be two of the model's; tell which is which with --channels");
        }
    }

    /** The only channel that means the same, if the model has no other one that does. */
    private static OptionalInt alike(List<String> wanted, String name, List<String> found) {
        Optional<String> meaning = meaning(name);
        if (meaning.isEmpty()
                || wanted.stream()
                                .filter(other -> meaning(other).equals(meaning))
                                .count()
                        > 1) {
            return OptionalInt.empty();
        }
        int[] alike = IntStream.range(0, found.size())
                .filter(i -> meaning(found.get(i)).equals(meaning))
                .toArray();
        return alike.length == 1 ? OptionalInt.of(alike[0]) : OptionalInt.empty();
    }

    /** Whether it is an axis of acceleration or rotation. */
    static boolean isMotion(String channel) {
        return meaning(channel).isPresent();
    }

    /** As {@code acceleration x}. */
    private static Optional<String> meaning(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Pattern pattern : List.of(AXIS_LAST, AXIS_FIRST)) {
            Matcher matcher = pattern.matcher(lower);
            if (matcher.matches()) {
                return Optional.of(
                        matcher.group("a") != null
                                ? "acceleration " + matcher.group("ax")
                                : "rotation " + matcher.group("gx"));
            }
        }
        return Optional.empty();
    }

    private static String shown(List<String> names) {
        String line = String.join(", ", names).replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }
}
