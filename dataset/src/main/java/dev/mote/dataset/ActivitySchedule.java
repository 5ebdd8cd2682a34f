package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which activities follow each other, and for how long. */
public record ActivitySchedule(List<Bout> bouts) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|min|h)");
    private static final double LEAST_SECONDS = 1;
    private static final double MOST_SECONDS = 366.0 * 24 * 3600;

    /** @param activity index of the class */
    public record Bout(int activity, double seconds) {}

    public ActivitySchedule {
        bouts = List.copyOf(bouts);
    }

    public double seconds() {
        return bouts.stream().mapToDouble(Bout::seconds).sum();
    }

    /** As {@code walking=60s,resting=2min}. */
    static ActivitySchedule parse(String where, String text) {
        List<Bout> bouts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            int activity = SyntheticActivity.LABELS.indexOf(name);
            if (equals < 0 || activity < 0) {
                throw new BadInputException("stream '" + where + "': '" + part + "' is not understood; expected "
                        + SyntheticActivity.LABELS.stream()
                                .map(label -> label + "=TIME")
                                .collect(Collectors.joining(", ")));
            }
            bouts.add(new Bout(activity, seconds(where, part.substring(equals + 1))));
        }
        return new ActivitySchedule(bouts);
    }

    /** @throws BadInputException if it is no time from a second to a year */
    static double seconds(String where, String text) {
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            double unit =
                    switch (matcher.group(2)) {
                        case "ms" -> 0.001;
                        case "s" -> 1;
                        case "min" -> 60;
                        default -> 3600;
                    };
            double seconds = Double.parseDouble(matcher.group(1)) * unit;
            if (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) {
                return seconds;
            }
        }
        throw new BadInputException(
                "stream '" + where + "': '" + text + "' is no time from 1s to 8784h, as 30s, 5min or 24h");
    }

    /** All activities in an order and for times that the seed draws, each 20 to 90 s: {@code rounds} times. */
    static ActivitySchedule draw(SeededRandom random, int rounds) {
        List<Bout> bouts = new ArrayList<>();
        int last = -1;
        for (int round = 0; round < rounds; round++) {
            int[] order = new int[Activity.values().length];
            Arrays.setAll(order, i -> i);
            do {
                random.shuffle(order);
            } while (order[0] == last);
            for (int activity : order) {
                bouts.add(new Bout(activity, Math.rint(random.uniform(20, 90))));
                last = activity;
            }
        }
        return new ActivitySchedule(bouts);
    }

    @Override
    public String toString() {
        return bouts.stream()
                .map(bout -> String.format(
                        Locale.ROOT, "%s=%.0fs", SyntheticActivity.LABELS.get(bout.activity()), bout.seconds()))
                .collect(Collectors.joining(","));
    }
}
