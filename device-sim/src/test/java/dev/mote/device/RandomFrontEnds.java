package dev.mote.device;

import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.stream.PostProcessing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drawn front ends of every stage, in front of a model that only hands its input on. The same seed gives the same one. */
final class RandomFrontEnds {
    private static final int[] SIZES = {16, 32, 64, 128, 256, 512, 1024};
    private static final int[] ROWS = {1, 2, 5, 16, 31, 50, 64, 100, 128, 200};

    private final Random random;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Float> fullScale;
    private int channels;

    private RandomFrontEnds(long seed) {
        random = new Random(seed);
        channels = 1 + random.nextInt(6);
        float scale = (float) Math.exp(random.nextDouble() * 8 - 3);
        fullScale = Collections.nCopies(channels, scale);
    }

    static Graph graph(long seed) {
        return new RandomFrontEnds(seed).graph();
    }

    /** Windows of a front end: noise of every loudness, ends of the range, one value everywhere. */
    static List<short[]> windows(SignalFrontEnd frontEnd, long seed) {
        Random random = new Random(seed);
        int length = frontEnd.windowLength() * frontEnd.channels();
        short[] top = new short[length];
        Arrays.fill(top, Short.MAX_VALUE);
        short[] bottom = new short[length];
        Arrays.fill(bottom, Short.MIN_VALUE);
        short[] ends = counts(length, i -> random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE);
        short[] turns = counts(length, i -> i / frontEnd.channels() % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE);
        Stream<short[]> noise =
                IntStream.of(0, 3, 8, 15).mapToObj(bits -> counts(length, i -> (short) random.nextInt() >> bits));
        double rate = random.nextDouble();
        short[] wave = counts(length, i -> (int) (Math.sin(i * rate) * 12000 + 4000 * random.nextGaussian()));
        return Stream.concat(Stream.of(top, bottom, ends, turns, new short[length], wave), noise)
                .toList();
    }

    private static short[] counts(int length, java.util.function.IntUnaryOperator value) {
        short[] counts = new short[length];
        for (int i = 0; i < length; i++) {
            counts[i] = (short) Math.clamp(value.applyAsInt(i), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return counts;
    }

    private Graph graph() {
        int rows = random.nextInt(20) == 0 ? 1024 : ROWS[random.nextInt(ROWS.length)];
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            addSeries();
        }
        for (int blocks = random.nextInt(3); blocks > 0; blocks--) {
            stages.add(rows < 4 || random.nextBoolean() ? statistics() : spectrum(rows));
        }
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, rows, 1, fullScale, stages);
        int outputs = frontEnd.program().outputs().size();
        boolean alike = random.nextInt(4) == 0;
        InputPreparation preparation = preparation(frontEnd, alike ? 1 : outputs);
        ModelCard card = new ModelCard(
                List.of(), List.of(), preparation, Optional.of(frontEnd), PostProcessing.NONE, new TreeMap<>());
        return card.in(handOn(frontEnd.outputShape().elements()));
    }

    static Graph handOn(int elements) {
        List<Tensor> tensors = List.of(tensor("in", elements), tensor("out", elements));
        return new Graph(
                "front",
                tensors,
                List.of(new Node(new Operator.Reshape(), List.of(0), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
    }

    private static Tensor tensor(String name, int elements) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(1, elements), Quantization.perTensor(0.05f, -3));
    }

    /** Factors that spread the outputs of waves of some loudness over the input. */
    private InputPreparation preparation(SignalFrontEnd frontEnd, int entries) {
        List<Float> knee = new ArrayList<>();
        List<Float> offset = new ArrayList<>();
        List<Float> factor = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            var output = frontEnd.program().outputs().get(i);
            boolean isLogarithm = output.offset() != 0;
            boolean hasKnee = !isLogarithm && entries > 1 && random.nextInt(3) == 0;
            double size = isLogarithm ? 4 : output.scale() * Math.exp(random.nextDouble() * 12);
            knee.add(hasKnee ? (float) (output.scale() * (1 + Math.exp(random.nextDouble() * 11))) : 0);
            offset.add((float) (hasKnee ? random.nextGaussian() : size * random.nextGaussian()));
            factor.add((float) ((hasKnee ? 1 : 1 / size) * random.nextGaussian()));
        }
        boolean none = knee.stream().allMatch(one -> one == 0);
        return new InputPreparation("g", List.of(), 50, none ? List.of() : knee, offset, factor);
    }

    private List<Integer> some() {
        List<Integer> all = new ArrayList<>(IntStream.range(0, channels).boxed().toList());
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(channels)));
    }

    private List<Integer> someOrAll() {
        return random.nextBoolean() ? List.of() : some();
    }

    /** What widens values by a bit comes twice at most: a value has 18 bits, a count 15. */
    private void addSeries() {
        double cutoff = 0.05 + random.nextDouble() * 20;
        long wider = stages.stream()
                .filter(stage -> !(stage instanceof Stage.Select || stage instanceof Stage.LowPass))
                .count();
        switch (random.nextInt(wider < 2 ? 6 : 2)) {
            case 0 -> {
                List<Integer> chosen = some();
                stages.add(new Stage.Select(chosen));
                channels = chosen.size();
            }
            case 1 -> addFilter((filtered, keep) -> new Stage.LowPass(cutoff, filtered, keep));
            case 2 -> addFilter((filtered, keep) -> new Stage.HighPass(cutoff, filtered, keep));
            case 3 -> addMagnitude();
            case 4 -> stages.add(new Stage.Difference(someOrAll()));
            default -> addCompress();
        }
    }

    private void addFilter(BiFunction<List<Integer>, Boolean, Stage> filter) {
        List<Integer> filtered = someOrAll();
        boolean keep = random.nextInt(3) == 0;
        stages.add(filter.apply(filtered, keep));
        if (keep) {
            channels += filtered.isEmpty() ? channels : filtered.size();
        }
    }

    private boolean isCompressed() {
        return stages.stream().anyMatch(stage -> stage instanceof Stage.Compress);
    }

    /** Of axes of one step, which all are before any is compressed. */
    private void addMagnitude() {
        if (isCompressed()) {
            return;
        }
        List<Integer> some = some();
        List<Integer> axes = some.subList(0, Math.min(3, some.size()));
        boolean keep = random.nextBoolean();
        stages.add(new Stage.Magnitude(axes, keep));
        channels = (keep ? channels : channels - axes.size()) + 1;
    }

    private void addCompress() {
        if (isCompressed()) {
            return;
        }
        double step = fullScale.getFirst() / 32768;
        List<Float> knees = new ArrayList<>(IntStream.range(0, channels)
                .mapToObj(c -> random.nextBoolean() ? 0f : (float) (step * (1.01 + Math.exp(random.nextDouble() * 10))))
                .toList());
        knees.set(0, (float) (step * 100));
        stages.add(new Stage.Compress(knees));
    }

    private Stage statistics() {
        List<Statistic> all = new ArrayList<>(List.of(Statistic.values()));
        Collections.shuffle(all, random);
        return new Stage.Statistics(all.subList(0, 1 + random.nextInt(all.size())), someOrAll());
    }

    private Stage spectrum(int rows) {
        int size = SIZES[random.nextInt(rows > 200 || random.nextInt(10) == 0 ? SIZES.length : 5)];
        List<Stage.Band> bands = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Stage.Band(random.nextDouble() * 10, 15 + random.nextDouble() * 10))
                .toList();
        int peaks = random.nextInt(4) + (bands.isEmpty() ? 1 : 0);
        return new Stage.Spectrum(size, bands, peaks, random.nextBoolean(), someOrAll());
    }
}
