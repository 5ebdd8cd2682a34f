package dev.mote.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How people write the ten digits: for each, several styles of one or more strokes. A stroke is a list of points x,y in hundredths of the
 * digit's box, y downwards; a smooth curve runs through them, and "!" after a point makes it a corner. "|" lifts the pen.
 */
final class DigitStrokes {
    private static final List<List<String>> STYLES = List.of(
            List.of(
                    "50,0 22,12 10,50 22,88 50,100 78,88 90,50 78,12 50,0",
                    "62,4 35,4 14,30 10,65 28,96 58,97 84,70 88,32 66,4 48,8",
                    "46,2 24,22 20,60 36,96 62,94 78,60 74,22 46,0"),
            List.of(
                    "50,0 49,50 50,100",
                    "26,24 52,0! 51,50 50,100",
                    "28,22 50,0! 50,100 | 24,100 78,100",
                    "66,0 34,100"),
            List.of(
                    "14,24 28,4 55,0 80,12 82,34 62,60 36,82 12,99! 50,99 92,98",
                    "16,22 36,2 66,4 80,26 66,56 34,86 14,94 18,78 38,80 64,96 92,92",
                    "12,14 48,0 78,16 74,40 44,70 10,100! 90,100"),
            List.of(
                    "16,12 42,0 74,8 78,30 46,46! 78,56 86,80 52,100 12,88",
                    "14,0! 82,0! 44,40! 76,50 84,78 54,100 12,90",
                    "18,8 50,0 76,18 62,42 38,46 66,50 84,74 62,98 16,94"),
            List.of(
                    "32,0 14,56! 92,54 | 68,28 64,100",
                    "66,0! 8,66! 94,66 | 66,0 66,100",
                    "22,0 20,34 40,50 72,44 78,2! 74,50 72,100"),
            List.of(
                    "82,0! 28,2! 22,42! 48,36 78,48 82,76 54,98 12,90",
                    "30,2! 22,46! 56,38 84,62 70,92 36,100 12,88 | 30,2 86,0",
                    "78,2 46,2 30,8 24,40 60,46 80,70 58,98 16,96"),
            List.of(
                    "72,0 38,22 16,60 24,92 56,100 82,80 74,56 44,52 18,74",
                    "50,0 26,34 16,72 36,98 70,94 80,70 60,54 34,62 20,80",
                    "84,6 50,6 20,40 14,76 40,100 72,90 74,64 48,54 18,72"),
            List.of(
                    "10,2! 90,0! 62,44 44,100",
                    "12,4! 88,0! 56,50 36,100 | 30,50 78,46",
                    "14,20 14,2! 88,4! 60,46 54,100"),
            List.of(
                    "74,14 48,0 22,14 34,40 70,60 82,84 50,100 18,86 30,60 66,40 76,14",
                    "50,48 22,34 24,8 50,0 76,8 78,34 50,48 16,66 20,94 50,100 82,92 82,66 50,48",
                    "80,8 44,2 24,22 60,52 72,80 44,100 24,82 44,54 82,10"),
            List.of(
                    "80,26 60,2 28,6 16,32 38,52 66,44 80,24! 76,62 66,100",
                    "78,20 50,0 20,20 30,48 62,46 80,16! 80,56 64,92 26,98",
                    "76,12 44,4 20,30 40,52 72,34 78,8! 74,100"));

    /** Curve points between two given ones: below a pixel apart at 20 pixels a digit. */
    private static final int STEPS = 6;

    /** All styles of a digit, parsed: style, stroke, piece between corners, point, {x, y}. */
    private static final List<List<List<List<double[][]>>>> PARSED = STYLES.stream()
            .map(styles -> styles.stream().map(DigitStrokes::parse).toList())
            .toList();

    private DigitStrokes() {}

    /**
     * One digit as somebody may write it.
     *
     * @param jitter deviation of each point from its place, in the digit's box of 1 x 1
     * @return one polyline of points {x, y} for each smooth piece of a stroke
     */
    static List<double[][]> write(int digit, double jitter, SeededRandom random) {
        List<List<List<double[][]>>> styles = PARSED.get(digit);
        return styles.get(random.index(styles.size())).stream()
                .flatMap(stroke -> pieces(stroke, jitter, random))
                .toList();
    }

    /** Pieces of one stroke share their corner, which moves once. */
    private static Stream<double[][]> pieces(List<double[][]> stroke, double jitter, SeededRandom random) {
        double[][][] moved = new double[stroke.size()][][];
        for (int p = 0; p < moved.length; p++) {
            double[][] piece = stroke.get(p);
            moved[p] = new double[piece.length][];
            for (int i = 0; i < piece.length; i++) {
                moved[p][i] = p > 0 && i == 0
                        ? moved[p - 1][moved[p - 1].length - 1]
                        : new double[] {random.normal(piece[i][0], jitter), random.normal(piece[i][1], jitter)};
            }
        }
        return Arrays.stream(moved).map(DigitStrokes::curve);
    }

    private static List<List<double[][]>> parse(String style) {
        return Arrays.stream(style.split("\\|")).map(DigitStrokes::parseStroke).toList();
    }

    private static List<double[][]> parseStroke(String stroke) {
        String withCornersTwice = stroke.strip().replaceAll("(\\d+,\\d+)! ", "$1/$1 ");
        return Arrays.stream(withCornersTwice.split("/"))
                .map(piece -> Arrays.stream(piece.strip().split(" "))
                        .map(DigitStrokes::parsePoint)
                        .toArray(double[][]::new))
                .toList();
    }

    private static double[] parsePoint(String point) {
        return Arrays.stream(point.split(","))
                .mapToDouble(hundredths -> Integer.parseInt(hundredths) / 100.0)
                .toArray();
    }

    /** Catmull-Rom: through every point, in the direction from the one before to the one after. */
    private static double[][] curve(double[][] points) {
        int last = points.length - 1;
        double[][] curve = new double[last * STEPS + 1][];
        for (int i = 0; i < last; i++) {
            double[] before = points[Math.max(i - 1, 0)];
            double[] after = points[Math.min(i + 2, last)];
            for (int k = 0; k < STEPS; k++) {
                double t = (double) k / STEPS;
                curve[i * STEPS + k] = new double[] {
                    between(before[0], points[i][0], points[i + 1][0], after[0], t),
                    between(before[1], points[i][1], points[i + 1][1], after[1], t)
                };
            }
        }
        curve[last * STEPS] = points[last];
        return curve;
    }

    private static double between(double before, double from, double to, double after, double t) {
        double startSlope = (to - before) / 2;
        double endSlope = (after - from) / 2;
        double bend = 3 * (to - from) - 2 * startSlope - endSlope;
        double twist = 2 * (from - to) + startSlope + endSlope;
        return from + t * (startSlope + t * (bend + t * twist));
    }
}
