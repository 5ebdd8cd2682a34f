package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Shape;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Samples of one row each: numbers, and a class or numbers to be predicted. */
final class TableDataset {
    static final String LABEL = "label";
    static final String TARGET = "target";
    static final String GROUP = "group";

    private final TextTable table;
    private final List<Quantity> features;
    private final List<Quantity> targets;
    private final String label;
    private final String group;

    private TableDataset(TextTable table, ColumnOptions options) {
        this.table = table;
        this.targets = targets(table, options);
        this.label = targets.isEmpty() ? usual(options.label(), LABEL) : "";
        this.group = options.group().isEmpty() && !table.columns().contains(GROUP) ? "" : usual(options.group(), GROUP);
        this.features = options.features().isEmpty() ? otherColumns() : options.features();
        requireColumns();
    }

    /** @param name of the data set, in reports */
    static Dataset read(Path file, String name, long seed, DataOptions options) {
        options.requireOnly(
                file.toString(),
                "a table",
                List.of(
                        "synthetic",
                        "classes",
                        "columns",
                        "separator",
                        "features",
                        "target",
                        "label",
                        "group",
                        "test"));
        return of(TextTable.read(file, options.columns()), name, seed, options);
    }

    static Dataset of(TextTable table, String name, long seed, DataOptions options) {
        TableDataset reader = new TableDataset(table, options.columns());
        List<String> labels = reader.labels(List.of(table));
        return switch (options.test().orElse(TestSplit.STANDARD)) {
            case TestSplit.Share(double share) -> reader.split(name, labels, seed, share);
            case TestSplit.TrainingSamples() -> {
                Samples all = reader.samples(reader.table, labels);
                yield reader.dataset(name, labels, all, all);
            }
            case TestSplit.File(String other) -> {
                TextTable test = TextTable.read(table.file().resolveSibling(other), options.columns());
                List<String> both = reader.labels(List.of(table, test));
                yield reader.dataset(name, both, reader.samples(table, both), reader.samples(test, both));
            }
        };
    }

    private static String usual(String name, String usual) {
        return name.isEmpty() ? usual : name;
    }

    /** Without a word about it, a column {@code target} is one, unless there is a column {@code label}. */
    private static List<Quantity> targets(TextTable table, ColumnOptions options) {
        boolean standard = options.targets().isEmpty()
                && options.label().isEmpty()
                && !table.columns().contains(LABEL)
                && table.columns().contains(TARGET);
        return standard ? List.of(new Quantity(TARGET, "")) : options.targets();
    }

    private List<Quantity> otherColumns() {
        List<String> taken = Stream.concat(targets.stream().map(Quantity::name), Stream.of(label, group))
                .toList();
        return table.columns().stream()
                .filter(column -> !taken.contains(column))
                .map(column -> new Quantity(column, ""))
                .toList();
    }

    private void requireColumns() {
        if (!label.isEmpty() && !table.columns().contains(label)) {
            throw new BadInputException(table.file() + ": has no column '" + label + "', only: "
                    + TextTable.shown(String.join(", ", table.columns()))
                    + "; a recipe says with data: {label: COLUMN} or {target: COLUMN} what is to be predicted");
        }
        if (features.isEmpty()) {
            throw new BadInputException(table.file() + ": has no column left to predict from, only: "
                    + TextTable.shown(String.join(", ", table.columns())));
        }
        Stream.concat(features.stream(), targets.stream()).map(Quantity::name).forEach(table::column);
    }

    private Dataset split(String name, List<String> labels, long seed, double share) {
        Samples all = samples(table, labels);
        String where = table.file().toString();
        SampleSplit split = group.isEmpty()
                ? SampleSplit.stratified(where, all, labels, seed, share)
                : SampleSplit.byGroup(where, all, labels, seed, share);
        return dataset(name, labels, all.subset(split.train()), all.subset(split.test()));
    }

    private Dataset dataset(String name, List<String> labels, Samples train, Samples test) {
        boolean units = features.stream().anyMatch(feature -> !feature.unit().isEmpty());
        String unit = String.join(",", features.stream().map(Quantity::unit).toList());
        return new Dataset(
                name,
                false,
                Shape.of(features.size()),
                labels,
                targets,
                units ? unit : "as in the table",
                features.stream().map(Quantity::name).toList(),
                0,
                train,
                test);
    }

    /** Every class that occurs: numbers by size, words by alphabet. None if numbers are to be predicted. */
    private List<String> labels(List<TextTable> tables) {
        return label.isEmpty() ? List.of() : names(tables, label);
    }

    private static List<String> names(List<TextTable> tables, String column) {
        List<String> names = tables.stream()
                .flatMap(table -> table.rows().stream().map(row -> table.word(row, table.column(column))))
                .distinct()
                .sorted()
                .toList();
        return names.stream().allMatch(TableDataset::isNumber)
                ? names.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : names;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?\\d+(\\.\\d+)?");
    }

    private Samples samples(TextTable from, List<String> labels) {
        Shape shape = Shape.of(features.size());
        if ((long) from.rows().size() * features.size() > Integer.MAX_VALUE - 8L) {
            throw new BadInputException(from.file() + ": " + from.rows().size() + " rows of " + features.size()
                    + " features are too many for one data set");
        }
        float[] values = numbers(from, features);
        int[] groups = group.isEmpty() ? new int[0] : indices(from, group, names(List.of(from), group));
        return targets.isEmpty()
                ? Samples.of(shape, values, indices(from, label, labels), groups)
                : Samples.ofTargets(shape, values, numbers(from, targets), groups);
    }

    private static float[] numbers(TextTable from, List<Quantity> quantities) {
        int[] columns = quantities.stream()
                .mapToInt(quantity -> from.column(quantity.name()))
                .toArray();
        float[] numbers = new float[from.rows().size() * columns.length];
        int next = 0;
        for (TextTable.Row row : from.rows()) {
            for (int column : columns) {
                numbers[next++] = from.number(row, column);
            }
        }
        return numbers;
    }

    private static int[] indices(TextTable from, String column, List<String> names) {
        int place = from.column(column);
        return from.rows().stream()
                .mapToInt(row -> names.indexOf(from.word(row, place)))
                .toArray();
    }
}
