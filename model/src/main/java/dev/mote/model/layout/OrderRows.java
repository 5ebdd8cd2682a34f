package dev.mote.model.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the items of each row next to what they are linked with, so that few arrows cross: the barycentre method. */
final class OrderRows {
    private static final int SWEEPS = 6;

    private final List<List<Item>> rows;

    private OrderRows(List<List<Item>> rows) {
        this.rows = rows;
    }

    /** The best order that was seen, in place. */
    static void apply(List<List<Item>> rows) {
        new OrderRows(rows).order();
    }

    private void order() {
        number();
        long fewest = crossings();
        List<List<Item>> best = copy();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            for (int row = 1; row < rows.size(); row++) {
                sort(rows.get(row), true);
            }
            for (int row = rows.size() - 2; row >= 0; row--) {
                sort(rows.get(row), false);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.set(row, best.get(row));
        }
        number();
    }

    private static void sort(List<Item> row, boolean byAbove) {
        Map<Item, Double> wanted = new HashMap<>();
        for (Item item : row) {
            List<Item> linked = byAbove ? item.above : item.below;
            wanted.put(
                    item,
                    linked.stream().mapToInt(other -> other.position).average().orElse(item.position));
        }
        row.sort(Comparator.comparing(wanted::get));
        number(row);
    }

    private long crossings() {
        long crossings = 0;
        for (int row = 0; row + 1 < rows.size(); row++) {
            crossings += crossings(rows.get(row), rows.get(row + 1).size());
        }
        return crossings;
    }

    /**
     * Pairs of arrows whose ends are in another order below than above. Arrows are taken from left to right, and counted in a Fenwick
     * tree over the places where they end.
     */
    private static long crossings(List<Item> row, int below) {
        long[] ends = new long[below + 1];
        long seen = 0;
        long crossings = 0;
        for (Item item : row) {
            int[] reached = item.below.stream()
                    .mapToInt(other -> other.position)
                    .sorted()
                    .toArray();
            for (int end : reached) {
                long notRightOfIt = 0;
                for (int i = end + 1; i > 0; i -= i & -i) {
                    notRightOfIt += ends[i];
                }
                crossings += seen - notRightOfIt;
                for (int i = end + 1; i <= below; i += i & -i) {
                    ends[i]++;
                }
                seen++;
            }
        }
        return crossings;
    }

    private List<List<Item>> copy() {
        List<List<Item>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private void number() {
        rows.forEach(OrderRows::number);
    }

    private static void number(List<Item> row) {
        for (int i = 0; i < row.size(); i++) {
            row.get(i).position = i;
        }
    }
}
