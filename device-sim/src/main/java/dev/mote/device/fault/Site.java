package dev.mote.device.fault;

import dev.mote.device.stream.StreamFormat;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sensors that a stream comes from, by the names of its channels: three neighbours that end in x, y, z are the axes of one. Channels
 * {@code total_NAME} and {@code body_NAME} are one sensor as well: the second is the first without its slow part, so that it shares
 * noise and gain, and knows no bias.
 */
final class Site {
    private static final String TOTAL = "total_";
    private static final String BODY = "body_";

    private final StreamFormat format;
    private final float[] fullScale;

    /** @param fullScale of each channel, in its unit; of images one that holds for all of them */
    Site(StreamFormat format, float[] fullScale) {
        this.format = format;
        this.fullScale = fullScale.clone();
        if (fullScale.length != format.channels().size()) {
            throw new IllegalArgumentException(fullScale.length + " full scales of " + format.channels());
        }
    }

    StreamFormat format() {
        return format;
    }

    int channels() {
        return format.channels().size();
    }

    float fullScale(int channel) {
        return fullScale[channel];
    }

    int height() {
        return format.sampleShape().dimension(0);
    }

    int width() {
        return format.sampleShape().dimension(1);
    }

    /** The same for all channels that are one axis of one sensor. */
    int axis(int channel) {
        String name = format.channels().get(channel);
        for (String prefix : List.of(TOTAL, BODY)) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length()).hashCode();
            }
        }
        return name.hashCode();
    }

    /** Whether the channel was computed from another by removing what is slow. */
    boolean isWithoutSlowPart(int channel) {
        String name = format.channels().get(channel);
        return name.startsWith(BODY) && format.channels().contains(TOTAL + name.substring(BODY.length()));
    }

    static boolean hasSensors(StreamFormat format) {
        return !sensors(format).isEmpty();
    }

    private static List<Integer> sensors(StreamFormat format) {
        List<Integer> first = new ArrayList<>();
        List<String> names = format.channels().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        for (int c = 0; c + 2 < names.size(); c++) {
            if (names.get(c).endsWith("x")
                    && names.get(c + 1).endsWith("y")
                    && names.get(c + 2).endsWith("z")) {
                first.add(c);
            }
        }
        return first;
    }

    /**
     * First channels of the three-axis sensors.
     *
     * @throws BadInputException if there are none
     */
    List<Integer> sensors(Setting setting) {
        List<Integer> first = sensors(format);
        if (first.isEmpty()) {
            throw new BadInputException("--fault " + setting.text() + ": needs a three-axis sensor, but no three"
                    + " neighbours of the channels " + String.join(", ", format.channels()) + " of " + format.name()
                    + " end in x, y, z");
        }
        return first;
    }

    /**
     * Channels that the target names, all without one.
     *
     * @throws BadInputException if there are none
     */
    int[] channels(Setting setting) {
        int[] chosen = IntStream.range(0, channels())
                .filter(c -> format.channels().get(c).startsWith(setting.target()))
                .toArray();
        if (chosen.length == 0) {
            throw new BadInputException("--fault " + setting.text() + ": no channel of " + format.name()
                    + " begins with '" + setting.target() + "'; channels: " + String.join(", ", format.channels()));
        }
        return chosen;
    }

    /**
     * The level in the unit of each channel; 0 for channels that the target does not name or that measure something else.
     *
     * @throws BadInputException if no channel is left
     */
    double[] amounts(Setting setting) {
        double[] amounts = new double[channels()];
        boolean any = false;
        for (int channel : channels(setting)) {
            Optional<Double> unit = unitIn(channel, setting);
            any |= unit.isPresent();
            amounts[channel] = setting.value() * unit.orElse(0.0);
        }
        if (!any) {
            throw new BadInputException("--fault " + setting.text() + ": " + format.name() + " has the unit "
                    + (format.unit().isEmpty() ? "unknown" : format.unit()) + ", in which '" + setting.unit()
                    + "' is not; give a number without a unit, or % of the full scale");
        }
        return amounts;
    }

    /** Size of the setting's unit in that of the channel; empty if they measure different things. */
    private Optional<Double> unitIn(int channel, Setting setting) {
        if (setting.unit().isEmpty()) {
            return Optional.of(1.0);
        }
        if (setting.unit().equals("%")) {
            return Optional.of((double) fullScale[channel]);
        }
        ChannelUnit unit = ChannelUnit.named(setting.unit()).orElseThrow();
        return ChannelUnit.named(format.unit(channel))
                .filter(own -> own.quantity() == unit.quantity())
                .map(own -> unit.size() / own.size());
    }
}
