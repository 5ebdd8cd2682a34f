package dev.mote.app.pipeline;

import java.util.List;

/**
 * What {@code --sweep} and its companions say.
 *
 * @param kinds none: all that suit the stream
 * @param levels {@code kind=level,level}
 * @param maxLoss share of the windows that a fault may cost
 */
public record SweepRequest(List<String> kinds, List<String> levels, int seeds, double maxLoss) {
    public SweepRequest {
        kinds = List.copyOf(kinds);
        levels = List.copyOf(levels);
    }
}
