package dev.mote.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each column of a table of signals is.
 *
 * @param time its place; -1 if there is none
 * @param group its place; -1 if there is none
 * @param channelColumns places of the channels
 */
record SignalColumns(
        List<String> header,
        int time,
        TimeColumn.Unit unit,
        int label,
        int group,
        List<String> channels,
        int[] channelColumns) {
    private static final String TIMESTAMP = "timestamp";

    /**
     * @param wanted channels; empty: every column without another use
     * @return empty if a column is missing
     */
    static Optional<SignalColumns> of(
            List<String> header, ColumnOptions columns, List<String> wanted, Optional<TimeColumn> told) {
        Optional<TimeColumn> time = told.or(() -> usualTime(header));
        int label = header.indexOf(columns.label().isEmpty() ? TableDataset.LABEL : columns.label());
        int group = header.indexOf(columns.group().isEmpty() ? TableDataset.GROUP : columns.group());
        int timeColumn = time.map(column -> header.indexOf(column.name())).orElse(-1);
        boolean timed = time.isPresent() && (timeColumn >= 0 || time.get().equals(TimeColumn.NONE));
        boolean grouped = columns.group().isEmpty() || group >= 0;
        int[] channels = wanted.isEmpty()
                ? IntStream.range(0, header.size())
                        .filter(i -> i != timeColumn && i != label && i != group)
                        .toArray()
                : wanted.stream().mapToInt(header::indexOf).toArray();
        if (!timed
                || label < 0
                || !grouped
                || channels.length == 0
                || IntStream.of(channels).anyMatch(i -> i < 0)) {
            return Optional.empty();
        }
        List<String> names = IntStream.of(channels).mapToObj(header::get).toList();
        return Optional.of(new SignalColumns(header, timeColumn, time.get().unit(), label, group, names, channels));
    }

    /** A column {@code timestamp_us}, or in another unit. */
    static Optional<TimeColumn> usualTime(List<String> header) {
        return header.stream()
                .filter(name -> name.startsWith(TIMESTAMP + "_"))
                .flatMap(name -> TimeColumn.named(name).stream())
                .findFirst();
    }
}
