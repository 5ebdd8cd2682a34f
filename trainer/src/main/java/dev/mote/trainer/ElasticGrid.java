package dev.mote.trainer;

import java.util.SplittableRandom;

/** Random displacements of the points of a coarse grid over an image; a pixel between them moves with its four neighbours. */
final class ElasticGrid {
    /** Along each side: a point every 7 pixels of a 28x28 image, about the length of a stroke's bend. */
    private static final int CELLS = 4;

    private static final int POINTS = CELLS + 1;

    private final int length;
    private final double[][] displacement = new double[POINTS][POINTS];
    private final double[] ofRow = new double[POINTS];

    /** @param length pixels of the side along which {@link #at} is asked */
    ElasticGrid(int length) {
        this.length = length;
    }

    /** Draws new displacements along one axis, in pixels. */
    void draw(double deviation, SplittableRandom random) {
        for (double[] row : displacement) {
            for (int i = 0; i < POINTS; i++) {
                row[i] = deviation == 0 ? 0 : random.nextGaussian() * deviation;
            }
        }
    }

    /** Goes to row {@code y} of {@code height}. */
    void row(int y, int height) {
        double position = position(y, height);
        int first = first(position);
        double share = position - first;
        for (int i = 0; i < POINTS; i++) {
            ofRow[i] = displacement[first][i] * (1 - share) + displacement[first + 1][i] * share;
        }
    }

    /** Of column {@code x} in the present row. */
    double at(int x) {
        double position = position(x, length);
        int first = first(position);
        double share = position - first;
        return ofRow[first] * (1 - share) + ofRow[first + 1] * share;
    }

    /** In cells of the grid, whose first and last points are the first and last pixels. */
    private static double position(int pixel, int length) {
        return (double) pixel * CELLS / Math.max(length - 1, 1);
    }

    private static int first(double position) {
        return Math.min((int) position, CELLS - 1);
    }
}
