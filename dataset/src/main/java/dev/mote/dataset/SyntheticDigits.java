package dev.mote.dataset;

import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Generates handwriting-like digits in MNIST's form: 28x28 grey, white on black, in a box of 20x20 around the centre of mass.
 * Strokes are drawn, not taken from a font, so that a seed gives the same bytes everywhere.
 */
public final class SyntheticDigits {
    public static final String NAME = "synthetic-digits";

    private static final int CLASSES = 10;
    private static final int SIDE = 28;
    private static final int BOX = 20;
    private static final int TRAIN = 6000;
    private static final int TEST = 1500;

    private SyntheticDigits() {}

    /** 6,000 training and 1,500 test images. */
    public static Dataset generate(long seed) {
        return generate(seed, TRAIN, TEST);
    }

    /** Image i of a split does not depend on how many there are. */
    public static Dataset generate(long seed, int train, int test) {
        List<String> labels =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        Shape shape = Shape.of(SIDE, SIDE, 1);
        return new Dataset(
                NAME,
                true,
                shape,
                labels,
                "grey level",
                List.of("grey"),
                0,
                split(shape, seed, "train", train),
                split(shape, seed, "test", test));
    }

    private static Samples split(Shape shape, long seed, String split, int count) {
        byte[] pixels = new byte[count * shape.elements()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            draw(labels[i], pixels, i * shape.elements(), SeededRandom.of(seed, NAME + "/" + split, i));
        }
        return Samples.ofGreyLevels(shape, pixels, labels, new int[0]);
    }

    private static void draw(int digit, byte[] pixels, int offset, SeededRandom random) {
        List<double[][]> lines = DigitStrokes.write(digit, random.uniform(0.01, 0.05), random);
        distort(lines, random);
        double radius = random.uniform(0.7, 1.7);
        fit(lines, BOX - 2 * radius);
        double softness = random.uniform(1.0, 1.8);
        double pressure = random.uniform(0, 0.25);
        double phase = random.uniform(0, 2 * Math.PI);
        StrokeCanvas canvas = new StrokeCanvas(SIDE);
        for (double[][] line : lines) {
            for (int i = 1; i < line.length; i++) {
                double pen = radius * (1 + pressure * StrictMath.sin(phase + 0.2 * i));
                canvas.line(line[i - 1], line[i], pen, softness);
            }
        }
        canvas.write(pixels, offset, random.uniform(180, 255), random.uniform(0, 20), random);
    }

    /** Affine (narrower, slanted, turned), after an elastic bend by two waves that shift every point. */
    private static void distort(List<double[][]> lines, SeededRandom random) {
        Wave bendX = Wave.of(random);
        Wave bendY = Wave.of(random);
        double width = random.uniform(0.5, 1.1);
        double slant = random.normal(0.12, 0.22);
        double turn = random.normal(0, 0.14);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        for (double[][] line : lines) {
            for (int i = 0; i < line.length; i++) {
                double bentX = line[i][0] + bendX.at(line[i]) - 0.5;
                double bentY = line[i][1] + bendY.at(line[i]) - 0.5;
                double x = width * bentX - slant * bentY;
                line[i] = new double[] {cos * x - sin * bentY, sin * x + cos * bentY};
            }
        }
    }

    /** A shift that changes smoothly over the digit's box. */
    private record Wave(double amplitude, double alongX, double alongY, double phase) {
        static Wave of(SeededRandom random) {
            return new Wave(
                    random.uniform(0, 0.08),
                    random.uniform(-7, 7),
                    random.uniform(-7, 7),
                    random.uniform(0, 2 * Math.PI));
        }

        double at(double[] point) {
            return amplitude * StrictMath.sin(alongX * point[0] + alongY * point[1] + phase);
        }
    }

    /** Scales to {@code size} pixels in the longer direction, and puts the middle of the box in the middle of the picture. */
    private static void fit(List<double[][]> lines, double size) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (double[][] line : lines) {
            for (double[] point : line) {
                left = Math.min(left, point[0]);
                right = Math.max(right, point[0]);
                top = Math.min(top, point[1]);
                bottom = Math.max(bottom, point[1]);
            }
        }
        double scale = size / Math.max(right - left, bottom - top);
        for (double[][] line : lines) {
            for (int i = 0; i < line.length; i++) {
                line[i] = new double[] {
                    SIDE / 2.0 + scale * (line[i][0] - (left + right) / 2),
                    SIDE / 2.0 + scale * (line[i][1] - (top + bottom) / 2)
                };
            }
        }
    }
}
