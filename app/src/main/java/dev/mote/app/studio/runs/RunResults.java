package dev.mote.app.studio.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of a run from its files.
 *
 * @param scores by {@code float} and {@code int8}
 * @param numbers that a regression predicts
 * @param measured instructions on emulated boards, by the board's name
 */
record RunResults(
        Optional<String> dataset,
        Optional<Boolean> synthetic,
        OptionalLong samples,
        OptionalDouble agreement,
        OptionalLong flashBytes,
        Map<String, ScoreFigures> scores,
        List<NumberFigures> numbers,
        List<EpochFigures> epochs,
        Map<String, Long> measured) {
    static final RunResults NOTHING = new RunResults(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of());

    /** Of a classifier; the components are JSON keys. */
    public record ScoreFigures(OptionalDouble accuracy, OptionalDouble macroF1, List<ClassFigures> classes) {
        /** This, and what it does not know from {@code other}. */
        ScoreFigures or(ScoreFigures other) {
            return new ScoreFigures(
                    accuracy.isPresent() ? accuracy : other.accuracy,
                    macroF1.isPresent() ? macroF1 : other.macroF1,
                    classes.isEmpty() ? other.classes : classes);
        }
    }

    /** @param recall share of its samples that were recognized */
    public record ClassFigures(String label, long support, OptionalDouble recall) {}

    /** Of a number that is predicted, in its unit. */
    public record NumberFigures(String name, String unit, OptionalDouble meanAbsoluteError, OptionalDouble r2) {}

    /** One pass over the training samples. */
    public record EpochFigures(
            int epoch,
            OptionalDouble loss,
            OptionalDouble accuracy,
            OptionalDouble validationLoss,
            OptionalDouble validationAccuracy) {}

    /** This, and what it does not know from {@code other}. */
    RunResults or(RunResults other) {
        Map<String, ScoreFigures> all = new TreeMap<>(other.scores);
        scores.forEach((model, figures) -> all.merge(model, figures, (theirs, ours) -> ours.or(theirs)));
        Map<String, Long> counted = new TreeMap<>(other.measured);
        counted.putAll(measured);
        return new RunResults(
                dataset.or(other::dataset),
                synthetic.or(other::synthetic),
                samples.isPresent() ? samples : other.samples,
                agreement.isPresent() ? agreement : other.agreement,
                flashBytes.isPresent() ? flashBytes : other.flashBytes,
                all,
                numbers.isEmpty() ? other.numbers : numbers,
                epochs.isEmpty() ? other.epochs : epochs,
                counted);
    }

    OptionalDouble accuracy(String model) {
        return Stream.ofNullable(scores.get(model))
                .flatMapToDouble(figures -> figures.accuracy().stream())
                .findFirst();
    }

    OptionalDouble macroF1(String model) {
        return Stream.ofNullable(scores.get(model))
                .flatMapToDouble(figures -> figures.macroF1().stream())
                .findFirst();
    }
}
