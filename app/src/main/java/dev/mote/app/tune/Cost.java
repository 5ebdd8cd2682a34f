package dev.mote.app.tune;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the metric is plotted against. */
public enum Cost {
    WEIGHTS("weights in bytes", figures -> OptionalLong.of(figures.weightsBytes())),
    ARENA("arena in bytes", figures -> OptionalLong.of(figures.arenaBytes())),
    FLASH("flash in bytes", figures -> OptionalLong.of(figures.flashBytes())),
    MACS("MACs", figures -> OptionalLong.of(figures.macs())),
    INSTRUCTIONS("instructions", TrialFigures::instructions);

    private final String title;
    private final Function<TrialFigures, OptionalLong> figure;

    Cost(String title, Function<TrialFigures, OptionalLong> figure) {
        this.title = title;
        this.figure = figure;
    }

    /** @throws BadInputException if no cost is called {@code option} */
    public static Cost of(String option) {
        return Arrays.stream(values())
                .filter(cost -> cost.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--against " + option + ": is not known, expected one of "
                        + Arrays.stream(values()).map(Cost::option).collect(Collectors.joining(", "))));
    }

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** A figure that is not known is larger than any. */
    long of(TrialFigures figures) {
        return figure.apply(figures).orElse(Long.MAX_VALUE);
    }
}
