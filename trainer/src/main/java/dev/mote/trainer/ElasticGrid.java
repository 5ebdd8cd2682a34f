package dev.mote.trainer;

import java.util.SplittableRandom;

/** Random displacements of the points of a coarse grid over an image; a pixel between them moves with its four neighbours. */
final class ElasticGrid {
    /** Along each side: a point every 7 pixels of a 28x28 image, about the length of a stroke's bend. */
    private static final int CELLS = 4;

    private static final int POINTS = CELLS + 1;

    /**
     * Where the pixels of a side lie between the grid's points, whose first and last are the first and last pixels.
     *
     * @param cell the point before a pixel
     * @param share of the way to the next point, 0 to 1
     */
    record Side(int[] cell, float[] share) {
        static Side of(int length) {
            int[] cell = new int[length];
            float[] share = new float[length];
            for (int pixel = 0; pixel < length; pixel++) {
                double position = (double) pixel * CELLS / Math.max(length - 1, 1);
                cell[pixel] = Math.min((int) position, CELLS - 1);
                share[pixel] = (float) (position - cell[pixel]);
            }
            return new Side(cell, share);
        }
    }

    private final float[] points;
    private final float[] ofRow = new float[POINTS];

    private ElasticGrid(float[] points) {
        this.points = points;
    }

    /** New displacements along one axis, in pixels. */
    static ElasticGrid drawn(double deviation, SplittableRandom random) {
        float[] points = new float[POINTS * POINTS];
        for (int i = 0; i < points.length && deviation > 0; i++) {
            points[i] = (float) (random.nextGaussian() * deviation);
        }
        return new ElasticGrid(points);
    }

    /** Of the pixels of row {@code y}. */
    void ofRow(int y, Side down, Side right, float[] displacements) {
        int first = down.cell[y] * POINTS;
        float share = down.share[y];
        for (int i = 0; i < POINTS; i++) {
            ofRow[i] = points[first + i] + (points[first + POINTS + i] - points[first + i]) * share;
        }
        for (int x = 0; x < displacements.length; x++) {
            int cell = right.cell[x];
            displacements[x] = ofRow[cell] + (ofRow[cell + 1] - ofRow[cell]) * right.share[x];
        }
    }
}
