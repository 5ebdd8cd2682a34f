package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.FrontEndFormats;
import dev.mote.model.frontend.arithmetic.LowPass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code stages in real units -> steps in integers}, following the step of each channel: {@link Stage} becomes {@link SignalStep}. */
final class LowerStages {
    /**
     * A channel of the series as it is at this point: real = count * step.
     *
     * @param largest no count is larger in magnitude
     */
    private record Channel(String name, double step, double largest) {
        Channel wider(double factor) {
            if (largest * factor >= 1 << FrontEndFormats.SERIES_BITS) {
                throw new IllegalArgumentException("the values of " + name + " may need more than "
                        + FrontEndFormats.SERIES_BITS + " bits: use fewer of high_pass, magnitude and difference");
            }
            return new Channel(name, step, largest * factor);
        }
    }

    /** asinh(2^15) is 11.1. */
    private static final double COMPRESSED_LARGEST = 12 * 4096;

    private static final int MOST_FEATURES = 10_000;
    private static final int MOST_GAIN = 12;
    private static final int SHORTEST_SPECTRUM = 4;

    private final double rateHertz;
    private final int windowLength;
    private List<Channel> channels;
    private final List<SignalStep.Series> series = new ArrayList<>();
    private final List<SignalStep.Features> features = new ArrayList<>();
    private final List<FrontEndOutput> outputs = new ArrayList<>();

    private LowerStages(double rateHertz, int windowLength, List<Channel> channels) {
        this.rateHertz = rateHertz;
        this.windowLength = windowLength;
        this.channels = channels;
    }

    static SignalProgram of(
            double rateHertz, int windowLength, List<Float> fullScale, List<Stage> stages, List<String> names) {
        List<Channel> sensor = IntStream.range(0, fullScale.size())
                .mapToObj(c -> new Channel(
                        names.get(c), (double) fullScale.get(c) / SignalFrontEnd.COUNTS, SignalFrontEnd.COUNTS))
                .toList();
        LowerStages lowering = new LowerStages(rateHertz, windowLength, sensor);
        for (Stage stage : stages) {
            lowering.add(stage);
        }
        if (lowering.features.isEmpty()) {
            lowering.channels.forEach(
                    channel -> lowering.outputs.add(new FrontEndOutput(channel.name(), channel.step(), 0)));
        }
        return new SignalProgram(windowLength, fullScale.size(), lowering.series, lowering.features, lowering.outputs);
    }

    private void add(Stage stage) {
        switch (stage) {
            case Stage.Series one -> {
                if (!features.isEmpty()) {
                    throw new IllegalArgumentException(
                            "a series stage after statistics or spectrum, expected it before them");
                }
                series.add(lower(one));
            }
            case Stage.Statistics statistics -> features.add(lower(statistics));
            case Stage.Spectrum spectrum -> features.add(lower(spectrum));
        }
    }

    private SignalStep.Series lower(Stage.Series stage) {
        int before = channels.size();
        return switch (stage) {
            case Stage.Select select -> {
                requireKnown(select.channels());
                channels = select.channels().stream().map(channels::get).toList();
                yield new SignalStep.Select(before, select.channels());
            }
            case Stage.HighPass highPass -> {
                List<Integer> used = filtered(highPass.channels(), highPass.keep(), "high_");
                widen(used, 2);
                yield new SignalStep.HighPass(channels.size(), used, share(highPass.cutoffHertz()));
            }
            case Stage.LowPass lowPass -> {
                List<Integer> used = filtered(lowPass.channels(), lowPass.keep(), "low_");
                yield new SignalStep.LowPass(channels.size(), used, share(lowPass.cutoffHertz()));
            }
            case Stage.Magnitude magnitude -> magnitude(magnitude);
            case Stage.Difference difference -> {
                List<Integer> used = used(difference.channels());
                widen(used, 2);
                yield new SignalStep.Difference(before, used);
            }
            case Stage.Compress compress -> compress(compress);
        };
    }

    /** Positions of the channels that a filter changes: copies behind all others, where they are to be kept. */
    private List<Integer> filtered(List<Integer> wanted, boolean keep, String prefix) {
        List<Integer> used = used(wanted);
        if (!keep) {
            return used;
        }
        int before = channels.size();
        if (before + used.size() > SignalFrontEnd.MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    before + used.size() + " channels of a series, expected at most " + SignalFrontEnd.MOST_CHANNELS);
        }
        List<Integer> copied = IntStream.range(0, before).boxed().collect(Collectors.toCollection(ArrayList::new));
        copied.addAll(used);
        series.add(new SignalStep.Select(before, List.copyOf(copied)));
        List<Channel> after = new ArrayList<>(channels);
        for (int c : used) {
            Channel channel = channels.get(c);
            after.add(new Channel(freshName(prefix + channel.name()), channel.step(), channel.largest()));
        }
        channels = List.copyOf(after);
        return IntStream.range(before, channels.size()).boxed().toList();
    }

    private SignalStep.Magnitude magnitude(Stage.Magnitude magnitude) {
        requireKnown(magnitude.axes());
        int before = channels.size();
        double step = channels.get(magnitude.axes().getFirst()).step();
        if (magnitude.axes().stream().anyMatch(axis -> channels.get(axis).step() != step)) {
            throw new IllegalArgumentException(
                    "magnitude of axes with different full scales, expected the same for all");
        }
        List<Integer> kept = IntStream.range(0, before)
                .boxed()
                .filter(c -> magnitude.keep() || !magnitude.axes().contains(c))
                .toList();
        List<Channel> after = new ArrayList<>(kept.stream().map(channels::get).toList());
        List<String> names =
                magnitude.axes().stream().map(axis -> channels.get(axis).name()).toList();
        double largest = magnitude.axes().stream()
                .mapToDouble(axis -> channels.get(axis).largest())
                .max()
                .orElseThrow();
        after.add(new Channel(freshName(CommonName.of(names) + "magnitude"), step, largest)
                .wider(Math.sqrt(names.size())));
        channels = List.copyOf(after);
        return new SignalStep.Magnitude(before, magnitude.axes(), kept);
    }

    private String freshName(String wanted) {
        Set<String> taken = new HashSet<>();
        channels.forEach(channel -> taken.add(channel.name()));
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private SignalStep.Compress compress(Stage.Compress compress) {
        if (compress.knee().size() != channels.size()) {
            throw new IllegalArgumentException(
                    "compress: " + compress.knee().size() + " knees, but " + channels.size() + " channels");
        }
        List<Integer> used = IntStream.range(0, channels.size())
                .boxed()
                .filter(c -> compress.knee().get(c) > 0)
                .toList();
        if (used.isEmpty()) {
            throw new IllegalArgumentException("compress: no channel has a knee");
        }
        List<Double> knees = used.stream()
                .map(c -> kneeInCounts(compress.knee().get(c), channels.get(c)))
                .toList();
        int before = channels.size();
        channels = IntStream.range(0, before)
                .mapToObj(c -> used.contains(c)
                        ? new Channel(channels.get(c).name(), Knee.STEP, COMPRESSED_LARGEST)
                        : channels.get(c))
                .toList();
        return new SignalStep.Compress(before, used, knees);
    }

    /** Ratios of up to 2^15 are told apart: a knee below one count would saturate. */
    private static double kneeInCounts(float knee, Channel channel) {
        double counts = knee / channel.step();
        if (counts < 1) {
            throw new IllegalArgumentException("compress: the knee " + knee + " of " + channel.name()
                    + " is less than one count, " + channel.step());
        }
        return counts;
    }

    private SignalStep.Statistics lower(Stage.Statistics stage) {
        List<Integer> used = used(stage.channels());
        for (int c : used) {
            for (Statistic statistic : stage.statistics()) {
                addOutput(
                        c,
                        statistic.name().toLowerCase(Locale.ROOT),
                        scale(statistic, channels.get(c).step()),
                        0);
            }
        }
        return new SignalStep.Statistics(channels.size(), used, stage.statistics());
    }

    private double scale(Statistic statistic, double step) {
        return switch (statistic) {
            case MEAN, DEVIATION -> step / windowLength;
            case RMS -> step / Math.sqrt(windowLength);
            case VARIANCE -> step * step;
            case ZERO_CROSSINGS, PEAKS -> 1;
            case MINIMUM, MAXIMUM -> step;
        };
    }

    private SignalStep.Spectrum lower(Stage.Spectrum stage) {
        if (windowLength < SHORTEST_SPECTRUM) {
            throw new IllegalArgumentException(
                    "spectrum of a window of " + windowLength + " samples, expected at least " + SHORTEST_SPECTRUM);
        }
        List<Integer> used = used(stage.channels());
        int length = Math.min(windowLength, stage.size());
        int parts = 1 + (windowLength - length) / (stage.size() / 2);
        int gain = gain(used, stage.size());
        // The p of a mean square of one count^2: the sum over both halves of |X|^2 is size * sum of squares (Parseval).
        double unit = Math.scalb(stage.size() * hannPower(length) / 2 * parts, 2 * gain - 8);
        List<SignalStep.Bins> bins =
                stage.bands().stream().map(band -> bins(band, stage.size())).toList();
        for (int c : used) {
            double step = channels.get(c).step();
            double scale = stage.log() ? Math.log(2) / 65536 : step / Math.sqrt(unit);
            double offset = stage.log() ? Math.log(step * step / unit) : 0;
            for (Stage.Band band : stage.bands()) {
                addOutput(c, "band_" + plain(band.lowHertz()) + "_" + plain(band.highHertz()), scale, offset);
            }
            for (int peak = 1; peak <= stage.peaks(); peak++) {
                addOutput(c, "peak" + peak + "_frequency", rateHertz / stage.size(), 0);
                addOutput(c, "peak" + peak + "_strength", scale, offset);
            }
        }
        return new SignalStep.Spectrum(
                channels.size(),
                used,
                stage.size(),
                length,
                parts,
                gain,
                bins,
                stage.peaks(),
                stage.log(),
                Math.max(1, Math.round(unit)));
    }

    /** A value less the mean is at most twice as large as the largest; times 2^gain and the size, it stays within 2^30. */
    private int gain(List<Integer> used, int size) {
        double largest =
                used.stream().mapToDouble(c -> channels.get(c).largest()).max().orElseThrow();
        int bits = (int) Math.ceil(Math.log(largest) / Math.log(2));
        return Math.min(MOST_GAIN, 29 - bits - Integer.numberOfTrailingZeros(size));
    }

    /** Sum of the squares of a Hann window of {@code length} values. */
    private static double hannPower(int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double weight = 0.5 - StrictMath.cos(2 * Math.PI * i / length) / 2;
            sum += weight * weight;
        }
        return sum;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private SignalStep.Bins bins(Stage.Band band, int size) {
        double resolution = rateHertz / size;
        int first = Math.max(1, (int) Math.ceil(Math.min(band.lowHertz() / resolution, size)));
        int end = Math.min(size / 2, (int) Math.ceil(Math.min(band.highHertz() / resolution, size)));
        if (first >= end) {
            throw new IllegalArgumentException("band from " + band.lowHertz() + " to " + band.highHertz()
                    + " Hz holds no frequency of the transform: they are " + resolution + " Hz apart, below "
                    + rateHertz / 2 + " Hz");
        }
        return new SignalStep.Bins(first, end);
    }

    private void addOutput(int channel, String what, double scale, double offset) {
        if (outputs.size() == MOST_FEATURES) {
            throw new IllegalArgumentException("more than " + MOST_FEATURES + " features");
        }
        outputs.add(new FrontEndOutput(channels.get(channel).name() + "." + what, scale, offset));
    }

    private void widen(List<Integer> used, double factor) {
        channels = IntStream.range(0, channels.size())
                .mapToObj(c -> used.contains(c) ? channels.get(c).wider(factor) : channels.get(c))
                .toList();
    }

    /** All channels, where none is named. */
    private List<Integer> used(List<Integer> named) {
        requireKnown(named);
        return named.isEmpty() ? IntStream.range(0, channels.size()).boxed().toList() : named;
    }

    private void requireKnown(List<Integer> positions) {
        for (int position : positions) {
            if (position < 0 || position >= channels.size()) {
                throw new IllegalArgumentException("channel " + position + " of " + channels.size());
            }
        }
    }

    private int share(double cutoffHertz) {
        if (cutoffHertz >= rateHertz / 2) {
            throw new IllegalArgumentException(
                    "cutoff " + cutoffHertz + " Hz, expected less than half of the rate, " + rateHertz / 2 + " Hz");
        }
        return LowPass.of(cutoffHertz, rateHertz).share();
    }
}
