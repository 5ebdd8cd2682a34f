package dev.mote.model.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand, or follow from what a stage is for. */
class SignalFunctionTest {
    private static final List<Integer> ALL = List.of();
    private static final List<Statistic> EVERY = List.of(Statistic.values());

    private static int[] run(List<Stage> stages, int channels, int... counts) {
        short[] window = new short[counts.length];
        for (int i = 0; i < counts.length; i++) {
            window[i] = (short) counts[i];
        }
        List<Float> fullScale = IntStream.range(0, channels).mapToObj(_ -> 2f).toList();
        int length = counts.length / channels;
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, length, 1, fullScale, stages);
        return new SignalFunction(frontEnd.program()).apply(window);
    }

    @Test
    void givesTheCountsWhereThereAreNoStages() {
        assertArrayEquals(new int[] {-32768, 5, 7, 32767}, run(List.of(), 2, -32768, 5, 7, 32767));
    }

    @Test
    void selectsInTheOrderGiven() {
        assertArrayEquals(new int[] {3, 1, 6, 4}, run(List.of(new Stage.Select(List.of(2, 0))), 3, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void subtractsTheValueBefore() {
        assertArrayEquals(
                new int[] {0, 1, 65535, 2, -65535, 3},
                run(List.of(new Stage.Difference(List.of(0))), 2, -32768, 1, 32767, 2, -32768, 3));
    }

    @Test
    void takesTheLengthOfAVector() {
        Stage magnitude = new Stage.Magnitude(List.of(0, 2), false);
        // 56755 = floor(sqrt(3) * 32768); 46340 = floor(sqrt(2) * 32768).
        assertArrayEquals(new int[] {9, 5, -1, 46340}, run(List.of(magnitude), 3, 3, 9, 4, -32768, -1, -32768));
        Stage whole = new Stage.Magnitude(List.of(0, 1, 2), true);
        assertArrayEquals(new int[] {-32768, -32768, -32768, 56755}, run(List.of(whole), 3, -32768, -32768, -32768));
    }

    @Test
    void takesAwayWhatIsConstant() {
        for (Stage stage : List.of(new Stage.HighPass(0.3, ALL, false), new Stage.HighPass(20, ALL, false))) {
            assertArrayEquals(new int[5], run(List.of(stage), 1, -32768, -32768, -32768, -32768, -32768));
            assertArrayEquals(new int[1], run(List.of(stage), 1, 32767));
        }
    }

    @Test
    void keepsWhatIsConstantInALowPass() {
        assertArrayEquals(
                new int[] {32767, 32767, 32767},
                run(List.of(new Stage.LowPass(0.01, ALL, false)), 1, 32767, 32767, 32767));
    }

    /** From the mean of -1000 and 1000, half of the way to each next value: share 1 - exp(-2 pi f) = 1/2. */
    @Test
    void filtersWithOnePole() {
        double half = 50 * Math.log(2) / (2 * Math.PI);
        assertArrayEquals(
                new int[] {-500, 250, -375, 313},
                run(List.of(new Stage.LowPass(half, ALL, false)), 1, -1000, 1000, -1000, 1000));
        assertArrayEquals(
                new int[] {-500, 750, -625, 687},
                run(List.of(new Stage.HighPass(half, ALL, false)), 1, -1000, 1000, -1000, 1000));
    }

    @Test
    void keepsWhatAFilterReads() {
        double half = 50 * Math.log(2) / (2 * Math.PI);
        assertArrayEquals(
                new int[] {7, -1000, -500, 8, 1000, 750, 9, -1000, -625, 10, 1000, 687},
                run(List.of(new Stage.HighPass(half, List.of(1), true)), 2, 7, -1000, 8, 1000, 9, -1000, 10, 1000));
    }

    @Test
    void compressesOnlyChannelsWithAKnee() {
        // Knee 1 of full scale 2: 16384 counts are asinh(1) = 0.881374, times 4096.
        int[] values = run(List.of(new Stage.Compress(List.of(1f, 0f))), 2, 16384, 16384, -16384, 1, 0, 2);
        assertArrayEquals(new int[] {3610, 16384, -3610, 1, 0, 2}, values);
    }

    /** 1, 2, 3, 6: sum 12, squares 50, mean 3, variance 3.5. */
    @Test
    void computesStatistics() {
        Stage statistics = new Stage.Statistics(EVERY, ALL);
        assertArrayEquals(new int[] {12, 7, 3, 7, 1, 1, 1, 6}, run(List.of(statistics), 1, 1, 2, 3, 6));
        // -32768 and 32767 by turns: variance 32767.5^2; sqrt(16 * 32767.5^2) = 131070.
        assertArrayEquals(
                new int[] {-2, 65535, 1073709056, 131070, 3, 2, -32768, 32767},
                run(List.of(statistics), 1, 32767, -32768, 32767, -32768));
        assertArrayEquals(new int[] {-32768, 32768, 0, 0, 0, 0, -32768, -32768}, run(List.of(statistics), 1, -32768));
    }

    @Test
    void countsAPeakAgainOnlyAfterAReturnToTheMean() {
        Stage peaks = new Stage.Statistics(List.of(Statistic.PEAKS), ALL);
        int[] wobbling = {0, 90, 60, 90, 0, 0, 90, 0, 0, 0, 0, 0};
        assertArrayEquals(new int[] {2}, run(List.of(peaks), 1, wobbling));
        assertArrayEquals(new int[] {0}, run(List.of(peaks), 1, 7, 7, 7, 7));
        int[] impulse = new int[9];
        impulse[0] = 32767;
        assertArrayEquals(new int[] {1}, run(List.of(peaks), 1, impulse));
    }

    @Test
    void putsFeaturesSideBySide() {
        List<Stage> stages = List.of(
                new Stage.Statistics(List.of(Statistic.MINIMUM, Statistic.MAXIMUM), ALL),
                new Stage.Statistics(List.of(Statistic.MEAN), List.of(1)));
        assertArrayEquals(new int[] {1, 5, -4, 2, -2}, run(stages, 2, 1, 2, 5, -4));
    }

    /** A sine of 8 periods in 128 values has its power, half of its square, in bin 8 and its neighbours. */
    @Test
    void findsTheFrequencyOfASine() {
        int[] sine = IntStream.range(0, 128)
                .map(i -> (int) Math.round(500 + 8000 * Math.sin(2 * Math.PI * 8 * i / 128)))
                .toArray();
        List<Stage.Band> bands = List.of(new Stage.Band(0, 2), new Stage.Band(2.5, 4), new Stage.Band(4, 25));
        SignalFrontEnd frontEnd =
                new SignalFrontEnd(50, 128, 64, List.of(2f), List.of(new Stage.Spectrum(128, bands, 2, false, ALL)));
        int[] values = run(frontEnd.stages(), 1, sine);
        List<FrontEndOutput> outputs = frontEnd.program(List.of("acc_x")).outputs();
        assertEquals("acc_x.band_2.5_4", outputs.get(1).name());
        assertEquals("acc_x.peak1_frequency", outputs.get(3).name());
        double rms = 8000 * 2 / 32768.0 / Math.sqrt(2);
        assertEquals(0, outputs.get(0).real(values[0]), 1e-4);
        assertEquals(rms, outputs.get(1).real(values[1]), 1e-4);
        assertEquals(0, outputs.get(2).real(values[2]), 1e-4);
        assertEquals(8 * 50 / 128.0, outputs.get(3).real(values[3]), 1e-12);
        assertEquals(rms, outputs.get(4).real(values[4]), 1e-4);
    }

    /** What no input can have: a band without power is as quiet as one count, its logarithm no less. */
    @Test
    void hasAFloorUnderLogarithms() {
        Stage spectrum = new Stage.Spectrum(16, List.of(new Stage.Band(5, 20)), 1, true, ALL);
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, 16, 8, List.of(2f), List.of(spectrum));
        int[] values = run(frontEnd.stages(), 1, new int[16]);
        FrontEndOutput band = frontEnd.program().outputs().getFirst();
        assertEquals(2 * Math.log(2.0 / 32768), band.real(values[0]), 0.01);
        assertEquals(0, values[1]);
        assertEquals(values[0], values[2]);
    }

    /** Windows that no sensor should give, of any length: nothing overflows, and bounds hold that follow from the definitions. */
    @Property(tries = 300)
    void staysWithinBounds(
            @ForAll @IntRange(min = 1, max = 1024) int length,
            @ForAll @IntRange(min = 0, max = 5) int kind,
            @ForAll @IntRange(min = 4, max = 10) int sizeBits,
            @ForAll long seed) {
        int[] window = window(length, kind, seed);
        List<Statistic> statistics = List.of(Statistic.RMS, Statistic.DEVIATION, Statistic.MINIMUM, Statistic.MAXIMUM);
        Stage spectrum = new Stage.Spectrum(1 << sizeBits, List.of(new Stage.Band(0, 25)), 2, false, ALL);
        List<Stage> stages = List.of(
                new Stage.HighPass(0.5, ALL, false),
                new Stage.Magnitude(List.of(0), true),
                new Stage.Statistics(statistics, ALL),
                length < 4 ? new Stage.Statistics(List.of(Statistic.MEAN), ALL) : spectrum);
        int[] values = run(stages, 1, window);
        double root = Math.sqrt(length);
        int start = statistics.size();
        assertTrue(values[0] >= 0 && values[0] <= 65536 * root, () -> Arrays.toString(values));
        assertTrue(values[1] <= (values[0] + 1) * root, () -> Arrays.toString(values));
        assertTrue(values[2] >= -65535 && values[2] <= values[3] && values[3] <= 65535, () -> Arrays.toString(values));
        assertTrue(values[start + 2] >= 0 && values[start + 3] <= 65535, () -> Arrays.toString(values));
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, length, 1, List.of(32768f), stages);
        List<FrontEndOutput> outputs = frontEnd.program().outputs();
        // In counts. Under a Hann window, a part of the signal may count up to 8/3 times.
        assertTrue(outputs.get(8).real(values[8]) <= 65536 * Math.sqrt(8.0 / 3), () -> Arrays.toString(values));
    }

    private static int[] window(int length, int kind, long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        return switch (kind) {
            case 0 -> IntStream.generate(() -> -32768).limit(length).toArray();
            case 1 ->
                IntStream.range(0, length).map(i -> i % 2 == 0 ? 32767 : -32768).toArray();
            case 2 ->
                IntStream.range(0, length)
                        .map(i -> i == length / 2 ? 32767 : -32768)
                        .toArray();
            case 3 ->
                IntStream.range(0, length)
                        .map(i -> i < length / 2 ? 32767 : -32768)
                        .toArray();
            case 4 ->
                IntStream.range(0, length)
                        .map(_ -> random.nextInt(-32768, 32768))
                        .toArray();
            default ->
                IntStream.range(0, length).map(_ -> random.nextInt(-2, 3)).toArray();
        };
    }
}
