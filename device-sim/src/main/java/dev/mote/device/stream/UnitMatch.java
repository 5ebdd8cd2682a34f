package dev.mote.device.stream;

import dev.mote.dataset.recording.Recording;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What brings a recording's values to the units of a model.
 *
 * @param factors of the model's channels
 * @param untold channels whose unit nobody told: taken as the model's
 */
record UnitMatch(float[] factors, List<String> untold) {
    private static final double STANDARD_GRAVITY = 9.80665;

    /** A unit that can be brought to others of its dimension. */
    private enum Known {
        M_S2("acceleration", 1, "m/s2", "m/s^2", "m/s²", "ms2", "m/s/s", "m s-2"),
        G("acceleration", STANDARD_GRAVITY, "g", "g0", "gn"),
        MG("acceleration", STANDARD_GRAVITY / 1000, "mg"),
        RAD_S("rotation", 1, "rad/s", "rads", "rad s-1"),
        DEG_S("rotation", Math.PI / 180, "deg/s", "dps", "°/s", "degrees/s"),
        MDEG_S("rotation", Math.PI / 180_000, "mdeg/s", "mdps"),
        T("magnetic field", 1, "t"),
        MICRO_T("magnetic field", 1e-6, "ut", "µt", "microtesla"),
        GAUSS("magnetic field", 1e-4, "gauss"),
        CELSIUS("temperature", 1, "c", "°c", "celsius"),
        PASCAL("pressure", 1, "pa"),
        HECTOPASCAL("pressure", 100, "hpa", "mbar");

        private final String dimension;
        private final double factor;
        private final List<String> names;

        Known(String dimension, double factor, String... names) {
            this.dimension = dimension;
            this.factor = factor;
            this.names = List.of(names);
        }

        static Optional<Known> find(String name) {
            String lower = name.toLowerCase(Locale.ROOT).strip();
            return List.of(values()).stream()
                    .filter(unit -> unit.names.contains(lower))
                    .findFirst();
        }
    }

    /** @param places of the model's channels among the recording's */
    static UnitMatch of(Recording recording, StreamDemand demand, int[] places, Map<String, String> told) {
        requireUsed(demand, told);
        float[] factors = new float[places.length];
        List<String> untold = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String channel = demand.channels().get(i);
            Optional<String> said = told(told, channel);
            String own = recording.format().units().get(places[i]);
            String wanted = demand.units().get(i);
            factors[i] = said.isPresent()
                    ? converted(channel, said.get(), wanted)
                    : equal(recording, channel, own, wanted, untold);
        }
        return new UnitMatch(factors, untold);
    }

    static boolean isUnknown(String unit) {
        return unit.isEmpty() || unit.equals("as recorded");
    }

    /** By the longest beginning of the channel's name. */
    private static Optional<String> told(Map<String, String> told, String channel) {
        return told.entrySet().stream()
                .filter(entry -> channel.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static void requireUsed(StreamDemand demand, Map<String, String> told) {
        for (String name : told.keySet()) {
            if (demand.channels().stream().noneMatch(channel -> channel.startsWith(name))) {
                throw new BadInputException(
                        "--unit " + name + "=" + told.get(name) + ": no channel of the model begins with '" + name
                                + "'; it has: " + String.join(", ", demand.channels()));
            }
        }
    }

    private static float converted(String channel, String from, String to) {
        String option = "--unit " + channel + "=" + from + ": ";
        Known known = Known.find(from)
                .orElseThrow(() -> new BadInputException(option
                        + "is no known unit; expected g, mg, m/s2, rad/s, deg/s, mdeg/s, uT, gauss, hPa, Pa or C"));
        if (isUnknown(to)) {
            throw new BadInputException(
                    option + "the model does not tell its own unit, so nothing can be converted; leave the option out");
        }
        Known wanted = Known.find(to).orElseThrow(() -> new BadInputException(option + "the model wants " + to));
        if (!known.dimension.equals(wanted.dimension)) {
            throw new BadInputException(option + "is a unit of " + known.dimension + ", but the model wants " + to
                    + ", of " + wanted.dimension);
        }
        return (float) (known.factor / wanted.factor);
    }

    private static float equal(Recording recording, String channel, String own, String wanted, List<String> untold) {
        if (isUnknown(own) || isUnknown(wanted)) {
            if (!isUnknown(wanted)) {
                untold.add(channel);
            }
            return 1;
        }
        boolean same = own.equalsIgnoreCase(wanted)
                || Known.find(own).isPresent() && Known.find(own).equals(Known.find(wanted));
        if (!same) {
            boolean convertible = Known.find(own).isPresent()
                    && Known.find(own)
                            .map(unit -> unit.dimension)
                            .equals(Known.find(wanted).map(unit -> unit.dimension));
            throw new BadInputException(recording.where() + ": " + channel + " is in " + own + ", but the model wants "
                    + wanted
                    + (convertible
                            ? "; convert it with: --unit " + prefix(channel) + "=" + own
                            : "; give data in " + wanted));
        }
        return 1;
    }

    private static String prefix(String channel) {
        int end = channel.lastIndexOf('_');
        return end > 0 ? channel.substring(0, end) : channel;
    }
}
