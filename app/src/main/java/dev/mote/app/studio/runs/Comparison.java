package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.Inspection;
import dev.mote.app.studio.runs.RunResults.EpochFigures;
import dev.mote.model.graph.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two models side by side; the components are JSON keys.
 *
 * @param classes recall of each class that either tells of
 */
public record Comparison(String device, Side a, Side b, List<Row> figures, List<Row> classes) {
    /**
     * One of them.
     *
     * @param id of the model; {@code run} of the folder that it is in
     * @param title what pages call it
     * @param name of the run, or label of the upload
     * @param file as {@code int8.tflite}
     * @param operators in the order in which they run
     */
    public record Side(
            String id,
            String title,
            String run,
            String name,
            String file,
            String dataset,
            Boolean synthetic,
            List<Finding> findings,
            List<Inspection.OperatorRow> operators,
            List<EpochFigures> epochs) {}

    /** What a figure is measured in, which tells how it is written. */
    public enum Unit {
        SHARE,
        BYTES,
        COUNT,
        MILLISECONDS
    }

    /** How the second stands to the first. */
    public enum Verdict {
        BETTER,
        WORSE,
        SAME,
        /** One of them is not known, or neither direction is better. */
        UNDECIDED
    }

    /** Which direction is good. */
    enum Wanted {
        MORE,
        LESS,
        NEITHER;

        /** Of a score, on the data that each was scored on, where that is known. */
        static Wanted moreOn(Optional<String> a, Optional<String> b) {
            return a.isPresent() && b.isPresent() && !a.equals(b) ? NEITHER : MORE;
        }
    }

    /** @param difference of the second to the first */
    public record Row(
            String name, Unit unit, OptionalDouble a, OptionalDouble b, OptionalDouble difference, Verdict verdict) {
        static Row of(String name, Unit unit, Wanted wanted, OptionalDouble a, OptionalDouble b) {
            if (a.isEmpty() || b.isEmpty()) {
                return new Row(name, unit, a, b, OptionalDouble.empty(), Verdict.UNDECIDED);
            }
            double difference = b.getAsDouble() - a.getAsDouble();
            return new Row(name, unit, a, b, OptionalDouble.of(difference), verdict(wanted, difference));
        }

        private static Verdict verdict(Wanted wanted, double difference) {
            if (difference == 0) {
                return Verdict.SAME;
            }
            return switch (wanted) {
                case MORE -> difference > 0 ? Verdict.BETTER : Verdict.WORSE;
                case LESS -> difference < 0 ? Verdict.BETTER : Verdict.WORSE;
                case NEITHER -> Verdict.UNDECIDED;
            };
        }

        boolean isKnown() {
            return a.isPresent() || b.isPresent();
        }
    }
}
