package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What int8 stands for in each tensor, with every range on one axis. */
final class RangesView {
    private RangesView() {}

    static Map<String, Object> of(List<TensorRange> ranges) {
        if (ranges.isEmpty()) {
            return Map.of();
        }
        double low = ranges.stream().mapToDouble(TensorRange::min).min().orElse(0);
        double high = ranges.stream().mapToDouble(TensorRange::max).max().orElse(0);
        Axis axis = new Axis(Math.min(low, 0), high > low ? Math.max(high, 0) : low + 1, 1, 0, 100);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TensorRange range : ranges) {
            rows.add(Map.ofEntries(
                    entry("name", range.name()),
                    entry("min", Text.significant(range.min())),
                    entry("max", Text.significant(range.max())),
                    entry("scale", Text.significant(range.scale())),
                    entry("zeroPoint", range.zeroPoint() < 0 ? "−" + -range.zeroPoint() : "" + range.zeroPoint()),
                    entry("left", Text.number(axis.at(range.min()))),
                    entry("width", Text.number(axis.at(range.max()) - axis.at(range.min()))),
                    entry("zero", Text.number(axis.at(0)))));
        }
        return Map.ofEntries(
                entry("rows", rows),
                entry("low", Text.significant(axis.low())),
                entry("high", Text.significant(axis.high())));
    }
}
