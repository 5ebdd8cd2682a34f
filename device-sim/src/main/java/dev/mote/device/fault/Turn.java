package dev.mote.device.fault;

/** A rotation in space. */
final class Turn {
    private final double[][] matrix;

    private Turn(double[][] matrix) {
        this.matrix = matrix;
    }

    /**
     * By the formula of Rodrigues.
     *
     * @param axis of length 1
     */
    static Turn of(double[] axis, double degrees) {
        double x = axis[0];
        double y = axis[1];
        double z = axis[2];
        double sin = StrictMath.sin(Math.toRadians(degrees));
        double cos = StrictMath.cos(Math.toRadians(degrees));
        double rest = 1 - cos;
        return new Turn(new double[][] {
            {cos + x * x * rest, x * y * rest - z * sin, x * z * rest + y * sin},
            {y * x * rest + z * sin, cos + y * y * rest, y * z * rest - x * sin},
            {z * x * rest - y * sin, z * y * rest + x * sin, cos + z * z * rest}
        });
    }

    /** An axis of length 1, every direction as likely as any other: three normal numbers, brought to length 1 (Muller 1959). */
    static double[] randomAxis(Chance chance) {
        double x = chance.normal(0, 0);
        double y = chance.normal(0, 1);
        double z = chance.normal(0, 2);
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    /** Turns the three values from {@code at} on. */
    void apply(float[] values, int at) {
        double x = values[at];
        double y = values[at + 1];
        double z = values[at + 2];
        for (int axis = 0; axis < 3; axis++) {
            double[] row = matrix[axis];
            values[at + axis] = (float) (row[0] * x + row[1] * y + row[2] * z);
        }
    }
}
