package dev.mote.trainer.recipe;

import dev.mote.dataset.ColumnOptions;
import dev.mote.dataset.DataOptions;
import dev.mote.dataset.SignalOptions;
import dev.mote.dataset.TestSplit;
import dev.mote.dataset.TimeColumn;
import dev.mote.model.graph.Quantity;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The {@code data} of a recipe to YAML: only the name where nothing else is said. */
final class DataWriter {
    private DataWriter() {}

    static String write(RecipeData data) {
        String options = options(data.options());
        return options.isEmpty() ? quoted(data.name()) : "{name: " + quoted(data.name()) + ", " + options.substring(1);
    }

    /** {@code {key: value, ...}}; empty if every option is as without a word. */
    static String options(DataOptions options) {
        StringJoiner keys = new StringJoiner(", ", "{", "}").setEmptyValue("");
        if (options.synthetic()) {
            keys.add("synthetic: true");
        }
        columns(options.columns(), keys);
        addList("classes", options.classes(), keys);
        options.test().ifPresent(test -> keys.add(test(test)));
        signals(options.signals(), keys);
        options.image()
                .ifPresent(image -> keys.add("image: {height: " + image.height() + ", width: " + image.width()
                        + ", channels: " + (image.channels() == 1 ? "grey" : "colour") + "}"));
        return keys.toString();
    }

    private static void columns(ColumnOptions columns, StringJoiner keys) {
        addList("columns", columns.columns(), keys);
        if (columns.separator() != ColumnOptions.COMMA) {
            keys.add("separator: " + (columns.separator() == '\t' ? "tab" : quoted(";")));
        }
        addQuantities("features", columns.features(), keys);
        addQuantities("target", columns.targets(), keys);
        addText("label", columns.label(), keys);
        addText("group", columns.group(), keys);
    }

    private static void signals(SignalOptions signals, StringJoiner keys) {
        signals.window().ifPresent(window -> keys.add("window: " + window.length() + ", stride: " + window.step()));
        if (signals.rateHertz() > 0) {
            keys.add("rate: " + Check.number(signals.rateHertz()));
        }
        signals.time()
                .ifPresent(time -> keys.add(
                        time.equals(TimeColumn.NONE)
                                ? "timestamp: none"
                                : "timestamp: {column: " + quoted(time.name()) + ", unit: "
                                        + time.unit().keyword() + "}"));
        addText("group_file", signals.groupFile(), keys);
    }

    private static String test(TestSplit test) {
        return switch (test) {
            case TestSplit.Share(double share) -> "test: " + Check.number(share);
            case TestSplit.File(String name) -> "test_file: " + quoted(name);
            case TestSplit.TrainingSamples() -> "test: none";
        };
    }

    private static void addText(String key, String text, StringJoiner keys) {
        if (!text.isEmpty()) {
            keys.add(key + ": " + quoted(text));
        }
    }

    private static void addList(String key, List<String> texts, StringJoiner keys) {
        if (!texts.isEmpty()) {
            keys.add(key + ": [" + texts.stream().map(DataWriter::quoted).collect(Collectors.joining(", ")) + "]");
        }
    }

    private static void addQuantities(String key, List<Quantity> quantities, StringJoiner keys) {
        if (!quantities.isEmpty()) {
            keys.add(quantities.stream()
                    .map(quantity -> quoted(quantity.name()) + ": " + quoted(quantity.unit()))
                    .collect(Collectors.joining(", ", key + ": {", "}")));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
