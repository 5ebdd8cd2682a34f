package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetSummaryTest {
    @Test
    void takesSamplesOfThreeDimensionsForImages() {
        assertEquals(
                new SampleKind.Image(2, 3, 1, 0, 255),
                DatasetSummary.of(dataset(Shape.of(2, 3, 1), "grey level", List.of("grey"), 0))
                        .kind());
    }

    @Test
    void givesEachChannelItsUnit() {
        assertEquals(
                new SampleKind.Signal(
                        4,
                        List.of(new SampleKind.Channel("acc_x", "g"), new SampleKind.Channel("gyro_x", "rad/s")),
                        50),
                DatasetSummary.of(dataset(Shape.of(4, 2), "g, rad/s", List.of("acc_x", "gyro_x"), 50))
                        .kind());
    }

    @Test
    void takesOneDimensionForFeatures() {
        assertEquals(
                new SampleKind.Features(List.of(new SampleKind.Channel("a", "cm"), new SampleKind.Channel("b", "cm"))),
                DatasetSummary.of(dataset(Shape.of(2), "cm", List.of("a", "b"), 0))
                        .kind());
    }

    private static Dataset dataset(Shape shape, String unit, List<String> channels, double rateHertz) {
        Samples one = Samples.of(shape, new float[shape.elements()], new int[] {0}, new int[0]);
        return new Dataset("own", false, shape, List.of("no", "yes"), unit, channels, rateHertz, one, one);
    }
}
