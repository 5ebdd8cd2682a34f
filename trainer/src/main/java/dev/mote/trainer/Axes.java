package dev.mote.trainer;

import java.util.List;
import java.util.stream.IntStream;

/** Sensors with three axes: three neighbours whose names end in x, y, z. */
final class Axes {
    private Axes() {}

    /** Positions of the x axes. */
    static List<Integer> first(List<String> channels) {
        return IntStream.range(0, channels.size() - 2)
                .filter(c -> channels.get(c).endsWith("x")
                        && channels.get(c + 1).endsWith("y")
                        && channels.get(c + 2).endsWith("z"))
                .boxed()
                .toList();
    }
}
