package dev.mote.model.layout;

import java.util.List;

/**
 * Moves the items of each row sideways, in their order and with a gap between them, as near as can be to the mean of what they are
 * linked with. In a row that is the least sum of squares under bounds, found by pooling neighbours that press against each other.
 */
final class PlaceRows {
    private static final int SWEEPS = 10;
    /** Arrows that pass a row shall be straight before boxes are in the middle. */
    private static final double WEIGHT_OF_BEND = 4;

    private static final double WEIGHT_ALONE = 0.1;

    private final double gap;

    private PlaceRows(double gap) {
        this.gap = gap;
    }

    /** Sets the centre of each item; the leftmost edge is at 0. */
    static void apply(List<List<Item>> rows, double gap) {
        PlaceRows work = new PlaceRows(gap);
        rows.forEach(work::pack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int row = 1; row < rows.size(); row++) {
                work.place(rows.get(row), true);
            }
            for (int row = rows.size() - 2; row >= 0; row--) {
                work.place(rows.get(row), false);
            }
        }
        double left = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.centre - item.width / 2)
                .min()
                .orElse(0);
        rows.forEach(row -> row.forEach(item -> item.centre -= left));
    }

    private void pack(List<Item> row) {
        double at = 0;
        for (Item item : row) {
            item.centre = at + item.width / 2;
            at += item.width + gap;
        }
        double middle = (at - gap) / 2;
        row.forEach(item -> item.centre -= middle);
    }

    private void place(List<Item> row, boolean byAbove) {
        double[] offsets = new double[row.size()];
        double[] means = new double[row.size()];
        double[] weights = new double[row.size()];
        int[] members = new int[row.size()];
        int pools = 0;
        for (int i = 0; i < row.size(); i++) {
            Item item = row.get(i);
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + (row.get(i - 1).width + item.width) / 2 + gap;
            List<Item> linked = byAbove ? item.above : item.below;
            means[pools] =
                    linked.stream().mapToDouble(other -> other.centre).average().orElse(item.centre) - offsets[i];
            weights[pools] = linked.isEmpty() ? WEIGHT_ALONE : linked.size() * (item.isBend ? WEIGHT_OF_BEND : 1);
            members[pools++] = 1;
            while (pools > 1 && means[pools - 2] > means[pools - 1]) {
                pools--;
                double weight = weights[pools - 1] + weights[pools];
                means[pools - 1] = (means[pools - 1] * weights[pools - 1] + means[pools] * weights[pools]) / weight;
                weights[pools - 1] = weight;
                members[pools - 1] += members[pools];
            }
        }
        int item = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int member = 0; member < members[pool]; member++, item++) {
                row.get(item).centre = means[pool] + offsets[item];
            }
        }
    }
}
