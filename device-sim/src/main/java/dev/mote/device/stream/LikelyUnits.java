package dev.mote.device.stream;

import dev.mote.dataset.recording.Recording;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Locale;

/** Where nobody tells the unit of an acceleration, gravity does: it is 1 g or 9.8 m/s2, whatever a person does meanwhile. */
final class LikelyUnits {
    /** No person feels as much in g for half of the time, and every sensor with gravity measures more in m/s2. */
    private static final double BOUNDARY = 4;
    /** Less is a signal without gravity, of which nothing can be said. */
    private static final double LEAST_GRAVITY = 0.8;

    private LikelyUnits() {}

    /** @throws BadInputException if the values are most likely of another unit */
    static void require(Recording recording, StreamDemand demand, UnitMatch units, PeekedRows rows) {
        List<String> channels = demand.channels();
        for (int i = 0; i + 2 < channels.size(); i++) {
            boolean triple = channels.get(i).endsWith("x")
                    && channels.get(i + 1).endsWith("y")
                    && channels.get(i + 2).endsWith("z");
            if (triple && units.untold().containsAll(channels.subList(i, i + 3))) {
                require(recording, channels.get(i), demand.units().get(i), rows.medianLength(i, i + 1, i + 2));
            }
        }
    }

    private static void require(Recording recording, String channel, String wanted, double length) {
        boolean tooLarge = wanted.equals("g") && length > BOUNDARY;
        boolean tooSmall =
                wanted.equals("m/s2") && length > LEAST_GRAVITY && length < 1.25 && !channel.contains("body");
        if (tooLarge || tooSmall) {
            String prefix = channel.contains("_") ? channel.substring(0, channel.lastIndexOf('_')) : channel;
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s: its acceleration is %.3g at the beginning, so it seems to be in %s, but the model wants %s; convert"
                            + " it with: --unit %s=%s, or tell that it is right with: --unit %s=%s",
                    recording.where(),
                    length,
                    tooLarge ? "m/s2" : "g",
                    wanted,
                    prefix,
                    tooLarge ? "m/s2" : "g",
                    prefix,
                    wanted));
        }
    }
}
