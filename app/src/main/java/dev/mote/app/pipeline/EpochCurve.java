package dev.mote.app.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The epochs of a run as points of its curves. Of a long run these are fewer than its epochs, evenly spread, and always the latest: a
 * line on a screen is no finer.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EpochCurve(List<EpochPoint> epochs) {
    /** Before, half of the points have been left out. */
    static final int MOST = 600;

    /** Longer than the history of any run that a page could show. */
    private static final long LARGEST_HISTORY = 32L << 20;

    public static final EpochCurve EMPTY = new EpochCurve(List.of());

    public EpochCurve {
        epochs = epochs == null ? List.of() : List.copyOf(epochs);
    }

    /** Of a training that is over, as its {@code history.json} tells; empty if there is none. */
    public static EpochCurve of(RunFolder run) {
        try {
            if (Files.size(run.history()) > LARGEST_HISTORY) {
                return EMPTY;
            }
            Optional<EpochCurve> all = Json.read(Files.readString(run.history()), EpochCurve.class);
            return all.orElse(EMPTY).thinned();
        } catch (IOException e) {
            return EMPTY;
        }
    }

    private EpochCurve thinned() {
        int every = Math.ceilDiv(epochs.size(), MOST);
        return every <= 1
                ? this
                : new EpochCurve(epochs.stream()
                        .filter(point -> point.epoch() % every == 0 || point.equals(epochs.getLast()))
                        .toList());
    }
}
