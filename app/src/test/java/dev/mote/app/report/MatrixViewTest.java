package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.RocCurve;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixViewTest {
    private static final List<String> LABELS = List.of("no", "yes");

    @Test
    void coloursHitsAndMissesByTheirShareOfTheRow() {
        ConfusionMatrix real = new ConfusionMatrix(LABELS, List.of(List.of(98, 2), List.of(0, 0)));

        assertEquals(List.of("hit5", "miss1", "none", "none"), cells(real, real, 1, "heat"));
    }

    @Test
    void showsWhatChangedAgainstFloat() {
        ConfusionMatrix real = new ConfusionMatrix(LABELS, List.of(List.of(98, 2), List.of(0, 50)));
        ConfusionMatrix int8 = new ConfusionMatrix(LABELS, List.of(List.of(100, 0), List.of(1, 49)));

        assertEquals(List.of("", "", "", ""), cells(real, int8, 0, "change"));
        assertEquals(List.of("+2", "−2", "+1", "−1"), cells(real, int8, 1, "change"));
        assertEquals(List.of("100", "0", "1", "49"), cells(real, int8, 1, "count"));
    }

    @Test
    void leavesOutMatricesThatNobodyCanRead() {
        List<String> labels = IntStream.range(0, 33).mapToObj(Integer::toString).toList();
        ConfusionMatrix matrix = ConfusionMatrix.of(labels, new int[] {32}, new int[] {32});

        assertEquals(false, view(matrix, matrix).get("shown"));
    }

    private static List<Object> cells(ConfusionMatrix real, ConfusionMatrix int8, int which, String key) {
        List<?> both = (List<?>) view(real, int8).get("both");
        List<?> rows = (List<?>) ((Map<?, ?>) both.get(which)).get("rows");
        return rows.stream()
                .flatMap(row -> ((List<?>) ((Map<?, ?>) row).get("cells")).stream())
                .<Object>map(cell -> ((Map<?, ?>) cell).get(key))
                .toList();
    }

    private static Classification of(ConfusionMatrix matrix) {
        RocCurve none = new RocCurve(List.of(), Double.NaN);
        return new Classification(matrix, Collections.nCopies(matrix.labels().size(), none), Optional.empty());
    }

    private static Map<String, Object> view(ConfusionMatrix real, ConfusionMatrix int8) {
        return MatrixView.of(
                List.of(new Evaluated("float", of(real), List.of()), new Evaluated("int8", of(int8), List.of())));
    }
}
