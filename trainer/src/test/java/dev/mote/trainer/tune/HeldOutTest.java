package dev.mote.trainer.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static Samples samples(int count, int classes, int[] groups) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        return Samples.of(Shape.of(1), values, labels, groups);
    }

    /** 4 classes of 3 samples: in 5 stretches, two parts would have no sample to judge by. */
    @Test
    void refusesStretchesWithoutSamples() {
        Samples samples = samples(12, 4, new int[0]);
        assertEquals(3, HeldOut.divide(samples, true, 3, 1).count());
        assertTrue(assertThrows(BadInputException.class, () -> HeldOut.divide(samples, true, 5, 1))
                .getMessage()
                .contains("no class has as many samples"));
    }

    @Test
    void keepsPersonsWhole() {
        int[] groups = IntStream.range(0, 400).map(i -> 10 + i * i % 11).toArray();
        Samples samples = samples(400, 3, groups);
        HeldOut parts = HeldOut.divide(samples, false, 3, 1);
        assertTrue(parts.byGroup());
        Map<Integer, Integer> partOf = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            int part = parts.parts().get(i);
            assertEquals(part, partOf.computeIfAbsent(groups[i], group -> part));
        }
        for (int part = 0; part < 3; part++) {
            assertTrue(parts.indices(part).length > 60, "parts of about equal size");
        }
        assertEquals(parts, HeldOut.divide(samples, false, 3, 1));
        assertNotEquals(parts, HeldOut.divide(samples, false, 3, 2));
    }

    @Test
    void dealsClassesEvenlyWithoutPersons() {
        Samples samples = samples(100, 4, new int[0]);
        HeldOut parts = HeldOut.divide(samples, false, 5, 1);
        assertFalse(parts.byGroup());
        for (int part = 0; part < 5; part++) {
            assertEquals(
                    List.of(5, 5, 5, 5),
                    Arrays.stream(samples.subset(parts.indices(part)).countsPerClass(4))
                            .boxed()
                            .toList());
        }
    }

    /** Windows that overlap would tell of each other. */
    @Test
    void givesStretchesOfSignalsWithoutPersons() {
        HeldOut parts = HeldOut.divide(samples(20, 2, new int[0]), true, 5, 1);
        assertEquals(List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4), parts.parts());
    }

    @Test
    void hasNoMorePartsThanPersons() {
        int[] groups = IntStream.range(0, 30).map(i -> i % 3).toArray();
        HeldOut parts = HeldOut.divide(samples(30, 2, groups), false, 5, 1);
        assertEquals(3, parts.count());
        assertTrue(parts.byGroup());
    }

    @Test
    void putsAPartInPlaceOfTheTest() {
        Samples training = samples(40, 2, new int[0]);
        Samples test = Samples.of(Shape.of(1), new float[] {-1}, new int[] {0}, new int[0]);
        Dataset dataset = new Dataset(
                "numbers", false, Shape.of(1), List.of("even", "odd"), "1", List.of("value"), 0, training, test);
        HeldOut parts = HeldOut.divide(training, false, 4, 1);
        Dataset without = parts.without(2, dataset);
        assertEquals(30, without.train().count());
        assertEquals(10, without.test().count());
        float[] all = new float[40];
        for (int i = 0; i < 40; i++) {
            all[i] = i < 30 ? without.train().values(i)[0] : without.test().values(i - 30)[0];
        }
        Arrays.sort(all);
        for (int i = 0; i < 40; i++) {
            assertEquals(i, all[i], "each training sample once, no test sample");
        }
    }

    @Test
    void blocksArePersonsOrTwentyOfAnySamples() {
        assertEquals(List.of(0, 1, 0, 2), HeldOut.blocks(samples(4, 2, new int[] {5, 7, 5, 9})));
        assertEquals(
                20,
                HeldOut.blocks(samples(50, 2, new int[0])).stream().distinct().count());
    }

    @Test
    void refusesMorePartsThanSamples() {
        Samples samples = samples(4, 2, new int[0]);
        assertThrows(BadInputException.class, () -> HeldOut.divide(samples, false, 5, 1));
        assertThrows(BadInputException.class, () -> HeldOut.divide(samples, false, 1, 1));
    }
}
