package dev.mote.device.fault;

import static dev.mote.device.fault.TestStreams.faultyImages;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.stream.TimedSample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageFaultTest {
    private static final int PIXELS = 28 * 28;

    @Test
    void blurKeepsTheSumAndSpreadsAPoint() {
        float[] blurred =
                faultyImages(point(14, 14), 1, "blur:1.5px").getFirst().values();
        double sum = 0;
        double square = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += blurred[i];
            square += blurred[i] * Math.pow(i / 28 - 14, 2);
        }
        assertEquals(200, sum, 0.01);
        assertEquals(1.5 * 1.5, square / sum, 0.1, "variance down the image; the Gaussian is cut at three deviations");
        assertEquals(blurred[14 * 28 + 12], blurred[12 * 28 + 14], 1e-4);
    }

    @Test
    void shiftMovesEachImageByTheLevel() {
        List<TimedSample> point =
                IntStream.range(0, 50).mapToObj(n -> point(14, 14).getFirst()).toList();
        for (TimedSample moved : faultyImages(point, 2, "shift:3px")) {
            assertEquals(3, distanceFrom14(moved.values()), 0.15);
        }
    }

    @Test
    void rotationTurnsAboutTheMiddle() {
        float[] turned =
                faultyImages(point(4, 13), 3, "rotate:90deg").getFirst().values();
        float[] to = new float[2];
        for (int i = 0; i < PIXELS; i++) {
            to = turned[i] > 100 ? new float[] {i / 28, i % 28} : to;
        }
        assertTrue(to[0] == 13 && to[1] == 23 || to[0] == 14 && to[1] == 4, to[0] + " " + to[1]);
        float[] upsideDown =
                faultyImages(point(4, 13), 3, "rotate:180deg").getFirst().values();
        assertEquals(200, upsideDown[23 * 28 + 14], 0.01);
    }

    @Test
    void contrastShrinksAboutTheMean() {
        float[] before = TestStreams.images(1).getFirst().values();
        float[] after = faultyImages(TestStreams.images(1), 1, "contrast:60%")
                .getFirst()
                .values();
        assertEquals(mean(before), mean(after), 1e-3);
        assertEquals(0.4 * (before[5] - mean(before)), after[5] - mean(after), 1e-3);
        float[] none = faultyImages(TestStreams.images(1), 1, "contrast:100%")
                .getFirst()
                .values();
        assertEquals(none[0], none[PIXELS - 1], 1e-4);
    }

    @Test
    void deadPixelsStayTheSame() {
        List<TimedSample> images = faultyImages(TestStreams.images(20), 4, "dead:10%");
        List<TimedSample> before = TestStreams.images(20);
        long dead = IntStream.range(0, PIXELS)
                .filter(i -> images.stream()
                        .allMatch(
                                image -> image.values()[i] == images.getFirst().values()[i]))
                .count();
        assertEquals(0.1 * PIXELS, dead, 30);
        long changed = IntStream.range(0, PIXELS)
                .filter(i -> images.getLast().values()[i] != before.getLast().values()[i])
                .count();
        assertTrue(changed <= dead);
        List<TimedSample> all = faultyImages(TestStreams.images(1), 4, "dead:100%");
        for (float value : all.getFirst().values()) {
            assertTrue(value == 0 || value == 255);
        }
    }

    @Test
    void noiseStaysWithinTheGreyLevels() {
        List<TimedSample> grey = List.of(new TimedSample(0, filled(128), 0));
        float[] noisy = faultyImages(grey, 5, "noise:10%").getFirst().values();
        double square = 0;
        for (float value : noisy) {
            square += Math.pow(value - 128, 2) / PIXELS;
        }
        assertEquals(25.5, Math.sqrt(square), 2);
        for (float value : faultyImages(grey, 5, "noise:100%").getFirst().values()) {
            assertTrue(value >= 0 && value <= 255);
        }
    }

    @Test
    void framesAreLostAsSamplesAre() {
        List<TimedSample> left = faultyImages(TestStreams.images(400), 6, "dropout:50%");
        assertEquals(200, left.size(), 40);
        assertArrayEquals(
                TestStreams.images(400)
                        .get((int) (left.get(9).micros() / 100_000))
                        .values(),
                left.get(9).values());
    }

    private static List<TimedSample> point(int y, int x) {
        float[] pixels = new float[PIXELS];
        pixels[y * 28 + x] = 200;
        return List.of(new TimedSample(0, pixels, 0));
    }

    private static float[] filled(float value) {
        float[] pixels = new float[PIXELS];
        java.util.Arrays.fill(pixels, value);
        return pixels;
    }

    private static double distanceFrom14(float[] pixels) {
        double sum = 0;
        double y = 0;
        double x = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += pixels[i];
            y += pixels[i] * (i / 28 - 14);
            x += pixels[i] * (i % 28 - 14);
        }
        return Math.hypot(y / sum, x / sum);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
