package dev.mote.app.studio.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.app.studio.runs.RunResults.ClassFigures;
import dev.mote.app.studio.runs.RunResults.EpochFigures;
import dev.mote.app.studio.runs.RunResults.NumberFigures;
import dev.mote.app.studio.runs.RunResults.ScoreFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the figures that Mote's JSON files have, whichever of them it is; a figure that is not there, or is no number, is not known. */
final class ResultReader {
    private static final int MOST_EPOCHS = 10_000;
    private static final int MOST_CLASSES = 1000;
    private static final int LONGEST_TEXT = 200;
    private static final List<String> MODELS = List.of("float", "int8");

    private ResultReader() {}

    static RunResults read(JsonNode json) {
        Map<String, ScoreFigures> scores = new TreeMap<>();
        for (String model : MODELS) {
            ScoreFigures figures = new ScoreFigures(
                            number(json, model + "_accuracy"), number(json, model + "_macro_f1"), List.of())
                    .or(scores(json.path(model + "_metrics")));
            put(scores, model, figures);
        }
        for (JsonNode model : list(json.path("models"), MODELS.size())) {
            text(model, "name")
                    .filter(MODELS::contains)
                    .ifPresent(name -> put(scores, name, scores(model.path("metrics"))));
        }
        return new RunResults(
                text(json, "dataset"),
                json.path("synthetic").isBoolean()
                        ? Optional.of(json.path("synthetic").booleanValue())
                        : Optional.empty(),
                whole(json, "samples"),
                number(json, "agreement"),
                whole(json, "flash_bytes"),
                scores,
                list(json.path("numbers"), MOST_CLASSES).stream()
                        .map(ResultReader::numbers)
                        .toList(),
                epochs(json).stream().map(ResultReader::epoch).toList(),
                measured(json));
    }

    private static void put(Map<String, ScoreFigures> scores, String model, ScoreFigures figures) {
        if (figures.accuracy().isPresent()) {
            scores.merge(model, figures, ScoreFigures::or);
        }
    }

    private static ScoreFigures scores(JsonNode metrics) {
        return new ScoreFigures(
                number(metrics, "accuracy"),
                number(metrics, "macro_f1"),
                list(metrics.path("classes"), MOST_CLASSES).stream()
                        .map(one -> new ClassFigures(
                                text(one, "label").orElse(""),
                                whole(one, "support").orElse(0),
                                number(one, "recall")))
                        .toList());
    }

    private static NumberFigures numbers(JsonNode json) {
        JsonNode figures = json.path("scores");
        return new NumberFigures(
                text(figures, "name").orElse(""),
                text(json, "unit").orElse(""),
                number(figures, "mean_absolute_error"),
                number(figures, "r2"));
    }

    /** What is under way has them as a curve. */
    private static List<JsonNode> epochs(JsonNode json) {
        return list(json.has("curve") ? json.path("curve").path("epochs") : json.path("epochs"), MOST_EPOCHS);
    }

    /** As {@code metrics.json} has it, or {@code history.json}. */
    private static EpochFigures epoch(JsonNode json) {
        return new EpochFigures(
                json.path("epoch").asInt(),
                number(json, "loss"),
                number(json, "accuracy"),
                first(number(json, "validation_loss"), number(json, "val_loss")),
                first(number(json, "validation_accuracy"), number(json, "val_accuracy")));
    }

    /** Of one board, or of several. Firmware that answered wrongly counts for nothing. */
    private static Map<String, Long> measured(JsonNode json) {
        Map<String, Long> instructions = new TreeMap<>();
        Stream.concat(Stream.of(json), list(json.path("boards"), MOST_CLASSES).stream())
                .filter(bench -> bench.path("exact").asBoolean())
                .forEach(bench -> text(bench, "board")
                        .ifPresent(board -> whole(bench, "instructions")
                                .ifPresent(count -> instructions.putIfAbsent(board, count))));
        return instructions;
    }

    private static List<JsonNode> list(JsonNode array, int most) {
        List<JsonNode> list = new ArrayList<>();
        for (int i = 0; i < Math.min(array.size(), most) && array.isArray(); i++) {
            list.add(array.get(i));
        }
        return list;
    }

    private static OptionalDouble first(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() ? a : b;
    }

    private static OptionalDouble number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    private static OptionalLong whole(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.path(key).textValue())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
}
