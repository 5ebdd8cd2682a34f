package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.app.studio.runs.Comparison.Row;
import dev.mote.app.studio.runs.Comparison.Unit;
import dev.mote.app.studio.runs.Comparison.Verdict;
import dev.mote.app.studio.runs.Comparison.Wanted;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void judgesByWhatIsWanted() {
        assertEquals(Verdict.BETTER, verdict(Wanted.MORE, 0.5, 0.75));
        assertEquals(Verdict.WORSE, verdict(Wanted.LESS, 0.5, 0.75));
        assertEquals(Verdict.SAME, verdict(Wanted.LESS, 2, 2));
        assertEquals(Verdict.UNDECIDED, verdict(Wanted.NEITHER, 1, 2));
    }

    @Test
    void doesNotJudgeScoresOnDifferentData() {
        assertEquals(Wanted.MORE, Wanted.moreOn(Optional.of("mnist"), Optional.of("mnist")));
        assertEquals(Wanted.MORE, Wanted.moreOn(Optional.of("mnist"), Optional.empty()));
        assertEquals(Wanted.NEITHER, Wanted.moreOn(Optional.of("mnist"), Optional.of("iris")));
    }

    @Test
    void tellsTheDifferenceOfTheSecondToTheFirst() {
        Row row = Row.of("Weights", Unit.BYTES, Wanted.LESS, OptionalDouble.of(100), OptionalDouble.of(80));
        assertEquals(OptionalDouble.of(-20), row.difference());
    }

    @Test
    void doesNotJudgeWhatIsNotKnown() {
        Row row = Row.of("Accuracy", Unit.SHARE, Wanted.MORE, OptionalDouble.empty(), OptionalDouble.of(1));
        assertEquals(Verdict.UNDECIDED, row.verdict());
        assertEquals(OptionalDouble.empty(), row.difference());
    }

    private static Verdict verdict(Wanted wanted, double a, double b) {
        return Row.of("", Unit.COUNT, wanted, OptionalDouble.of(a), OptionalDouble.of(b))
                .verdict();
    }
}
