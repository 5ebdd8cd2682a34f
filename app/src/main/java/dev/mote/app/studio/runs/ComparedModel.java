package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.Inspection;
import dev.mote.app.studio.runs.RunResults.ClassFigures;
import dev.mote.app.studio.runs.RunResults.ScoreFigures;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** A model with everything that is known of it. */
record ComparedModel(RunEntry run, RunSummary summary, ModelEntry entry, ModelFacts facts, RunResults results) {
    /**
     * Of a model that cannot be read, only what speaks against it.
     *
     * @param title what pages call it
     */
    Comparison.Side side(String title) {
        return new Comparison.Side(
                entry.id(),
                title,
                run.id(),
                summary.name(),
                entry.name(),
                summary.dataset().orElse(null),
                summary.synthetic().orElse(null),
                facts.findings(),
                facts.readable() ? operators() : List.of(),
                results.epochs());
    }

    private List<Inspection.OperatorRow> operators() {
        try {
            return ModelCatalogue.inspect(entry).operators();
        } catch (BadInputException e) {
            return List.of();
        }
    }

    OptionalDouble accuracy() {
        return score(ScoreFigures::accuracy);
    }

    OptionalDouble macroF1() {
        return score(ScoreFigures::macroF1);
    }

    OptionalDouble board(Function<BoardFigures, OptionalDouble> figure, String device) {
        // What was measured is of the model that the overview shows.
        Optional<BoardFigures> figures =
                summary.model().equals(Optional.of(entry.id())) ? summary.board() : facts.on(device);
        return figures.stream()
                .flatMapToDouble(known -> figure.apply(known).stream())
                .findFirst();
    }

    /** By the names of the classes. */
    OptionalDouble recall(String label) {
        return classes()
                .filter(one -> one.label().equals(label))
                .flatMapToDouble(one -> one.recall().stream())
                .findFirst();
    }

    Stream<ClassFigures> classes() {
        return scores().stream().flatMap(scores -> scores.classes().stream());
    }

    static OptionalDouble real(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    private OptionalDouble score(Function<ScoreFigures, OptionalDouble> figure) {
        return scores().stream()
                .flatMapToDouble(scores -> figure.apply(scores).stream())
                .findFirst();
    }

    /** A run tells the scores of its two models only. */
    private Optional<ScoreFigures> scores() {
        String name = run.int8Model().equals(Optional.of(entry))
                ? "int8"
                : run.floatModel().equals(Optional.of(entry)) ? "float" : "";
        return Optional.ofNullable(results.scores().get(name));
    }
}
