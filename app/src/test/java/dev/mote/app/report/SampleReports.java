package dev.mote.app.report;

import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.Histogram;
import dev.mote.dataset.metrics.LossCurve;
import dev.mote.dataset.metrics.Scores;
import dev.mote.dataset.metrics.Share;
import dev.mote.device.compare.Comparison;
import dev.mote.device.compare.Flip;
import dev.mote.device.compare.LayerValues;
import dev.mote.device.compare.PairedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Made-up runs for the tests of the page: nothing in them was measured. */
final class SampleReports {
    static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    static final List<String> ACTIVITIES =
            List.of("WALKING", "WALKING_UPSTAIRS", "WALKING_DOWNSTAIRS", "SITTING", "STANDING", "LAYING");
    private static final SampleKind.Image IMAGE = new SampleKind.Image(28, 28, 1, 0, 255);
    private static final SampleKind.Signal SIGNAL = new SampleKind.Signal(
            128,
            List.of(
                    new SampleKind.Channel("total_acc_x", "g"),
                    new SampleKind.Channel("total_acc_y", "g"),
                    new SampleKind.Channel("total_acc_z", "g"),
                    new SampleKind.Channel("body_gyro_x", "rad/s"),
                    new SampleKind.Channel("body_gyro_y", "rad/s"),
                    new SampleKind.Channel("body_gyro_z", "rad/s")),
            50);

    private SampleReports() {}

    /** 10,000 images, exact C, 27 flips. */
    static ReportData digits() {
        return report("digits", new DatasetSummary("mnist", false, 60_000, IMAGE), DIGITS, 1000, OptionalLong.of(0));
    }

    /** 1,200 synthetic windows of signals, no compiler. */
    static ReportData activity() {
        return report(
                "activity",
                new DatasetSummary("synthetic-activity", true, 5_000, SIGNAL),
                ACTIVITIES,
                200,
                OptionalLong.empty());
    }

    /** As {@link #digits}, with these labels, which must be ten, and tensors, layers and files of that name. */
    static ReportData named(List<String> labels, String name) {
        ReportData digits = digits();
        Comparison old = digits.comparison();
        Comparison comparison = new Comparison(
                renamed(labels, old.real()),
                renamed(labels, old.int8()),
                old.test(),
                old.flips(),
                old.largestOutputDifference());
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put(name, name);
        return new ReportData(
                name,
                name,
                new DatasetSummary(name, false, 10, IMAGE),
                new ModelSummary(name, name, OptionalLong.empty(), facts),
                digits.figures(),
                comparison,
                digits.epochs(),
                digits.generalization(),
                digits.floatValues(),
                digits.int8Values(),
                List.of(new Layer(name, name, name, 1, 1, OptionalDouble.of(20))),
                List.of(new TensorRange(name, -1, 1, 0.01, 0)),
                Optional.of(new MemoryMap(List.of(name), List.of(new MemoryMap.Block(name, 0, 64, 0, 0)), 64, 64)),
                digits.flips(),
                List.of(new WrittenFile(name, 1)));
    }

    /** Everything that may be missing is missing: float and int8 agree, nothing was trained here. */
    static ReportData bare() {
        List<String> labels = List.of("no", "yes");
        Classification matrix = classification(labels, new int[] {0, 1, 1}, new int[] {0, 1, 0}, new Random(1));
        return new ReportData(
                "bare",
                "0.1.0",
                new DatasetSummary("own", false, 3, new SampleKind.Features(List.of(new SampleKind.Channel("a", "")))),
                new ModelSummary("1", "", OptionalLong.empty(), new TreeMap<>()),
                new Figures(OptionalLong.empty(), 10, 20, OptionalLong.empty(), 3),
                new Comparison(matrix, matrix, new PairedTest(3, 0, 0, 0), List.of(), 0),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** {@code data} with another result of the compiled C. */
    static ReportData withMismatches(ReportData data, long mismatches) {
        Figures figures = new Figures(OptionalLong.of(mismatches), 17_320, 2_400, OptionalLong.of(23_880), 117_008);
        return new ReportData(
                data.title(),
                data.toolVersion(),
                data.dataset(),
                data.model(),
                figures,
                data.comparison(),
                data.epochs(),
                data.generalization(),
                data.floatValues(),
                data.int8Values(),
                data.layers(),
                data.ranges(),
                data.memory(),
                data.flips(),
                data.files());
    }

    private static ReportData report(
            String title, DatasetSummary dataset, List<String> labels, int perClass, OptionalLong mismatches) {
        Random random = new Random(7);
        Comparison comparison = comparison(labels, perClass, random);
        List<FlippedSample> flips = comparison.flips().stream()
                .limit(ReportData.SHOWN_FLIPS)
                .map(flip -> new FlippedSample(flip, values(dataset.kind(), flip.truth(), random)))
                .toList();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("Calibration", "500 training samples, mse");
        return new ReportData(
                title,
                "0.1.0",
                dataset,
                new ModelSummary("28x28x1", recipe(), OptionalLong.of(1), facts),
                new Figures(mismatches, 17_320, 2_400, OptionalLong.of(23_880), 117_008),
                comparison,
                epochs(),
                Optional.of(generalization(comparison.real())),
                values(1),
                values(2),
                layers(),
                ranges(),
                Optional.of(memory()),
                flips,
                List.of(
                        new WrittenFile("float.tflite", 69_212),
                        new WrittenFile("int8.tflite", 24_560),
                        new WrittenFile("firmware/" + title + ".c", 9_811),
                        new WrittenFile("report.json", 14_207)));
    }

    private static Comparison comparison(List<String> labels, int perClass, Random random) {
        int classes = labels.size();
        int[] truth = new int[classes * perClass];
        int[] real = new int[truth.length];
        int[] int8 = new int[truth.length];
        List<Flip> flips = new ArrayList<>();
        int onlyFloat = 0;
        int onlyInt8 = 0;
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i % classes;
            real[i] = random.nextInt(100) < 2 ? neighbour(truth[i], classes, random) : truth[i];
            int8[i] = random.nextInt(1000) < (classes == 10 ? 3 : 12) ? neighbour(real[i], classes, random) : real[i];
            if (real[i] != int8[i]) {
                onlyFloat += real[i] == truth[i] ? 1 : 0;
                onlyInt8 += int8[i] == truth[i] ? 1 : 0;
                flips.add(new Flip(i, truth[i], real[i], int8[i], 0.5f + random.nextFloat() / 10, 0.51171875f));
            }
        }
        return new Comparison(
                classification(labels, truth, real, new Random(2)),
                classification(labels, truth, int8, new Random(2)),
                new PairedTest(truth.length, flips.size(), onlyFloat, onlyInt8),
                flips,
                0.1484375);
    }

    private static Classification renamed(List<String> labels, Classification old) {
        return new Classification(
                new ConfusionMatrix(labels, old.matrix().counts()), old.curves(), old.probabilities());
    }

    /** The predicted class has about 0.9, the class after it what is left. */
    static Classification classification(List<String> labels, int[] truth, int[] predicted, Random random) {
        List<float[]> outputs = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            float[] output = new float[labels.size()];
            float sure = predicted[i] == truth[i] ? 0.8f + random.nextFloat() / 5 : 0.51f + random.nextFloat() / 3;
            output[predicted[i]] = sure;
            output[(predicted[i] + 1) % labels.size()] = 1 - sure;
            outputs.add(output);
        }
        return Classification.of(labels, truth, new Scores(outputs));
    }

    private static int neighbour(int c, int classes, Random random) {
        return (c + (random.nextInt(3) == 0 ? 3 : 1)) % classes;
    }

    private static float[] values(SampleKind kind, int truth, Random random) {
        return switch (kind) {
            case SampleKind.Image image -> image(image, truth, random);
            case SampleKind.Signal signal -> signal(signal, truth, random);
            case SampleKind.Features features -> new float[features.channels().size()];
        };
    }

    private static float[] image(SampleKind.Image image, int truth, Random random) {
        float[] values = new float[image.height() * image.width() * image.channels()];
        for (int i = 0; i < values.length; i++) {
            double dx = i % image.width() - 14.0;
            double dy = i / image.width() - 14.0;
            double ring = Math.abs(Math.hypot(dx, dy * (1 - truth * 0.05)) - 8);
            values[i] = (float) Math.clamp(255 * (1.5 - ring / 2) + 12 * random.nextGaussian(), 0, 255);
        }
        return values;
    }

    private static float[] signal(SampleKind.Signal signal, int truth, Random random) {
        int channels = signal.channels().size();
        float[] values = new float[signal.length() * channels];
        for (int i = 0; i < values.length; i++) {
            int channel = i % channels;
            double seconds = i / channels / signal.rateHertz();
            double wave = Math.sin(2 * Math.PI * (1.6 + truth * 0.1) * seconds + channel);
            values[i] =
                    (float) (wave * (truth < 3 ? 0.5 : 0.02) + 0.05 * random.nextGaussian() + (channel == 0 ? 1 : 0));
        }
        return values;
    }

    private static List<Epoch> epochs() {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            double loss = 0.03 + 0.9 * Math.exp(-i / 2.2);
            double wobble = 0.008 * Math.sin(i * 2.1);
            epochs.add(new Epoch(
                    i,
                    new Epoch.Metrics(loss, 0.995 - loss * 0.3),
                    Optional.of(new Epoch.Metrics(loss * 0.8 + 0.02 + wobble, 0.992 - loss * 0.2 - wobble)),
                    0.002));
        }
        return epochs;
    }

    private static Generalization generalization(Classification test) {
        return new Generalization(
                Share.of(0.9951, 54_000),
                Optional.of(Share.of(0.9872, 6_000)),
                Optional.of(new Share(test.matrix().right(), test.matrix().total())),
                0.1,
                new LossCurve(List.of(0.9, 0.5, 0.3, 0.2, 0.1), List.of(0.8, 0.5, 0.4, 0.5, 0.6)));
    }

    /** Three layers; the last one has no weights. */
    static List<LayerValues> values(int seed) {
        Random random = new Random(seed);
        List<LayerValues> layers = new ArrayList<>();
        for (String name : List.of("conv_1", "dense", "softmax")) {
            float[] weights = new float[500];
            float[] activations = new float[500];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextGaussian() / 4;
                activations[i] = Math.max(0, (float) random.nextGaussian() * 3);
            }
            layers.add(new LayerValues(
                    name,
                    "CONV_2D",
                    "14x14x8",
                    name.equals("softmax") ? Optional.empty() : Optional.of(Histogram.of(weights, 40)),
                    Histogram.of(activations, 40),
                    8,
                    name.equals("dense") ? 1 : 0));
        }
        return layers;
    }

    private static List<Layer> layers() {
        return List.of(
                new Layer("conv_1", "CONV_2D", "14x14x8", 14_112, 112, OptionalDouble.of(38.1)),
                new Layer("conv_2", "CONV_2D", "7x7x16", 56_448, 1_280, OptionalDouble.of(33.7)),
                new Layer("depthwise", "DEPTHWISE_CONV_2D", "7x7x16", 7_056, 272, OptionalDouble.of(27.4)),
                new Layer("pointwise", "CONV_2D", "7x7x32", 25_088, 896, OptionalDouble.of(29.9)),
                new Layer("pool", "AVERAGE_POOL_2D", "3x3x32", 0, 0, OptionalDouble.of(31.2)),
                new Layer("flatten", "RESHAPE", "288", 0, 0, OptionalDouble.of(Double.POSITIVE_INFINITY)),
                new Layer("dense", "FULLY_CONNECTED", "48", 13_824, 14_208, OptionalDouble.of(30.4)),
                new Layer("logits", "FULLY_CONNECTED", "10", 480, 552, OptionalDouble.of(32.6)),
                new Layer("softmax", "SOFTMAX", "10", 0, 0, OptionalDouble.empty()));
    }

    private static List<TensorRange> ranges() {
        return List.of(
                new TensorRange("image", 0, 1, 1 / 255.0, -128),
                new TensorRange("conv_1", 0, 3.812, 0.014949, -128),
                new TensorRange("conv_2", 0, 6.021, 0.023612, -128),
                new TensorRange("depthwise", 0, 4.44, 0.017412, -128),
                new TensorRange("logits", -18.2231, 14.0912, 0.12672, 16),
                new TensorRange("softmax", 0, 0.99609375, 0.00390625, -128));
    }

    private static MemoryMap memory() {
        return new MemoryMap(
                List.of("conv_1", "conv_2", "depthwise", "pointwise", "pool", "dense", "logits", "softmax"),
                List.of(
                        new MemoryMap.Block("image", 1_568, 784, MemoryMap.BEFORE_RUN, 0),
                        new MemoryMap.Block("conv_1", 0, 1_568, 0, 1),
                        new MemoryMap.Block("conv_2", 1_568, 784, 1, 2),
                        new MemoryMap.Block("depthwise", 0, 784, 2, 3),
                        new MemoryMap.Block("pointwise", 784, 1_568, 3, 4),
                        new MemoryMap.Block("pool, flatten", 0, 288, 4, 5),
                        new MemoryMap.Block("dense", 288, 48, 5, 6),
                        new MemoryMap.Block("logits", 0, 10, 6, 7)),
                2_400,
                2_352);
    }

    private static String recipe() {
        return """
                model:
                  - conv2d: {filters: 8, kernel_size: 3, strides: 2, activation: relu}
                  - conv2d: {filters: 16, kernel_size: 3, strides: 2, activation: relu}
                  - dense: {units: 10, activation: softmax}
                training: {optimizer: adam, learning_rate: 0.002, epochs: 15, batch_size: 128, seed: 1}
                """;
    }
}
