package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the columns of a user's CSV file are. Names that are empty mean the usual ones: {@code label} and {@code group}.
 *
 * @param columns names, if the file has no header; else empty
 * @param separator between the cells of a row; {@link #COMMA}, {@code ;} or a tab
 * @param features that a model reads, in this order; empty: every column without another use
 * @param targets numbers to be predicted; empty if the data has classes
 * @param label column of the class
 * @param group column of the person or recording
 */
public record ColumnOptions(
        List<String> columns,
        char separator,
        List<Quantity> features,
        List<Quantity> targets,
        String label,
        String group) {
    public static final char COMMA = ',';
    public static final ColumnOptions DEFAULT = new ColumnOptions(List.of(), COMMA, List.of(), List.of(), "", "");

    public ColumnOptions {
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        if (!targets.isEmpty() && !label.isEmpty()) {
            throw new BadInputException("a table has label '" + label + "' and target " + targets
                    + "; give one: label for classes, target for numbers");
        }
        List<String> used = Stream.of(
                        features.stream().map(Quantity::name),
                        targets.stream().map(Quantity::name),
                        Stream.of(label, group).filter(name -> !name.isEmpty()))
                .flatMap(names -> names)
                .toList();
        if (new HashSet<>(used).size() < used.size() || new HashSet<>(columns).size() < columns.size()) {
            throw new BadInputException("columns " + (columns.isEmpty() ? used : columns) + ": each has one use only");
        }
        if (features.stream().anyMatch(feature -> feature.unit().contains(","))) {
            throw new BadInputException("features " + features + ": a unit has no comma");
        }
    }
}
