package dev.mote.dataset;

/**
 * The movement of a forearm over time, from which the sensor's readings follow: angles of the arm, and acceleration of the body.
 * Body axes are forward, left, up; the arm hangs down at pitch 0, and its x points to the hand.
 */
final class ArmMotion {
    static final int RATE_HERTZ = 50;
    /** Standard gravity, in m/s2. */
    private static final double GRAVITY = 9.80665;
    /** From the shoulder to the wrist, in metres. */
    private static final double ARM_METRES = 0.55;

    /** Radians; pitch lifts the hand forwards, roll turns the forearm about itself. */
    final double[] pitch;

    final double[] roll;
    /** Acceleration of the body, without gravity, in g. */
    final double[] forward;

    final double[] left;
    final double[] up;

    ArmMotion(int steps) {
        pitch = new double[steps];
        roll = new double[steps];
        forward = new double[steps];
        left = new double[steps];
        up = new double[steps];
    }

    int steps() {
        return pitch.length;
    }

    /** What an ideal sensor on the wrist measures at {@code step}: x along the forearm, y across, z out of the back; in g. */
    double[] measure(int step) {
        double sin = StrictMath.sin(pitch[step]);
        double cos = StrictMath.cos(pitch[step]);
        double rising = up[step] + 1;
        double along = sin * forward[step] - cos * rising - centripetal(step);
        double across = cos * forward[step] + sin * rising + tangential(step);
        double sinRoll = StrictMath.sin(roll[step]);
        double cosRoll = StrictMath.cos(roll[step]);
        return new double[] {along, cosRoll * left[step] - sinRoll * across, sinRoll * left[step] + cosRoll * across};
    }

    /** omega^2 r, towards the shoulder. */
    private double centripetal(int step) {
        double omega = (pitch[Math.min(step + 1, steps() - 1)] - pitch[Math.max(step - 1, 0)]) * RATE_HERTZ / 2;
        return omega * omega * ARM_METRES / GRAVITY;
    }

    private double tangential(int step) {
        int middle = Math.clamp(step, 1, steps() - 2);
        double bend = pitch[middle + 1] - 2 * pitch[middle] + pitch[middle - 1];
        return bend * RATE_HERTZ * RATE_HERTZ * ARM_METRES / GRAVITY;
    }
}
