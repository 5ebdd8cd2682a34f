package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user says about data besides its name. What is empty is as the data set has it, or as docs/data.md tells.
 *
 * @param synthetic own data that was generated: every report then says so
 * @param classes used, in this order; empty: all
 * @param columns of a CSV file
 * @param test of own data
 * @param signals of recordings
 * @param image size of a user's own images
 */
public record DataOptions(
        boolean synthetic,
        List<String> classes,
        ColumnOptions columns,
        Optional<TestSplit> test,
        SignalOptions signals,
        Optional<ImageOptions> image) {
    public static final DataOptions DEFAULT = new DataOptions(
            false, List.of(), ColumnOptions.DEFAULT, Optional.empty(), SignalOptions.DEFAULT, Optional.empty());

    public DataOptions {
        classes = List.copyOf(classes);
    }

    public static DataOptions ofSignals(ColumnOptions columns, SignalOptions signals) {
        return new DataOptions(false, List.of(), columns, Optional.empty(), signals, Optional.empty());
    }

    public static DataOptions ofWindows(WindowOptions window) {
        return ofSignals(ColumnOptions.DEFAULT, SignalOptions.ofWindows(window));
    }

    public static DataOptions ofImages(ImageOptions image) {
        return new DataOptions(
                false, List.of(), ColumnOptions.DEFAULT, Optional.empty(), SignalOptions.DEFAULT, Optional.of(image));
    }

    /** @throws BadInputException naming what was said that this kind of data has no use for */
    void requireOnly(String where, String kind, List<String> known) {
        List<String> unused = new ArrayList<>(given());
        unused.removeAll(known);
        if (!unused.isEmpty()) {
            throw new BadInputException(where + ": data has the key " + String.join(", ", unused) + ", but " + kind
                    + (known.isEmpty() ? " takes none" : " takes only " + String.join(", ", known))
                    + "; remove it from the recipe, or give data of the kind that the recipe was written for");
        }
    }

    /** Keys of a recipe that say something other than nothing. */
    private List<String> given() {
        List<String> keys = new ArrayList<>();
        addIf(synthetic, "synthetic", keys);
        addIf(!classes.isEmpty(), "classes", keys);
        addIf(!columns.columns().isEmpty(), "columns", keys);
        addIf(columns.separator() != ColumnOptions.COMMA, "separator", keys);
        addIf(!columns.features().isEmpty(), "features", keys);
        addIf(!columns.targets().isEmpty(), "target", keys);
        addIf(!columns.label().isEmpty(), "label", keys);
        addIf(!columns.group().isEmpty(), "group", keys);
        addIf(test.isPresent(), "test", keys);
        addIf(signals.window().isPresent(), "window", keys);
        addIf(signals.rateHertz() > 0, "rate", keys);
        addIf(signals.time().isPresent(), "timestamp", keys);
        addIf(!signals.groupFile().isEmpty(), "group_file", keys);
        addIf(image.isPresent(), "image", keys);
        return keys;
    }

    private static void addIf(boolean said, String key, List<String> keys) {
        if (said) {
            keys.add(key);
        }
    }
}
