package dev.mote.model.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand, or computed in doubles. */
class ImageFunctionTest {
    private static final boolean GREY = true;
    private static final boolean INVERT = true;
    private static final boolean STRETCH = true;

    private static ImageFrontEnd.Crop whole(int height, int width) {
        return new ImageFrontEnd.Crop(0, 0, height, width);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] apply(ImageFrontEnd frontEnd, int... frame) {
        return new ImageFunction(frontEnd).apply(bytes(frame));
    }

    @Test
    void keepsAPictureOfTheRightSize() {
        ImageFrontEnd same = new ImageFrontEnd(2, 2, 1, whole(2, 2), 2, 2, !GREY, !INVERT, !STRETCH, 0);
        assertArrayEquals(bytes(0, 1, 254, 255), apply(same, 0, 1, 254, 255));
    }

    /** 3 columns become 2: the middle one belongs to each by half. */
    @Test
    void takesTheMeanOfTheArea() {
        ImageFrontEnd narrower = new ImageFrontEnd(1, 3, 1, whole(1, 3), 1, 2, !GREY, !INVERT, !STRETCH, 0);
        assertArrayEquals(bytes(20, 70), apply(narrower, 10, 40, 85));
        ImageFrontEnd larger = new ImageFrontEnd(1, 2, 1, whole(1, 2), 1, 4, !GREY, !INVERT, !STRETCH, 0);
        assertArrayEquals(bytes(10, 10, 40, 40), apply(larger, 10, 40));
    }

    @Test
    void crops() {
        ImageFrontEnd corner =
                new ImageFrontEnd(2, 3, 1, new ImageFrontEnd.Crop(1, 1, 1, 2), 1, 2, !GREY, !INVERT, !STRETCH, 0);
        assertArrayEquals(bytes(5, 6), apply(corner, 1, 2, 3, 4, 5, 6));
    }

    /** 0.299 red, 0.587 green, 0.114 blue. */
    @Test
    void makesGrey() {
        ImageFrontEnd grey = new ImageFrontEnd(1, 4, 3, whole(1, 4), 1, 4, GREY, !INVERT, !STRETCH, 0);
        assertArrayEquals(bytes(76, 150, 29, 255), apply(grey, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255));
    }

    @Test
    void stretchesAndInverts() {
        ImageFrontEnd both = new ImageFrontEnd(1, 3, 1, whole(1, 3), 1, 3, !GREY, INVERT, STRETCH, 0);
        assertArrayEquals(bytes(255, 128, 0), apply(both, 100, 150, 200));
        // Less than 16 levels are noise of a flat picture: 4 of 16.
        assertArrayEquals(bytes(64, 0, 0), apply(both, 100, 104, 104));
    }

    /** A bar of 2 x 6 becomes 1 x 4 (2 * 4 / 6 = 1.33); its middle comes to the middle of 5 x 8. */
    @Test
    void centresWhatIsBright() {
        int[] frame = new int[10 * 10];
        for (int x = 1; x < 7; x++) {
            frame[10 + x] = 200;
            frame[20 + x] = 200;
        }
        ImageFrontEnd box = new ImageFrontEnd(10, 10, 1, whole(10, 10), 5, 8, !GREY, !INVERT, !STRETCH, 4);
        int[] expected = new int[5 * 8];
        for (int x = 2; x < 6; x++) {
            expected[2 * 8 + x] = 200;
        }
        assertArrayEquals(bytes(expected), apply(box, frame));
        assertArrayEquals(new byte[40], apply(box, new int[100]));
    }

    /** The centre of mass, not of the box, but the box stays inside. */
    @Test
    void putsTheCentreOfMassIntoTheMiddle() {
        ImageFrontEnd box = new ImageFrontEnd(1, 5, 1, whole(1, 5), 1, 9, !GREY, !INVERT, !STRETCH, 1);
        assertArrayEquals(bytes(0, 0, 0, 0, 200, 0, 0, 0, 0), apply(box, 0, 200, 0, 0, 0));
        ImageFrontEnd wide = new ImageFrontEnd(5, 5, 1, whole(5, 5), 5, 5, !GREY, !INVERT, !STRETCH, 5);
        int[] frame = new int[25];
        frame[0] = 255;
        frame[24] = 130;
        assertArrayEquals(bytes(frame), apply(wide, frame));
    }

    /** Rounding of the mean and of grey: one level at most beside doubles. */
    @Test
    void isWithinOneLevelOfDoubles() {
        Random random = new Random(2);
        double worst = 0;
        for (int round = 0; round < 200; round++) {
            int height = 1 + random.nextInt(40);
            int width = 1 + random.nextInt(40);
            byte[] frame = new byte[height * width * 3];
            random.nextBytes(frame);
            int outHeight = 1 + random.nextInt(30);
            int outWidth = 1 + random.nextInt(30);
            ImageFrontEnd frontEnd = new ImageFrontEnd(
                    height, width, 3, whole(height, width), outHeight, outWidth, GREY, !INVERT, !STRETCH, 0);
            byte[] found = new ImageFunction(frontEnd).apply(frame);
            for (int i = 0; i < found.length; i++) {
                double exact = exact(frame, height, width, i / outWidth, outHeight, i % outWidth, outWidth);
                worst = Math.max(worst, Math.abs(exact - (found[i] & 0xff)));
            }
        }
        assertEquals(0.6, worst, 0.4);
    }

    private static double exact(byte[] frame, int height, int width, int y, int outHeight, int x, int outWidth) {
        double sum = 0;
        for (int row = 0; row < height; row++) {
            double high = overlap(row, (double) y * height / outHeight, (double) (y + 1) * height / outHeight);
            for (int column = 0; column < width; column++) {
                double wide = overlap(column, (double) x * width / outWidth, (double) (x + 1) * width / outWidth);
                int at = (row * width + column) * 3;
                sum += high
                        * wide
                        * (0.299 * (frame[at] & 0xff)
                                + 0.587 * (frame[at + 1] & 0xff)
                                + 0.114 * (frame[at + 2] & 0xff));
            }
        }
        return sum * outHeight * outWidth / ((double) height * width);
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }

    @Test
    void refusesABoxThatDoesNotFit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ImageFrontEnd(9, 9, 1, whole(9, 9), 5, 9, !GREY, !INVERT, !STRETCH, 6));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ImageFrontEnd(9, 9, 3, whole(9, 9), 5, 9, !GREY, !INVERT, !STRETCH, 5));
    }
}
