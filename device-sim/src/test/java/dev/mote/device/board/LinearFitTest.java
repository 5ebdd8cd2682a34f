package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearFitTest {
    private static LinearFit.Point point(double value, double... features) {
        return new LinearFit.Point(features, value);
    }

    @Test
    void findsWhatTheValuesWereMadeOf() {
        double[] fitted = LinearFit.of(List.of(
                point(2 * 10 + 3 * 4 + 5, 10, 4, 1),
                point(2 * 50 + 3 * 7 + 5, 50, 7, 1),
                point(2 * 9 + 3 * 90 + 5, 9, 90, 1),
                point(2 * 30 + 3 * 30 + 10, 30, 30, 2)));
        assertArrayEquals(new double[] {2, 3, 5}, fitted, 1e-9);
    }

    /** Two features that are the same share nothing: one of them is left out. */
    @Test
    void copesWithFeaturesThatAreTheSame() {
        double[] fitted = LinearFit.of(List.of(point(40, 10, 10, 1), point(400, 100, 100, 1)));
        assertArrayEquals(new double[] {40, 400}, new double[] {at(fitted, 10), at(fitted, 100)}, 1e-6);
    }

    @Test
    void givesNoNegativeCoefficients() {
        double[] fitted = LinearFit.of(List.of(point(10, 10, 1, 1), point(1, 10, 9, 1)));
        for (double coefficient : fitted) {
            assertArrayEquals(new double[] {Math.abs(coefficient)}, new double[] {coefficient});
        }
    }

    private static double at(double[] fitted, double size) {
        return fitted[0] * size + fitted[1] * size + fitted[2];
    }
}
