package dev.mote.app.tune;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a model may cost; empty: any. */
public record Budgets(
        OptionalLong weightsBytes,
        OptionalLong arenaBytes,
        OptionalLong flashBytes,
        OptionalLong macs,
        OptionalLong instructions) {

    /** @return what is exceeded first, in words */
    Optional<String> exceededBy(TrialFigures figures) {
        return Stream.of(
                        over(
                                "bytes of weights",
                                OptionalLong.of(figures.weightsBytes()),
                                weightsBytes,
                                "--max-weights"),
                        over("bytes of arena", OptionalLong.of(figures.arenaBytes()), arenaBytes, "--max-arena"),
                        over("bytes of flash", OptionalLong.of(figures.flashBytes()), flashBytes, "--max-flash"),
                        over("MACs", OptionalLong.of(figures.macs()), macs, "--max-macs"),
                        over("instructions", figures.instructions(), instructions, "--max-instructions"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> over(String what, OptionalLong figure, OptionalLong limit, String option) {
        if (limit.isEmpty() || figure.isPresent() && figure.getAsLong() <= limit.getAsLong()) {
            return Optional.empty();
        }
        String found = figure.isEmpty()
                ? what + " are not known for this core"
                : String.format(Locale.ROOT, "%,d %s", figure.getAsLong(), what);
        return Optional.of(String.format(Locale.ROOT, "%s, %s is %,d", found, option, limit.getAsLong()));
    }
}
