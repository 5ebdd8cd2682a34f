package dev.mote.app.tune;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which trials are run. */
public enum Method {
    /** All combinations. */
    GRID,
    /** As many as wanted, drawn at random. */
    RANDOM,
    /** Drawn at random, trained for few epochs; a third of them goes on with three times as many, and so on. */
    HALVING;

    /** Of {@link #HALVING}: what goes on, and how much longer it trains. */
    static final int FACTOR = 3;

    private static final int RUNGS = 3;

    /** @throws BadInputException if no method is called {@code option} */
    public static Method of(String option) {
        return Arrays.stream(values())
                .filter(method -> method.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--method " + option + ": is not known, expected grid, random or halving"));
    }

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Epochs of each rung of {@link #HALVING}, the last one the recipe's own. */
    static List<Integer> rungs(int epochs, int candidates) {
        int rungs = 1;
        int share = FACTOR;
        while (rungs < RUNGS && epochs / share >= 1 && candidates / share >= 1) {
            rungs++;
            share *= FACTOR;
        }
        int count = rungs;
        return IntStream.range(0, count)
                .map(rung -> (int) (epochs / Math.pow(FACTOR, count - 1.0 - rung)))
                .boxed()
                .toList();
    }
}
