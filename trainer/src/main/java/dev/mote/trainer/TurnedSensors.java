package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Signals as sensors would give them that are mounted a little differently: each use of a sample turns all its three-axis sensors by the
 * same new random rotation.
 */
final class TurnedSensors implements Change {
    private final int length;
    private final int channels;
    private final List<Integer> firstAxes;
    private final double deviation;

    /**
     * @param shape of a sample
     * @param channels their names; a sensor is three neighbours whose names end in x, y, z
     * @param degrees standard deviation of the rotation about each axis
     */
    TurnedSensors(Shape shape, List<String> channels, double degrees) {
        this.length = shape.elements();
        this.channels = shape.dimension(-1);
        this.firstAxes = firstAxes(channels);
        this.deviation = Math.toRadians(degrees);
    }

    private static List<Integer> firstAxes(List<String> channels) {
        List<Integer> first = Axes.first(channels);
        if (first.isEmpty()) {
            throw new BadInputException(
                    "augmentation: rotate needs three-axis sensors, but no three neighbours of the channels " + channels
                            + " end in x, y, z; remove rotate, or rename the channels");
        }
        return first;
    }

    @Override
    public void apply(float[] values, int offset, SplittableRandom random) {
        double[][] rotation = rotation(random);
        for (int row = offset; row < offset + length; row += channels) {
            for (int first : firstAxes) {
                turn(values, row + first, rotation);
            }
        }
    }

    private static void turn(float[] values, int at, double[][] rotation) {
        double x = values[at];
        double y = values[at + 1];
        double z = values[at + 2];
        for (int axis = 0; axis < 3; axis++) {
            double[] row = rotation[axis];
            values[at + axis] = (float) (row[0] * x + row[1] * y + row[2] * z);
        }
    }

    /** Of a random rotation vector (axis times angle), by the formula of Rodrigues. */
    private double[][] rotation(SplittableRandom random) {
        double x = random.nextGaussian() * deviation;
        double y = random.nextGaussian() * deviation;
        double z = random.nextGaussian() * deviation;
        double angle = Math.sqrt(x * x + y * y + z * z);
        if (angle == 0) {
            return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        x /= angle;
        y /= angle;
        z /= angle;
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        double rest = 1 - cos;
        return new double[][] {
            {cos + x * x * rest, x * y * rest - z * sin, x * z * rest + y * sin},
            {y * x * rest + z * sin, cos + y * y * rest, y * z * rest - x * sin},
            {z * x * rest - y * sin, z * y * rest + x * sin, cos + z * z * rest}
        };
    }
}
