package dev.mote.app.studio.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.TestRuns;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.dataset.Samples;
import dev.mote.dataset.SyntheticDigits;
import dev.mote.device.live.LiveClassifier;
import dev.mote.model.frontend.DrawnPicture.Placing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Digits of data sets, enlarged onto a canvas at a place of their own, come back as they were. */
@Tag("slow")
class DrawnDigitsTest {
    private static final int MNIST = 28;
    private static final int SIDE = 140;
    private static final int DIGITS = 300;
    private static final int SEED = 11;
    private static final double SAME_ANSWERS = 0.97;
    private static final double SAME_SYNTHETIC_ANSWERS = 0.94;

    /** Grey levels, on average of all pixels: a shift by one pixel makes about 15. */
    private static final double MOST_DIFFERENCE = 6;

    private static final double MOST_SYNTHETIC_DIFFERENCE = 25;

    @Test
    void centringGivesMnistsDigitsBack() {
        check(
                TestRuns.mnist(),
                Datasets.load("mnist", new DataDirectory(TestRuns.data()), 0),
                SAME_ANSWERS,
                MOST_DIFFERENCE);
    }

    /** They have noise on every pixel, and their centre of mass half a pixel higher and further to the left. */
    @Test
    void readsSyntheticDigitsAsBefore() {
        check(
                TestRuns.reading(),
                SyntheticDigits.generate(SEED, 1, DIGITS),
                SAME_SYNTHETIC_ANSWERS,
                MOST_SYNTHETIC_DIFFERENCE);
    }

    private static void check(Path run, Dataset dataset, double least, double most) {
        Samples test = dataset.test();
        LiveClassifier classifier =
                LiveClassifier.of(ModelFiles.readInt8(run.resolve("int8.tflite")), Optional.empty(), SIDE);
        Random random = new Random(SEED);
        int same = 0;
        int right = 0;
        int rightDrawn = 0;
        double difference = 0;
        for (int i = 0; i < DIGITS; i++) {
            byte[] original = bytes(test.values(i));
            byte[] drawn = classifier.input().picture(canvas(original, random), Placing.CENTRED);
            int before = classifier.answer(original).int8().predicted();
            int after = classifier.answer(drawn).int8().predicted();
            same += before == after ? 1 : 0;
            right += before == test.label(i) ? 1 : 0;
            rightDrawn += after == test.label(i) ? 1 : 0;
            difference += meanDifference(original, drawn) / DIGITS;
        }
        System.out.println(dataset.name() + ": of " + DIGITS + " digits: same answers " + same + ", right " + right
                + ", right drawn " + rightDrawn + ", mean difference of a pixel " + difference);
        assertTrue(same >= least * DIGITS, same + " of " + DIGITS + " answers are the same, seed " + SEED);
        assertTrue(difference < most, "mean difference " + difference + ", seed " + SEED);
    }

    private static byte[] bytes(float[] levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(levels[i]);
        }
        return bytes;
    }

    private static double meanDifference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum / a.length;
    }

    /** 2.5 to 6 times as large, anywhere on the canvas: pixels become squares, and canvas pixels between them the mean of their parts. */
    private static byte[] canvas(byte[] digit, Random random) {
        double scale = 2.5 + 3.5 * random.nextDouble();
        double room = SIDE - MNIST * scale;
        // The 4 pixels around MNIST's box are black, so that much may be outside of the canvas.
        double margin = 4 * scale;
        double left = -margin + random.nextDouble() * (room + 2 * margin);
        double top = -margin + random.nextDouble() * (room + 2 * margin);
        byte[] canvas = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                canvas[y * SIDE + x] = level(digit, (y - top) / scale, (x - left) / scale, 1 / scale);
            }
        }
        return canvas;
    }

    /** Mean of a square of the digit, in its pixels; its side is less than one of them. */
    private static byte level(byte[] digit, double top, double left, double side) {
        double sum = 0;
        for (int row = (int) Math.floor(top); row < top + side; row++) {
            for (int column = (int) Math.floor(left); column < left + side; column++) {
                if (row >= 0 && row < MNIST && column >= 0 && column < MNIST) {
                    sum += common(row, top, side) * common(column, left, side) * (digit[row * MNIST + column] & 0xff);
                }
            }
        }
        return (byte) Math.round(sum / (side * side));
    }

    /** Length that a pixel and a part from {@code start} have in common. */
    private static double common(int pixel, double start, double length) {
        return Math.max(0, Math.min(pixel + 1, start + length) - Math.max(pixel, start));
    }
}
