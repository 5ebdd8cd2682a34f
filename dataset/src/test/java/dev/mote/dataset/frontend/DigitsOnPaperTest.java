package dev.mote.dataset.frontend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.SyntheticDigits;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.ImageFunction;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Synthetic digits as a camera may see them: dark on bright paper, three times as large, anywhere in the picture, with noise. The front end
 * makes pictures of them that a nearest neighbour knows.
 */
class DigitsOnPaperTest {
    private static final int SIDE = 28;
    private static final int FRAME = 120;
    private static final int ZOOM = 3;
    private static final int KNOWN = 3000;
    private static final int ASKED = 150;

    @Test
    void theBoxMakesDigitsOfTheDataSet() {
        Dataset digits = SyntheticDigits.generate(42, KNOWN, ASKED);
        double exact = accuracy(digits, (digit, random) -> digit);
        ImageFunction box = function(20);
        double centred = accuracy(digits, (digit, random) -> box.apply(paper(digit, random)));
        ImageFunction whole = function(0);
        double resized = accuracy(digits, (digit, random) -> whole.apply(paper(digit, random)));
        if (System.getProperty("figures") != null) {
            System.out.printf("digits %.3f, on paper with a box %.3f, without %.3f%n", exact, centred, resized);
        }
        assertTrue(centred > exact - 0.05, exact + ", with the box " + centred);
        assertTrue(resized < 0.5, "without the box " + resized);
    }

    private interface Camera {
        byte[] picture(byte[] digit, Random random);
    }

    private static ImageFunction function(int box) {
        ImageFrontEnd.Crop crop = new ImageFrontEnd.Crop(0, 0, FRAME, FRAME);
        return new ImageFunction(new ImageFrontEnd(FRAME, FRAME, 1, crop, SIDE, SIDE, false, true, true, box));
    }

    private static byte[] paper(byte[] digit, Random random) {
        byte[] frame = new byte[FRAME * FRAME];
        int top = random.nextInt(FRAME - ZOOM * SIDE);
        int left = random.nextInt(FRAME - ZOOM * SIDE);
        for (int i = 0; i < frame.length; i++) {
            int y = Math.floorDiv(i / FRAME - top, ZOOM);
            int x = Math.floorDiv(i % FRAME - left, ZOOM);
            boolean inside = y >= 0 && y < SIDE && x >= 0 && x < SIDE;
            int ink = inside ? digit[y * SIDE + x] & 0xff : 0;
            frame[i] = (byte) Math.clamp(Math.round(210 - ink * 0.6 + 4 * random.nextGaussian()), 0, 255);
        }
        return frame;
    }

    private static double accuracy(Dataset digits, Camera camera) {
        byte[][] known = IntStream.range(0, KNOWN)
                .mapToObj(i -> pixels(digits.train(), i))
                .toArray(byte[][]::new);
        Random random = new Random(5);
        int right = 0;
        for (int i = 0; i < ASKED; i++) {
            byte[] picture = camera.picture(pixels(digits.test(), i), random);
            right += digits.train().label(nearest(known, picture))
                            == digits.test().label(i)
                    ? 1
                    : 0;
        }
        return right / (double) ASKED;
    }

    private static int nearest(byte[][] known, byte[] picture) {
        long best = Long.MAX_VALUE;
        int nearest = -1;
        for (int i = 0; i < known.length; i++) {
            long distance = 0;
            for (int k = 0; k < picture.length; k++) {
                int difference = (picture[k] & 0xff) - (known[i][k] & 0xff);
                distance += (long) difference * difference;
            }
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static byte[] pixels(Samples samples, int index) {
        float[] values = samples.values(index);
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return pixels;
    }
}
