package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** 90 of class 0, 8 of class 1, 2 of class 2. */
    private static final int[] LABELS =
            IntStream.range(0, 100).map(i -> i < 90 ? 0 : i < 98 ? 1 : 2).toArray();

    @Test
    void picksTheSameNumberOfEachClassWhereThereAreEnough() {
        int[] picked = PickSamples.pick(LABELS, 12, 7);
        assertEquals(12, Arrays.stream(picked).distinct().count());
        int[] counts = new int[3];
        Arrays.stream(picked).forEach(i -> counts[LABELS[i]]++);
        assertArrayEquals(new int[] {5, 5, 2}, counts);
    }

    @Test
    void picksBySeed() {
        assertArrayEquals(PickSamples.pick(LABELS, 10, 7), PickSamples.pick(LABELS, 10, 7));
        assertFalse(Arrays.equals(PickSamples.pick(LABELS, 10, 7), PickSamples.pick(LABELS, 10, 8)));
    }

    @Test
    void picksAllWhenMoreAreWanted() {
        assertArrayEquals(IntStream.range(0, 100).toArray(), PickSamples.pick(LABELS, 500, 1));
    }

    @Test
    void preparesThePickedSamples() {
        Samples samples = Samples.of(Shape.of(2), new float[] {10, 20, 30, 40}, new int[] {0, 1}, new int[0]);
        InputPreparation halves = new InputPreparation("", List.of(), 0, List.of(), List.of(10f), List.of(0.5f));
        List<float[]> prepared =
                Calibration.of("data", samples, InputPath.of(halves), 2, 1).samples();
        assertArrayEquals(new float[] {0, 5}, prepared.get(0));
        assertArrayEquals(new float[] {10, 15}, prepared.get(1));
    }

    @Test
    void spreadsSamplesEvenly() {
        List<float[]> ten =
                IntStream.range(0, 10).mapToObj(i -> new float[] {i}).toList();
        List<float[]> spread = new Calibration("data", ten).spread(4);
        assertEquals(List.of(0f, 2f, 5f, 7f), spread.stream().map(s -> s[0]).toList());
    }

    @Test
    void refusesToBeEmpty() {
        BadInputException refused = assertThrows(BadInputException.class, () -> new Calibration("data", List.of()));
        assertEquals(
                "data: no calibration samples, expected at least 1 (a few hundred are good)", refused.getMessage());
    }
}
