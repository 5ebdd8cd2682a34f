package dev.mote.model.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalFrontEndTest {
    private static final List<Integer> ALL = List.of();
    private static final List<String> NAMES = List.of("acc_x", "acc_y", "acc_z", "gyro_x");

    private static SignalFrontEnd of(Stage... stages) {
        return new SignalFrontEnd(50, 64, 32, List.of(4f, 4f, 4f, 16f), List.of(stages));
    }

    @Test
    void knowsShapesAndNamesOfItsOutputs() {
        assertEquals(Shape.of(64, 4), of().outputShape());
        SignalFrontEnd series = of(new Stage.Magnitude(List.of(0, 1, 2), false));
        assertEquals(Shape.of(64, 2), series.outputShape());
        assertEquals(
                List.of("gyro_x", "acc_magnitude"),
                series.program(NAMES).outputs().stream()
                        .map(FrontEndOutput::name)
                        .toList());
        SignalFrontEnd features = of(
                new Stage.Statistics(List.of(Statistic.MEAN, Statistic.PEAKS), List.of(3)),
                new Stage.Spectrum(16, List.of(new Stage.Band(1, 5)), 1, true, List.of(0)));
        assertEquals(Shape.of(5), features.outputShape());
        assertEquals(
                List.of(
                        "gyro_x.mean",
                        "gyro_x.peaks",
                        "acc_x.band_1_5",
                        "acc_x.peak1_frequency",
                        "acc_x.peak1_strength"),
                features.program(NAMES).outputs().stream()
                        .map(FrontEndOutput::name)
                        .toList());
    }

    @Test
    void turnsRealValuesIntoCountsThatSaturate() {
        SignalFrontEnd frontEnd = of();
        assertEquals(8192, frontEnd.counts(0, 1));
        assertEquals(2048, frontEnd.counts(3, 1));
        assertEquals(32767, frontEnd.counts(0, 4));
        assertEquals(-32768, frontEnd.counts(0, -1e30));
        // Halves go up.
        assertEquals(1, frontEnd.counts(0, 0.5 * 4 / 32768));
        assertEquals(0, frontEnd.counts(0, -0.5 * 4 / 32768));
    }

    @Test
    void saysWhyStagesDoNotFit() {
        refuses("cutoff 25.0 Hz, expected less than half of the rate, 25.0 Hz", new Stage.HighPass(25, ALL, false));
        refuses("channel 4 of 4", new Stage.Select(List.of(4)));
        refuses("different full scales", new Stage.Magnitude(List.of(2, 3), true));
        refuses("1 knees, but 4 channels", new Stage.Compress(List.of(1f)));
        refuses("less than one count", new Stage.Compress(List.of(0.0001f, 0f, 0f, 0f)));
        refuses("holds no frequency", new Stage.Spectrum(16, List.of(new Stage.Band(1, 3)), 0, true, ALL));
        refuses("holds no frequency", new Stage.Spectrum(16, List.of(new Stage.Band(30, 40)), 0, true, ALL));
        refuses("before them", new Stage.Statistics(List.of(Statistic.MEAN), ALL), new Stage.Difference(ALL));
        refuses(
                "may need more than 18 bits",
                new Stage.Difference(ALL),
                new Stage.Difference(ALL),
                new Stage.Difference(ALL));
    }

    private static void refuses(String why, Stage... stages) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> of(stages));
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }
}
