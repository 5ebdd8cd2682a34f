package dev.mote.device.fault;

import dev.mote.device.stream.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One sensor of a series, as it leaves the factory and is put on: no two are alike. Offsets, sensitivities, cross-axis sensitivity, noise
 * and clock follow a data sheet (InvenSense MPU-6050, PS-MPU-6000A-00 revision 3.4, 2013; docs/faults.md), whose tolerances are taken
 * for two standard deviations, beyond which a unit is not sold. The mounting is Mote's assumption.
 *
 * @param mountingDegrees by which the device is turned, about any axis
 * @param skew of its clock, as a share
 * @param crossAxis as a share
 * @param biasMilliG of three axes
 * @param gain of three axes, as a share
 * @param noiseMilliG deviation of a sample
 * @param rateBias of three axes of the gyroscope, in degrees a second
 * @param rateGain of three axes of the gyroscope, as a share
 * @param rateNoise in degrees a second
 */
public record SensorUnit(
        double mountingDegrees,
        double skew,
        double crossAxis,
        List<Double> biasMilliG,
        List<Double> gain,
        double noiseMilliG,
        List<Double> rateBias,
        List<Double> rateGain,
        double rateNoise) {
    private static final double MOUNTING_DEGREES = 5;
    private static final double CLOCK_TOLERANCE = 0.01;
    private static final double CROSS_AXIS_TOLERANCE = 0.02;
    private static final double GAIN_TOLERANCE = 0.03;
    private static final double[] BIAS_MILLI_G = {50, 50, 80};
    /** 400 ug/sqrt(Hz), spread by a factor of up to two either way. */
    private static final double NOISE_MILLI_G_ROOT_HERTZ = 0.4;
    /** The zero-rate level after a firmware has removed it at rest: what the data sheet calls settled. */
    private static final double RATE_BIAS = 1;

    private static final double RATE_NOISE = 0.05;
    private static final String AXES = "xyz";

    public SensorUnit {
        biasMilliG = List.copyOf(biasMilliG);
        gain = List.copyOf(gain);
        rateBias = List.copyOf(rateBias);
        rateGain = List.copyOf(rateGain);
    }

    /** Draws the unit of a device. */
    public static SensorUnit draw(Chance chance, StreamFormat format) {
        double bandwidth = format.rateHertz() / 2;
        return new SensorUnit(
                Math.abs(MOUNTING_DEGREES * chance.normal(0, 0)),
                within(chance, 1, CLOCK_TOLERANCE),
                within(chance, 2, CROSS_AXIS_TOLERANCE),
                axes(chance, 3, BIAS_MILLI_G),
                axes(chance, 6, GAIN_TOLERANCE, GAIN_TOLERANCE, GAIN_TOLERANCE),
                NOISE_MILLI_G_ROOT_HERTZ * Math.sqrt(bandwidth) * factor(chance, 9),
                axes(chance, 10, RATE_BIAS, RATE_BIAS, RATE_BIAS),
                axes(chance, 13, GAIN_TOLERANCE, GAIN_TOLERANCE, GAIN_TOLERANCE),
                RATE_NOISE * factor(chance, 16));
    }

    /** Normal, the tolerance being two deviations, and cut there. */
    private static double within(Chance chance, int item, double tolerance) {
        return Math.clamp(tolerance / 2 * chance.normal(0, item), -tolerance, tolerance);
    }

    private static List<Double> axes(Chance chance, int item, double... tolerances) {
        List<Double> drawn = new ArrayList<>();
        for (int axis = 0; axis < tolerances.length; axis++) {
            drawn.add(within(chance, item + axis, tolerances[axis]));
        }
        return drawn;
    }

    /** 1/2 to 2, its logarithm uniform. */
    private static double factor(Chance chance, int item) {
        return StrictMath.pow(2, chance.uniform(0, item, -1, 1));
    }

    /** What is wrong with this unit, as faults that {@code --fault} takes as well. */
    public Faults faults(StreamFormat format) {
        List<String> texts = new ArrayList<>();
        texts.add(String.format(Locale.ROOT, "skew:%+.5f%%", 100 * skew));
        if (Site.hasSensors(format)) {
            texts.add(String.format(Locale.ROOT, "rotate:%.3fdeg", mountingDegrees));
            texts.add(String.format(Locale.ROOT, "cross-axis:%.4f%%", 100 * Math.abs(crossAxis)));
        }
        for (int channel = 0; channel < format.channels().size(); channel++) {
            addErrors(texts, format, channel);
        }
        return Faults.parse(texts);
    }

    private void addErrors(List<String> texts, StreamFormat format, int channel) {
        String name = format.channels().get(channel);
        int axis = AXES.indexOf(Character.toLowerCase(name.charAt(name.length() - 1)));
        Optional<ChannelUnit> unit = ChannelUnit.named(format.unit(channel));
        if (axis < 0 || unit.isEmpty()) {
            return;
        }
        switch (unit.get().quantity()) {
            case ACCELERATION -> {
                texts.add(text("gain:%+.4f%%/%s", 100 * gain.get(axis), name));
                texts.add(text("bias:%+.3fmg/%s", biasMilliG.get(axis), name));
                texts.add(text("noise:%.4fmg/%s", noiseMilliG, name));
            }
            case ANGULAR_RATE -> {
                texts.add(text("gain:%+.4f%%/%s", 100 * rateGain.get(axis), name));
                texts.add(text("bias:%+.4fdps/%s", rateBias.get(axis), name));
                texts.add(text("noise:%.5fdps/%s", rateNoise, name));
            }
        }
    }

    private static String text(String format, double value, String channel) {
        return String.format(Locale.ROOT, format, value, channel);
    }

    /** Largest of the offsets of the accelerometer, regardless of sign. */
    public double largestBiasMilliG() {
        return biasMilliG.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    /** Largest of the errors of sensitivity of the accelerometer, regardless of sign. */
    public double largestGain() {
        return gain.stream().mapToDouble(Math::abs).max().orElse(0);
    }
}
