package dev.mote.dataset;

import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Generates what a 3-axis accelerometer on a wrist measures: five activities of persons who differ in cadence, strength, mounting and
 * noise. Windows of 128 samples at 50 Hz, half overlapping; the test's persons do not occur in training.
 */
public final class SyntheticActivity {
    public static final String NAME = "synthetic-activity";

    static final List<String> LABELS = Arrays.stream(Activity.values())
            .map(activity -> activity.name().toLowerCase(Locale.ROOT))
            .toList();
    static final List<String> CHANNELS = List.of("acc_x", "acc_y", "acc_z");
    static final int AXES = 3;
    static final int TRAIN_PERSONS = 20;
    static final int TEST_PERSONS = 6;
    private static final int STEPS = 128;
    private static final int WINDOW_STEP = 64;
    /** Times that a person does each activity, every time a little differently. */
    private static final int BOUTS = 4;

    private static final int WINDOWS_PER_BOUT = 10;
    private static final int BOUT_STEPS = STEPS + (WINDOWS_PER_BOUT - 1) * WINDOW_STEP;
    /** Range and step of a common sensor: 8 g, 12 bits. */
    private static final double MAX_G = 8;

    private static final double LEVELS_PER_G = 256;

    private SyntheticActivity() {}

    /** 4,000 training windows of persons 0 to 19, and 1,200 test windows of persons 20 to 25. */
    public static Dataset generate(long seed) {
        Shape shape = Shape.of(STEPS, AXES);
        return new Dataset(
                NAME,
                true,
                shape,
                LABELS,
                "g",
                CHANNELS,
                ArmMotion.RATE_HERTZ,
                persons(shape, seed, 0, TRAIN_PERSONS),
                persons(shape, seed, TRAIN_PERSONS, TEST_PERSONS));
    }

    private static Samples persons(Shape shape, long seed, int first, int count) {
        int windows = count * Activity.values().length * BOUTS * WINDOWS_PER_BOUT;
        float[] values = new float[windows * shape.elements()];
        int[] labels = new int[windows];
        int[] groups = new int[windows];
        int window = 0;
        for (int number = first; number < first + count; number++) {
            SeededRandom random = SeededRandom.of(seed, NAME, number);
            ActivityPerson person = ActivityPerson.of(random);
            for (int bout = 0; bout < BOUTS; bout++) {
                for (Activity activity : Activity.values()) {
                    float[] recording = record(activity, person, BOUT_STEPS, random);
                    for (int i = 0; i < WINDOWS_PER_BOUT; i++, window++) {
                        System.arraycopy(
                                recording, i * WINDOW_STEP * AXES, values, window * shape.elements(), shape.elements());
                        labels[window] = activity.ordinal();
                        groups[window] = number;
                    }
                }
            }
        }
        return Samples.of(shape, values, labels, groups);
    }

    /** {@code steps} measurements of the axes, one after the other. */
    static float[] record(Activity activity, ActivityPerson person, int steps, SeededRandom random) {
        ArmMotion motion = ActivityMotions.perform(activity, person, steps, random);
        double[][] mounting = mounting(person, random);
        float[] recording = new float[steps * AXES];
        for (int step = 0; step < steps; step++) {
            double[] ideal = motion.measure(step);
            for (int axis = 0; axis < AXES; axis++) {
                double turned =
                        mounting[axis][0] * ideal[0] + mounting[axis][1] * ideal[1] + mounting[axis][2] * ideal[2];
                double measured = random.normal(turned + person.bias()[axis], person.noise());
                recording[step * AXES + axis] =
                        (float) (Math.rint(Math.clamp(measured, -MAX_G, MAX_G) * LEVELS_PER_G) / LEVELS_PER_G);
            }
        }
        return recording;
    }

    /** The person's way to wear the sensor, put on anew for each bout. */
    private static double[][] mounting(ActivityPerson person, SeededRandom random) {
        double[][] matrix = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int axis = 0; axis < AXES; axis++) {
            double angle = random.normal(person.mounting()[axis], 0.08);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double[] one = matrix[(axis + 1) % AXES];
            double[] other = matrix[(axis + 2) % AXES];
            for (int column = 0; column < AXES; column++) {
                double before = one[column];
                one[column] = cos * before - sin * other[column];
                other[column] = sin * before + cos * other[column];
            }
        }
        return matrix;
    }
}
