package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well a score tells the samples of one class from all others: for every threshold the share of the class that is found against the
 * share of the others that is taken for it.
 *
 * @param points from (0, 0) to (1, 1), without those that lie on the line between their neighbours; empty if {@code auc} is NaN
 * @param auc area below: the probability that a sample of the class scores higher than another, equal scores counting half; NaN if all
 *     samples are of the class, or none
 */
public record RocCurve(List<Point> points, double auc) {
    /**
     * @param falsePositiveRate 1 less specificity
     * @param truePositiveRate recall
     */
    public record Point(double falsePositiveRate, double truePositiveRate) {}

    public RocCurve {
        points = List.copyOf(points);
    }

    /** @param positive whether each sample is of the class */
    public static RocCurve of(float[] scores, boolean[] positive) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> -scores[i]));
        long positives = 0;
        long negatives = 0;
        // Twice the area, in rectangles of one positive by one negative sample: whole numbers.
        long area = 0;
        List<long[]> corners = new ArrayList<>();
        corners.add(new long[2]);
        for (int i = 0; i < order.length; ) {
            long positivesBefore = positives;
            long negativesBefore = negatives;
            float score = scores[order[i]];
            for (; i < order.length && isSame(scores[order[i]], score); i++) {
                positives += positive[order[i]] ? 1 : 0;
                negatives += positive[order[i]] ? 0 : 1;
            }
            area += (negatives - negativesBefore) * (positives + positivesBefore);
            addCorner(corners, new long[] {negatives, positives});
        }
        if (positives == 0 || negatives == 0) {
            return new RocCurve(List.of(), Double.NaN);
        }
        double width = negatives;
        double height = positives;
        List<Point> points = corners.stream()
                .map(corner -> new Point(corner[0] / width, corner[1] / height))
                .toList();
        return new RocCurve(points, area / (2 * width * height));
    }

    /** A float model may answer NaN, which no {@code ==} finds again; it is no more the class than the least score. */
    private static boolean isSame(float one, float other) {
        return one == other || Float.isNaN(one) && Float.isNaN(other);
    }

    /** Takes the last corner away if it lies on the line from the one before it to {@code next}. */
    private static void addCorner(List<long[]> corners, long[] next) {
        if (corners.size() > 1) {
            long[] last = corners.getLast();
            long[] before = corners.get(corners.size() - 2);
            if ((last[0] - before[0]) * (next[1] - last[1]) == (next[0] - last[0]) * (last[1] - before[1])) {
                corners.removeLast();
            }
        }
        corners.add(next);
    }

    /** The part with a false positive rate up to {@code reach} and a true positive rate from 1 - {@code reach} on, cut where it enters. */
    public List<Point> corner(double reach) {
        List<Point> inside = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double width = to.falsePositiveRate - from.falsePositiveRate;
            double height = to.truePositiveRate - from.truePositiveRate;
            double enters = height > 0 ? Math.max(0, (1 - reach - from.truePositiveRate) / height) : 0;
            double leaves = width > 0 ? Math.min(1, (reach - from.falsePositiveRate) / width) : 1;
            if (to.truePositiveRate >= 1 - reach && from.falsePositiveRate <= reach && enters <= leaves) {
                inside.add(new Point(from.falsePositiveRate + enters * width, from.truePositiveRate + enters * height));
                inside.add(new Point(from.falsePositiveRate + leaves * width, from.truePositiveRate + leaves * height));
            }
        }
        return inside.stream().distinct().toList();
    }

    /** For pictures: the curve with a point for about each {@code 1 / steps} of its way along both axes; ends stay. */
    public List<Point> thinned(int steps) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (kept.isEmpty() || i == points.size() - 1 || isFar(kept.getLast(), points.get(i), steps)) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private static boolean isFar(Point from, Point to, int steps) {
        return to.falsePositiveRate - from.falsePositiveRate + to.truePositiveRate - from.truePositiveRate
                >= 1.0 / steps;
    }
}
