package dev.mote.dataset;

/** A square grey picture on which a round pen draws; anti-aliased, white (255) on black (0). */
final class StrokeCanvas {
    private final int side;
    /** Ink of each pixel, 0 to 1. */
    private final double[] ink;

    StrokeCanvas(int side) {
        this.side = side;
        this.ink = new double[side * side];
    }

    /** @param softness width of the edge, in pixels, over which the ink goes from full to none; coordinates and radius in pixels too */
    void line(double[] from, double[] to, double radius, double softness) {
        double reach = radius + softness;
        int top = clamp((int) (Math.min(from[1], to[1]) - reach));
        int bottom = clamp((int) (Math.max(from[1], to[1]) + reach));
        int left = clamp((int) (Math.min(from[0], to[0]) - reach));
        int right = clamp((int) (Math.max(from[0], to[0]) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double outside = distance(x + 0.5, y + 0.5, from, to) - radius;
                double coverage = Math.clamp(0.5 - outside / softness, 0.0, 1.0);
                ink[y * side + x] = Math.max(ink[y * side + x], coverage);
            }
        }
    }

    private int clamp(int pixel) {
        return Math.clamp(pixel, 0, side - 1);
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Math.clamp(((x - from[0]) * dx + (y - from[1]) * dy) / squared, 0.0, 1.0);
        double ex = x - from[0] - along * dx;
        double ey = y - from[1] - along * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }

    /**
     * The picture, moved by whole pixels so that its centre of mass is in the middle, as MNIST's is.
     *
     * @param level of full ink, 0 to 255
     * @param noise deviation of the noise on every pixel, in grey levels
     */
    void write(byte[] target, int offset, double level, double noise, SeededRandom random) {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i];
            massX += ink[i] * (i % side + 0.5);
            massY += ink[i] * (i / side + 0.5);
        }
        int moveX = (int) Math.rint(side / 2.0 - massX / mass);
        int moveY = (int) Math.rint(side / 2.0 - massY / mass);
        for (int i = 0; i < ink.length; i++) {
            int x = i % side - moveX;
            int y = i / side - moveY;
            boolean inside = x >= 0 && x < side && y >= 0 && y < side;
            double grey = (inside ? level * ink[y * side + x] : 0) + random.normal(0, noise);
            target[offset + i] = (byte) Math.clamp((int) Math.rint(grey), 0, 255);
        }
    }
}
