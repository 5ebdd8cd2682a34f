package dev.mote.trainer.recipe;

import dev.mote.dataset.ColumnOptions;
import dev.mote.dataset.DataOptions;
import dev.mote.dataset.ImageOptions;
import dev.mote.dataset.SignalOptions;
import dev.mote.dataset.TestSplit;
import dev.mote.dataset.TimeColumn;
import dev.mote.dataset.WindowOptions;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The {@code data} of a recipe: a name, or a section. */
final class DataReader {
    private static final List<String> KEYS = List.of(
            "name",
            "synthetic",
            "columns",
            "separator",
            "features",
            "target",
            "label",
            "classes",
            "group",
            "test",
            "test_file",
            "window",
            "stride",
            "rate",
            "timestamp",
            "group_file",
            "image");

    private final Section section;

    private DataReader(Section section) {
        this.section = section;
    }

    /** @param folder of the recipe */
    static RecipeData read(Section top, Path folder) {
        Optional<YamlNode> node = top.child("data");
        if (node.isEmpty() || node.get() instanceof YamlNode.Text || node.get() instanceof YamlNode.Empty) {
            return new RecipeData(node.isEmpty() ? "" : top.text("data"), folder, DataOptions.DEFAULT);
        }
        Section section = top.inner("data", node.get(), KEYS);
        return new RecipeData(section.text("name", ""), folder, new DataReader(section).options());
    }

    static DataOptions options(String text) {
        Section section = Section.of("data", "", YamlTree.parse("data", text), KEYS);
        return new DataReader(section).options();
    }

    private DataOptions options() {
        char separator = separator();
        List<Quantity> features = quantities("features");
        List<Quantity> targets = quantities("target");
        ColumnOptions columns = valid(() -> new ColumnOptions(
                section.texts("columns"),
                separator,
                features,
                targets,
                section.text("label", ""),
                section.text("group", "")));
        return new DataOptions(
                section.flag("synthetic", false), section.words("classes"), columns, test(), signals(), image());
    }

    private char separator() {
        String text = section.text("separator", ",");
        return switch (text) {
            case ",", ";" -> text.charAt(0);
            case "tab" -> '\t';
            default -> throw wrong("separator", "',', ';' or tab");
        };
    }

    /** A name, a list of names, or names with their units. */
    private List<Quantity> quantities(String key) {
        Optional<YamlNode> node = section.child(key);
        if (node.isEmpty()) {
            return List.of();
        }
        return switch (node.get()) {
            case YamlNode.Text text -> List.of(new Quantity(text.value(), ""));
            case YamlNode.Sequence list ->
                section.texts(key).stream().map(name -> new Quantity(name, "")).toList();
            case YamlNode.Mapping mapping -> withUnits(key, mapping);
            case YamlNode.Number number -> throw wrong(key, "the name of a column");
            case YamlNode.Flag flag -> throw wrong(key, "the name of a column");
            case YamlNode.Empty empty -> throw wrong(key, "the name of a column");
        };
    }

    private List<Quantity> withUnits(String key, YamlNode.Mapping mapping) {
        Section units =
                section.inner(key, mapping, List.copyOf(mapping.entries().keySet()));
        List<Quantity> quantities = new ArrayList<>();
        for (String name : mapping.entries().keySet()) {
            quantities.add(new Quantity(name, units.text(name)));
        }
        return quantities;
    }

    private Optional<TestSplit> test() {
        Optional<YamlNode> share = section.child("test");
        Optional<YamlNode> file = section.child("test_file");
        if (share.isPresent() && file.isPresent()) {
            throw wrong("test", "either test or test_file");
        }
        if (file.isPresent()) {
            return Optional.of(new TestSplit.File(section.text("test_file")));
        }
        return share.map(node -> {
            if (node instanceof YamlNode.Text text && text.value().equals("none")) {
                return new TestSplit.TrainingSamples();
            }
            double number = node instanceof YamlNode.Number ? section.number("test") : 0;
            if (!(number > 0 && number < 1)) {
                throw wrong("test", "a share above 0 and below 1, as 0.2, or none: test with the training samples");
            }
            return new TestSplit.Share(number);
        });
    }

    private SignalOptions signals() {
        Optional<WindowOptions> window = window();
        Optional<TimeColumn> time = section.child("timestamp").map(this::time);
        double rate = section.number("rate", 0);
        if (section.child("rate").isPresent() && !(rate > 0)) {
            throw wrong("rate", "samples a second, above 0");
        }
        return valid(() -> new SignalOptions(window, time, rate, section.text("group_file", "")));
    }

    /** A name that ends in its unit, {@code none}, or {@code {column: NAME, unit: UNIT}}. */
    private TimeColumn time(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            if (text.value().equals("none")) {
                return TimeColumn.NONE;
            }
            return TimeColumn.named(text.value())
                    .orElseThrow(() ->
                            wrong("timestamp", "a name that ends in _ns, _us, _ms or _s, or {column: NAME, unit: ms}"));
        }
        Section time = section.inner("timestamp", node, List.of("column", "unit"));
        TimeColumn.Unit unit = TimeColumn.Unit.find(time.text("unit"))
                .orElseThrow(() -> time.wrong("unit", time.required("unit"), "ns, us, ms or s"));
        return new TimeColumn(time.text("column"), unit);
    }

    private Optional<WindowOptions> window() {
        if (section.child("window").isEmpty()) {
            if (section.child("stride").isPresent()) {
                throw wrong("stride", "window beside it");
            }
            return Optional.empty();
        }
        int window = section.whole("window");
        return Optional.of(valid(() -> new WindowOptions(window, section.whole("stride", Math.max(1, window / 2)))));
    }

    private Optional<ImageOptions> image() {
        return section.child("image").map(node -> {
            Section image = section.inner("image", node, List.of("height", "width", "channels"));
            String colours = image.text("channels", "grey");
            if (!colours.equals("grey") && !colours.equals("colour")) {
                throw image.wrong("channels", image.required("channels"), "grey or colour");
            }
            int channels = colours.equals("grey") ? 1 : 3;
            return valid(() -> new ImageOptions(image.whole("height"), image.whole("width"), channels));
        });
    }

    private BadInputException wrong(String key, String expected) {
        return section.wrong(key, section.required(key), expected);
    }

    /** Adds file and line to what the data module refuses. */
    private <T> T valid(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (BadInputException e) {
            throw section.error(e.getMessage());
        }
    }
}
