package dev.mote.dataset.frontend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.model.frontend.FrontEndOutput;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.SignalFunction;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The stages in integers against {@link RealStages}, over drawn windows and windows of data sets. {@code -Daccuracy.table} looks at more
 * windows, also of UCI HAR, and prints the table of docs/front-ends.md.
 */
class FrontEndAccuracyTest {
    private static final double RATE = 50;
    private static final List<Integer> ALL = List.of();
    private static final boolean TABLE = System.getProperty("accuracy.table") != null;
    private static final int WINDOWS = TABLE ? 2000 : 200;
    private static final Stage.Band LOW = new Stage.Band(0.5, 3);
    private static final Stage.Band HIGH = new Stage.Band(8, 20);

    /** A window of one channel, in counts: full scale 32768, so that one count is 1. */
    private record Window(short[] counts) {
        double[] reals() {
            double[] reals = new double[counts.length];
            Arrays.setAll(reals, i -> counts[i]);
            return reals;
        }
    }

    /** Largest and root mean square of the differences; where a number is counted, how many windows differ. */
    private static final class Errors {
        private double largest;
        private double squares;
        private long count;

        void add(double error) {
            largest = Math.max(largest, Math.abs(error));
            squares += error * error;
            count++;
        }

        double rms() {
            return Math.sqrt(squares / count);
        }
    }

    /**
     * A stage, what it should give, and how far it may be off.
     *
     * @param tolerance of the largest error
     */
    private record Case(String unit, List<Stage> stages, Function<double[], double[]> exact, double tolerance) {}

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (double cutoff : new double[] {0.3, 5, 20}) {
            cases.put(
                    "low_pass " + cutoff + " Hz",
                    new Case(
                            "counts",
                            List.of(new Stage.LowPass(cutoff, ALL, false)),
                            x -> RealStages.lowPass(x, cutoff, RATE),
                            0.51));
            cases.put(
                    "high_pass " + cutoff + " Hz",
                    new Case(
                            "counts",
                            List.of(new Stage.HighPass(cutoff, ALL, false)),
                            x -> RealStages.highPass(x, cutoff, RATE),
                            0.51));
        }
        cases.put(
                "compress, knee of 100 counts",
                new Case(
                        "",
                        List.of(new Stage.Compress(List.of(100f))),
                        x -> Arrays.stream(x)
                                .map(FrontEndAccuracyTest::asinh100)
                                .toArray(),
                        0.001));
        statistic(cases, Statistic.MEAN, "counts", RealStages::mean, 1e-9);
        statistic(cases, Statistic.RMS, "counts", RealStages::rms, 1);
        statistic(cases, Statistic.DEVIATION, "counts", x -> Math.sqrt(RealStages.variance(x)), 0.25);
        statistic(cases, Statistic.VARIANCE, "counts^2", RealStages::variance, 1);
        return cases;
    }

    private static double asinh100(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) / 100 + Math.sqrt(x * x / 1e4 + 1));
    }

    private static void statistic(
            Map<String, Case> cases,
            Statistic statistic,
            String unit,
            Function<double[], Double> exact,
            double tolerance) {
        cases.put(
                statistic.name().toLowerCase(Locale.ROOT),
                new Case(
                        unit,
                        List.of(new Stage.Statistics(List.of(statistic), ALL)),
                        x -> new double[] {exact.apply(x)},
                        tolerance));
    }

    @Test
    void isAsExactAsTheManualSays() {
        windows().forEach((source, windows) -> {
            cases().forEach((name, one) -> {
                Errors errors = new Errors();
                for (Window window : windows) {
                    double[] exact = one.exact().apply(window.reals());
                    double[] found = found(one.stages(), window);
                    for (int i = 0; i < exact.length; i++) {
                        errors.add(found[i] - exact[i]);
                    }
                }
                report(source, name, errors, one.unit());
                assertTrue(errors.largest <= one.tolerance(), () -> source + " " + name + ": off by " + errors.largest);
            });
        });
    }

    /** Strengths of bands and of the highest peak. */
    @Test
    void findsTheSpectrumThatFouriersSumGives() {
        windows().forEach((source, windows) -> {
            for (int size : new int[] {64, 128, 256}) {
                spectrum(source, windows, size);
            }
        });
    }

    private static void spectrum(String source, List<Window> windows, int size) {
        Errors linear = new Errors();
        Errors logarithm = new Errors();
        Errors strength = new Errors();
        int otherPeak = 0;
        for (Window window : windows) {
            double[] power = RealStages.spectrum(window.reals(), size);
            double[] roots = found(List.of(new Stage.Spectrum(size, List.of(LOW, HIGH), 1, false, ALL)), window);
            double[] logs = found(List.of(new Stage.Spectrum(size, List.of(LOW, HIGH), 0, true, ALL)), window);
            for (int band = 0; band < 2; band++) {
                double exact = sum(power, band == 0 ? LOW : HIGH, size);
                linear.add(roots[band] - Math.sqrt(exact));
                logarithm.add(logs[band] - Math.log(exact + 1));
            }
            int peak = RealStages.highestPeak(power);
            int foundPeak = (int) Math.round(roots[2] * size / RATE);
            if (foundPeak != peak) {
                // Of two that are equal but for half a count, either is right.
                otherPeak += Math.sqrt(power[peak]) - Math.sqrt(power[foundPeak]) > 0.5 ? 1 : 0;
            } else if (peak > 0) {
                strength.add(roots[3] - Math.sqrt(power[peak - 1] + power[peak] + power[peak + 1]));
            }
        }
        String name = "spectrum of " + size + ", ";
        report(source, name + "band", linear, "counts");
        report(source, name + "band, log", logarithm, "");
        report(source, name + "strength of the peak", strength, "counts");
        if (TABLE) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d of %d windows |%n",
                    source,
                    name + "another peak",
                    otherPeak,
                    windows.size());
        }
        assertTrue(linear.largest < 1, () -> source + " " + name + linear.largest);
        assertTrue(logarithm.largest < 0.25, () -> source + " " + name + logarithm.largest);
        assertTrue(strength.largest < 1, () -> source + " " + name + strength.largest);
        // Whether a bin is a peak at all may hang on half a count.
        assertTrue(otherPeak * 30 <= windows.size(), source + " " + name + otherPeak);
    }

    private static double sum(double[] power, Stage.Band band, int size) {
        return IntStream.range(1, size / 2)
                .filter(k -> k * RATE / size >= band.lowHertz() && k * RATE / size < band.highHertz())
                .mapToDouble(k -> power[k])
                .sum();
    }

    private static double[] found(List<Stage> stages, Window window) {
        SignalFrontEnd frontEnd = new SignalFrontEnd(RATE, window.counts().length, 1, List.of(32768f), stages);
        List<FrontEndOutput> outputs = frontEnd.program().outputs();
        int[] integers = new SignalFunction(frontEnd.program()).apply(window.counts());
        double[] reals = new double[integers.length];
        Arrays.setAll(reals, i -> outputs.get(i % outputs.size()).real(integers[i]));
        return reals;
    }

    private static void report(String source, String name, Errors errors, String unit) {
        if (TABLE) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.2g %s | %.2g %s |%n",
                    source,
                    name,
                    errors.largest,
                    unit,
                    errors.rms(),
                    unit);
        }
    }

    private static Map<String, List<Window>> windows() {
        Map<String, List<Window>> windows = new LinkedHashMap<>();
        windows.put("drawn", drawn());
        windows.put("synthetic-activity", of("synthetic-activity"));
        Optional.ofNullable(System.getenv("MOTE_DATA"))
                .map(root -> Path.of(root, "uci-har"))
                .filter(folder -> TABLE && Files.isDirectory(folder))
                .ifPresent(_ -> windows.put("uci-har", of("uci-har")));
        return windows;
    }

    /** Noise, steps, swings, impulses and constants of all sizes and lengths, to the extremes. */
    private static List<Window> drawn() {
        SplittableRandom random = new SplittableRandom(7);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            int length = random.nextInt(4, 301);
            double size = Math.pow(2, random.nextDouble() * 16);
            double offset = (random.nextDouble() - 0.5) * 65536;
            double frequency = random.nextDouble() * Math.PI;
            int kind = i % 5;
            int at = random.nextInt(length);
            short[] counts = new short[length];
            for (int t = 0; t < length; t++) {
                double value =
                        switch (kind) {
                            case 0 -> offset + size * random.nextGaussian();
                            case 1 -> t < at ? size : -size;
                            case 2 -> offset / 4 + size * Math.sin(frequency * t) + size / 8 * random.nextGaussian();
                            case 3 -> t == at ? Short.MAX_VALUE : offset;
                            default -> t % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
                        };
                counts[t] = (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            windows.add(new Window(counts));
        }
        return windows;
    }

    /** One channel of each of some windows, in turn, with the full scale that training would choose. */
    private static List<Window> of(String name) {
        Path root = Path.of(Optional.ofNullable(System.getenv("MOTE_DATA")).orElse("."));
        Dataset dataset = Datasets.load(name, new DataDirectory(root), 1);
        int channels = dataset.channels().size();
        float[] largest = new float[channels];
        List<float[]> samples = IntStream.range(0, dataset.train().count())
                .mapToObj(dataset.train()::values)
                .toList();
        for (float[] sample : samples) {
            for (int i = 0; i < sample.length; i++) {
                largest[i % channels] = Math.max(largest[i % channels], Math.abs(sample[i]));
            }
        }
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < WINDOWS; w++) {
            int channel = w % channels;
            double fullScale = Math.pow(2, Math.ceil(Math.log(largest[channel]) / Math.log(2)));
            float[] sample = samples.get((int) ((long) w * samples.size() / WINDOWS));
            short[] counts = new short[sample.length / channels];
            for (int t = 0; t < counts.length; t++) {
                double value = Math.floor(sample[t * channels + channel] * 32768 / fullScale + 0.5);
                counts[t] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
            }
            windows.add(new Window(counts));
        }
        return windows;
    }
}
