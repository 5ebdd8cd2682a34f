package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnedSensorsTest {
    /** One sample of one row: (3, 4, 12) has length 13, (0, 0, 2) has length 2. */
    private static DatasetExamples examples(String... channels) {
        Samples samples = Samples.of(Shape.of(1, 7), new float[] {99, 3, 4, 12, 0, 0, 2}, new int[1], new int[0]);
        return new DatasetExamples(samples, List.of(channels), InputPath.of(InputPreparation.NONE), 2);
    }

    private static float[] rotated(Augmentation augmentation) {
        float[] target = new float[7];
        examples("time", "acc_x", "acc_y", "acc_z", "gyro_x", "gyro_y", "gyro_z")
                .augmented(augmentation, new Chance(4))
                .copyInput(0, target, 0);
        return target;
    }

    private static double length(float[] values, int from) {
        return Math.sqrt(values[from] * values[from]
                + values[from + 1] * values[from + 1]
                + values[from + 2] * values[from + 2]);
    }

    @Test
    void turnsSensorsTogetherAndNothingElse() {
        float[] turned = rotated(new Augmentation(30, 0, 0, 0));
        assertEquals(99, turned[0]);
        assertEquals(13, length(turned, 1), 1e-4);
        assertEquals(2, length(turned, 4), 1e-4);
        assertNotEquals(12, turned[3], 1e-3);
        // The angle between the sensors stays.
        double product = turned[1] * turned[4] + turned[2] * turned[5] + turned[3] * turned[6];
        assertEquals(24, product, 1e-3);
    }

    @Test
    void zeroDegreesChangeNothing() {
        assertEquals(12, rotated(Augmentation.NONE)[3]);
    }

    @Test
    void refusesChannelsWithoutThreeAxesEvenUnnamedOnes() {
        assertThrows(
                BadInputException.class,
                () -> examples("a", "", "c", "d", "e", "f", "g")
                        .augmented(new Augmentation(10, 0, 0, 0), new Chance(1)));
    }
}
