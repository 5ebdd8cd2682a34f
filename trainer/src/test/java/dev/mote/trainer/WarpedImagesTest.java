package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WarpedImagesTest {
    private static final int SIDE = 21;

    private static final Shape SHAPE = Shape.of(SIDE, SIDE, 1);

    /** Black, with a white spot of 5x5 pixels whose middle is at (y, x). */
    private static float[] spot(int y, int x) {
        float[] image = new float[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = Math.abs(i / SIDE - y) <= 2 && Math.abs(i % SIDE - x) <= 2 ? 255 : 0;
        }
        return image;
    }

    private static float[] warped(float[] image, Augmentation augmentation, long seed) {
        // The sample does not begin at 0.
        float[] values = new float[image.length + 3];
        System.arraycopy(image, 0, values, 3, image.length);
        Change.of(augmentation, SHAPE, List.of("grey")).apply(values, 3, new SplittableRandom(seed));
        return Arrays.copyOfRange(values, 3, values.length);
    }

    private static double total(float[] image) {
        return IntStream.range(0, image.length).mapToDouble(i -> image[i]).sum();
    }

    /** Where the middle of the grey is. */
    private static double[] middle(float[] image) {
        double y = 0;
        double x = 0;
        for (int i = 0; i < image.length; i++) {
            y += image[i] * (i / SIDE);
            x += image[i] * (i % SIDE);
        }
        return new double[] {y / total(image), x / total(image)};
    }

    /** Of a value over many draws. */
    private static double deviation(LongToDoubleFunction value) {
        return Math.sqrt(LongStream.range(0, 400)
                .mapToDouble(value)
                .map(v -> v * v)
                .average()
                .orElseThrow());
    }

    @Test
    void shiftsByAsMuchAsAskedFor() {
        Augmentation shift = new Augmentation(0, 1.5, 0, 0);
        for (int axis = 0; axis < 2; axis++) {
            int along = axis;
            assertEquals(1.5, deviation(seed -> middle(warped(spot(10, 10), shift, seed))[along] - 10), 0.15);
        }
        float[] moved = warped(spot(10, 10), shift, 1);
        assertEquals(25 * 255, total(moved), 0.5);
    }

    @Test
    void rotatesAboutTheMiddle() {
        Augmentation rotate = new Augmentation(10, 0, 0, 0);
        // The spot is 7 pixels from the middle: an angle of a radian moves it sideways by 7.
        double turned = deviation(seed -> (middle(warped(spot(10, 17), rotate, seed))[0] - 10) / 7);
        assertEquals(10, Math.toDegrees(turned), 1);
        double[] middle = middle(warped(spot(10, 10), rotate, 3));
        assertEquals(10, middle[0], 1e-3);
        assertEquals(10, middle[1], 1e-3);
    }

    @Test
    void zoomsHeightAndWidth() {
        Augmentation zoom = new Augmentation(0, 0, 0.1, 0);
        assertEquals(
                0.1, deviation(seed -> StrictMath.log((middle(warped(spot(10, 16), zoom, seed))[1] - 10) / 6)), 0.02);
        float[] zoomed = warped(spot(10, 10), zoom, 5);
        assertFalse(Math.abs(total(zoomed) - 25 * 255) < 1);
        assertEquals(10, middle(zoomed)[0], 1e-3);
    }

    @Test
    void bendsLines() {
        float[] line = new float[SIDE * SIDE];
        Arrays.fill(line, 10 * SIDE, 11 * SIDE, 255);
        float[] bent = warped(line, new Augmentation(0, 0, 0, 2), 1);
        double[] heights = IntStream.range(0, SIDE)
                .mapToDouble(x -> IntStream.range(0, SIDE)
                                .mapToDouble(y -> y * bent[y * SIDE + x])
                                .sum()
                        / IntStream.range(0, SIDE)
                                .mapToDouble(y -> bent[y * SIDE + x])
                                .sum())
                .toArray();
        double fromStraight = IntStream.range(0, SIDE)
                .mapToDouble(x -> Math.abs(heights[x] - heights[0] - (heights[SIDE - 1] - heights[0]) * x / (SIDE - 1)))
                .max()
                .orElseThrow();
        assertTrue(fromStraight > 1, Arrays.toString(heights));
    }

    @Test
    void continuesTheEdge() {
        float[] white = new float[SIDE * SIDE];
        Arrays.fill(white, 200);
        assertArrayEquals(white, warped(white, new Augmentation(30, 5, 0.3, 3), 2), 1e-3f);
    }

    @Test
    void drawsAnewForEachEpochAndSampleAndTheSameForTheSame() {
        float[] twice = new float[2 * SIDE * SIDE];
        System.arraycopy(spot(10, 10), 0, twice, 0, SIDE * SIDE);
        System.arraycopy(spot(10, 10), 0, twice, SIDE * SIDE, SIDE * SIDE);
        Samples samples = Samples.of(SHAPE, twice, new int[2], new int[0]);
        DatasetExamples examples =
                new DatasetExamples(samples, List.of("grey"), InputPath.of(InputPreparation.NONE), 2);
        float[][] uses = new float[4][SIDE * SIDE];
        Examples augmented = examples.augmented(new Augmentation(10, 1, 0.1, 1), new Chance(4));
        augmented.inEpoch(1).copyInput(0, uses[0], 0);
        augmented.inEpoch(2).copyInput(0, uses[1], 0);
        augmented.inEpoch(1).copyInput(1, uses[2], 0);
        augmented.inEpoch(1).copyInput(0, uses[3], 0);
        assertFalse(Arrays.equals(uses[0], uses[1]));
        assertFalse(Arrays.equals(uses[0], uses[2]));
        assertArrayEquals(uses[0], uses[3]);
    }

    @Test
    void keepsTheChannelsOfAPixelTogether() {
        Shape shape = Shape.of(8, 8, 3);
        float[] image = new float[8 * 8 * 3];
        for (int i = 0; i < image.length; i++) {
            image[i] = i / 3 * (i % 3 + 1);
        }
        Change.of(new Augmentation(10, 1, 0.1, 1), shape, List.of("r", "g", "b"))
                .apply(image, 0, new SplittableRandom(1));
        for (int i = 0; i < image.length; i += 3) {
            assertEquals(2 * image[i], image[i + 1], 1e-4);
            assertEquals(3 * image[i], image[i + 2], 1e-4);
        }
    }

    @Test
    void refusesSignals() {
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> Change.of(new Augmentation(10, 1, 0.1, 0), Shape.of(50, 3), List.of("acc_x", "acc_y", "acc_z")));
        assertEquals(
                "augmentation: zoom is for images [height, width, channels], but a sample has shape " + Shape.of(50, 3)
                        + "; remove it",
                e.getMessage());
    }
}
