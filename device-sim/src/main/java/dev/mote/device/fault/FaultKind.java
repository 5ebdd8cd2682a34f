package dev.mote.device.fault;

import static dev.mote.device.fault.Stage.CLOCK;
import static dev.mote.device.fault.Stage.CONVERTER;
import static dev.mote.device.fault.Stage.MOUNTING;
import static dev.mote.device.fault.Stage.OPTICS;
import static dev.mote.device.fault.Stage.READOUT;
import static dev.mote.device.fault.Stage.SENSOR;
import static dev.mote.device.fault.Stage.TRANSPORT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with a sensor, its mounting, its clock, its converter and its link. docs/faults.md has the formula of each.
 * Sources that several share: IEEE 1293 (accelerometers: terms of the model equation, test of them), IEEE 2700 (what data sheets of MEMS
 * sensors have to tell).
 */
public enum FaultKind {
    ROTATE(
            MOUNTING,
            Dimension.ANGLE,
            Signs.PLAIN,
            0,
            180,
            Target.AXIS,
            "2deg,5deg,10deg,20deg,45deg,90deg",
            "the device is turned about an axis, x, y, z or a random one; an image about its middle",
            "rotation by axis and angle, Rodrigues 1840"),
    SWAP(
            MOUNTING,
            Dimension.AXES,
            Signs.PLAIN,
            2,
            2,
            Target.NONE,
            "xy,yz,xz",
            "two axes are exchanged",
            "axis map of a board's driver"),
    FLIP(
            MOUNTING,
            Dimension.AXES,
            Signs.PLAIN,
            1,
            3,
            Target.NONE,
            "x,y,z",
            "axes have the wrong sign",
            "axis map of a board's driver"),
    SHIFT(
            MOUNTING,
            Dimension.PIXELS,
            Signs.PLAIN,
            0,
            1000,
            Target.NONE,
            "1px,2px,3px,4px,6px",
            "each image is moved in a direction of its own",
            "translation"),
    BLUR(
            OPTICS,
            Dimension.PIXELS,
            Signs.PLAIN,
            0,
            20,
            Target.NONE,
            "0.5px,1px,1.5px,2px,3px",
            "a Gaussian of this deviation",
            "point spread function of a lens out of focus, Gaussian form"),
    CONTRAST(
            OPTICS,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            1,
            Target.NONE,
            "20%,40%,60%,80%,90%",
            "distances from the image's mean shrink by this share",
            "veiling glare, ISO 9358"),
    SKEW(
            CLOCK,
            Dimension.SHARE,
            Signs.GIVEN_OR_DRAWN,
            0,
            0.2,
            Target.NONE,
            "0.5%,1%,2%,5%,10%",
            "the device's clock is fast (+) or slow (-), and it does not know",
            "frequency offset, IEEE 1139"),
    RATE(
            CLOCK,
            Dimension.FREQUENCY,
            Signs.PLAIN,
            0.01,
            100000,
            Target.NONE,
            "",
            "it measures at this rate; its time stamps are right",
            "output data rate, IEEE 2700"),
    JITTER(
            CLOCK,
            Dimension.TIME,
            Signs.PLAIN,
            0,
            1,
            Target.NONE,
            "1ms,2ms,5ms,10ms",
            "it measures this much (deviation) before or after the time that it tells",
            "aperture jitter, IEEE 1241"),
    CROSS_AXIS(
            SENSOR,
            Dimension.SHARE,
            Signs.GIVEN_OR_DRAWN,
            0,
            0.5,
            Target.NONE,
            "1%,2%,5%,10%,20%",
            "each axis also reads this share of the two others",
            "cross-axis sensitivity, IEEE 1293, IEEE 2700"),
    GAIN(
            SENSOR,
            Dimension.SHARE,
            Signs.GIVEN_OR_DRAWN,
            0,
            1,
            Target.CHANNELS,
            "1%,3%,10%,20%,40%",
            "each axis reads too much (+) or too little (-) by this share",
            "scale factor error, IEEE 1293, IEEE 2700"),
    BIAS(
            SENSOR,
            Dimension.AMOUNT,
            Signs.GIVEN_OR_DRAWN,
            0,
            Double.MAX_VALUE,
            Target.CHANNELS,
            "0.2%,0.5%,1%,2%,5%",
            "each axis reads this much more (+) or less (-)",
            "bias, IEEE 1293; zero-g and zero-rate offset, IEEE 2700"),
    DRIFT(
            SENSOR,
            Dimension.AMOUNT,
            Signs.PLAIN,
            0,
            Double.MAX_VALUE,
            Target.CHANNELS,
            "0.2%,0.5%,1%,2%,5%",
            "a bias that goes between -level and +level and back every 10 minutes",
            "bias change over temperature, IEEE 1293, IEEE 2700"),
    NOISE(
            SENSOR,
            Dimension.AMOUNT,
            Signs.PLAIN,
            0,
            Double.MAX_VALUE,
            Target.CHANNELS,
            "0.2%,0.5%,1%,2%,5%",
            "white noise of this deviation; of images as well",
            "velocity or angle random walk, IEEE 1293; noise density, IEEE 2700"),
    DEAD(
            SENSOR,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            1,
            Target.NONE,
            "0.5%,1%,2%,5%,10%",
            "this share of the pixels is always dark or always bright",
            "defective pixels, EMVA 1288"),
    RANGE(
            CONVERTER,
            Dimension.AMOUNT,
            Signs.PLAIN,
            0,
            Double.MAX_VALUE,
            Target.CHANNELS,
            "50%,25%,12%,6%,3%",
            "it measures no more than this on either side of 0: saturation",
            "full scale range, IEEE 2700"),
    BITS(
            CONVERTER,
            Dimension.BITS,
            Signs.PLAIN,
            1,
            16,
            Target.CHANNELS,
            "10,8,7,6,5,4",
            "the full scale has only 2^level steps",
            "resolution, uniform quantization, IEEE 1241"),
    STUCK(
            READOUT,
            Dimension.AXES,
            Signs.PLAIN,
            1,
            3,
            Target.NONE,
            "x,y,z",
            "axes keep their first value",
            "CONSTANT fault, Sharma, Golubchik, Govindan 2010"),
    SPIKES(
            READOUT,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            1,
            Target.CHANNELS,
            "0.1%,0.5%,1%,2%,5%",
            "this share of the values is any number within the full scale",
            "SHORT fault, Sharma, Golubchik, Govindan 2010"),
    DROPOUT(
            TRANSPORT,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            0.95,
            Target.NONE,
            "1%,2%,5%,10%,20%,40%",
            "this share of the samples is lost, each by itself",
            "erasure channel, Elias 1955"),
    BURST(
            TRANSPORT,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            0.95,
            Target.LENGTH,
            "1%,2%,5%,10%,20%,40%",
            "this share is lost, in bursts of 25 samples on average, or as many as told: 5%/10",
            "Gilbert 1960, Elliott 1963"),
    DUPLICATE(
            TRANSPORT,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            1,
            Target.NONE,
            "1%,2%,5%,10%,20%",
            "this share of the samples comes twice, with one time stamp",
            "repeated delivery of a link that acknowledges"),
    REORDER(
            TRANSPORT,
            Dimension.SHARE,
            Signs.PLAIN,
            0,
            0.5,
            Target.LENGTH,
            "1%,2%,5%,10%,20%",
            "this share of the packets of 5 samples, or as many as told, is overtaken by the next: 5%/10",
            "packet reordering, RFC 4737");

    /** What may follow the level after a slash. */
    enum Target {
        NONE,
        /** x, y or z. */
        AXIS,
        /** Channels whose names begin so. */
        CHANNELS,
        /** A number of samples. */
        LENGTH
    }

    /** Whether a level has a sign: + or - means so for every axis; without, each axis draws its own. */
    enum Signs {
        PLAIN,
        GIVEN_OR_DRAWN
    }

    private final Stage stage;
    private final Dimension dimension;
    private final Signs signs;
    private final double min;
    private final double max;
    private final Target target;
    private final List<String> levels;
    private final String text;
    private final String source;

    FaultKind(
            Stage stage,
            Dimension dimension,
            Signs signs,
            double min,
            double max,
            Target target,
            String levels,
            String text,
            String source) {
        this.stage = stage;
        this.dimension = dimension;
        this.signs = signs;
        this.min = min;
        this.max = max;
        this.target = target;
        this.levels = levels.isEmpty() ? List.of() : List.of(levels.split(","));
        this.text = text;
        this.source = source;
    }

    /** As in {@code --fault NAME:LEVEL}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Stage stage() {
        return stage;
    }

    Dimension dimension() {
        return dimension;
    }

    /** Smallest level in the dimension's first unit, or number of axes. */
    double min() {
        return min;
    }

    double max() {
        return max;
    }

    Target target() {
        return target;
    }

    boolean signed() {
        return signs == Signs.GIVEN_OR_DRAWN;
    }

    /** What a sweep tries, the mildest first; none of {@link #RATE}, whose levels depend on the stream. */
    public List<String> levels() {
        return levels;
    }

    /** What it does. */
    public String text() {
        return text;
    }

    /** Of the model or of the term. */
    public String source() {
        return source;
    }

    /** What a level may be, for people. */
    public String range() {
        return switch (dimension) {
            case AMOUNT -> "0 or more: " + dimension.expected();
            case SHARE -> number(min * 100) + "% to " + number(max * 100) + "%" + (signed() ? ", + or - or drawn" : "");
            case ANGLE -> number(min) + "deg to " + number(max) + "deg";
            case TIME -> number(min * 1e3) + "ms to " + number(max * 1e3) + "ms";
            case FREQUENCY -> "a quarter of the stream's rate to four times it, in Hz";
            case BITS -> number(min) + " to " + number(max) + " bits";
            case PIXELS -> number(min) + "px to " + number(max) + "px";
            case AXES -> min == max ? "two of x, y, z" : "one or more of x, y, z";
        };
    }

    /** Whether it is a fault of three-axis sensors, or of any signal. */
    public boolean ofSignals() {
        return switch (this) {
            case SHIFT, BLUR, CONTRAST, DEAD -> false;
            default -> true;
        };
    }

    public boolean ofImages() {
        return switch (this) {
            case ROTATE, SHIFT, BLUR, CONTRAST, NOISE, DEAD, DROPOUT, BURST, DUPLICATE, REORDER -> true;
            default -> false;
        };
    }

    /** @return empty if there is none of this name */
    static Optional<FaultKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(name))
                .findFirst();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
