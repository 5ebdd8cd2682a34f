package dev.mote.app.command;

import dev.mote.model.BadInputException;
import dev.mote.model.stream.PostProcessing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code average=3,threshold=0.6}: the keys of a recipe's {@code post_processing}. */
final class PostProcessingText {
    private static final List<String> KEYS = List.of("average", "majority", "threshold", "leave", "minimum");

    private PostProcessingText() {}

    static PostProcessing parse(String text) {
        if (text.equals("none")) {
            return PostProcessing.NONE;
        }
        Map<String, Double> values = new HashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals).strip();
            if (equals < 0 || !KEYS.contains(key) || values.put(key, number(part.substring(equals + 1), key)) != null) {
                throw new BadInputException("--post-processing '" + part + "' is not understood; expected each of "
                        + String.join(", ", KEYS) + " at most once, as average=3,minimum=2, or none");
            }
        }
        try {
            double threshold = values.getOrDefault("threshold", 0.0);
            return new PostProcessing(
                    whole(values, "average"),
                    whole(values, "majority"),
                    threshold,
                    values.getOrDefault("leave", threshold),
                    whole(values, "minimum"));
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--post-processing: " + e.getMessage(), e);
        }
    }

    private static double number(String text, String key) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInputException("--post-processing: " + key + " is '" + text + "', expected a number", e);
        }
    }

    /** A number of windows. */
    private static int whole(Map<String, Double> values, String key) {
        double value = values.getOrDefault(key, 1.0);
        if (value < 1 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new BadInputException(
                    "--post-processing: " + key + " is " + value + ", expected a whole number from 1 on");
        }
        return (int) value;
    }
}
