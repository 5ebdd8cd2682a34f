package dev.mote.device.board;

import java.util.List;

/** Least squares of relative errors, with coefficients that are not negative. */
final class LinearFit {
    /** Between errors that count as they are (0) and relative ones (1): large layers matter a little more. */
    private static final double WEIGHT = 0.75;

    /** What was measured: {@code value} is about the sum of coefficients times {@code features}. */
    record Point(double[] features, double value) {}

    private LinearFit() {}

    /** Tries every choice of coefficients that are 0; there are few. */
    static double[] of(List<Point> points) {
        int unknowns = points.getFirst().features().length;
        double[] best = new double[unknowns];
        double least = Double.MAX_VALUE;
        for (int chosen = 1; chosen < 1 << unknowns; chosen++) {
            double[] candidate = solve(points, chosen);
            double error = error(points, candidate);
            if (error < least && isUsable(candidate)) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean isUsable(double[] coefficients) {
        for (double coefficient : coefficients) {
            if (!(coefficient >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static double weight(Point point) {
        return 1 / Math.pow(Math.max(point.value(), 1), WEIGHT);
    }

    private static double error(List<Point> points, double[] coefficients) {
        double sum = 0;
        for (Point point : points) {
            double difference = point.value();
            for (int i = 0; i < coefficients.length; i++) {
                difference -= coefficients[i] * point.features()[i];
            }
            sum += difference * difference * weight(point) * weight(point);
        }
        return sum;
    }

    /** Normal equations by elimination; unknowns outside of {@code chosen} are 0. */
    private static double[] solve(List<Point> points, int chosen) {
        int unknowns = points.getFirst().features().length;
        double[][] rows = new double[unknowns][unknowns + 1];
        for (int i = 0; i < unknowns; i++) {
            if ((chosen >> i & 1) == 0) {
                rows[i][i] = 1;
                continue;
            }
            for (Point point : points) {
                double factor = point.features()[i] * weight(point) * weight(point);
                for (int j = 0; j < unknowns; j++) {
                    rows[i][j] += (chosen >> j & 1) == 0 ? 0 : factor * point.features()[j];
                }
                rows[i][unknowns] += factor * point.value();
            }
        }
        return eliminated(rows);
    }

    private static double[] eliminated(double[][] rows) {
        int unknowns = rows.length;
        for (int pivot = 0; pivot < unknowns; pivot++) {
            for (int i = 0; i < unknowns; i++) {
                double factor = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
                for (int j = pivot; j <= unknowns && factor != 0; j++) {
                    rows[i][j] -= factor * rows[pivot][j];
                }
            }
        }
        double[] solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            solution[i] = rows[i][unknowns] / rows[i][i];
        }
        return solution;
    }
}
