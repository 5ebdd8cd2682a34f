package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Streams of which every sample is known. */
public final class TestStreams {
    static final int INTERVAL = 20_000;
    static final float[] FULL_SCALE = {4, 4, 4, 20, 20, 20};
    public static final StreamFormat SIGNAL = new StreamFormat(
            "walk",
            true,
            "g,g,g,rad/s,rad/s,rad/s",
            List.of("acc_x", "acc_y", "acc_z", "gyro_x", "gyro_y", "gyro_z"),
            50,
            List.of("a", "b"));
    static final StreamFormat IMAGES =
            new StreamFormat("digits", true, "grey level", List.of("grey"), 10, List.of("0", "1"), Shape.of(28, 28, 1));

    private TestStreams() {}

    public static SampleStream of(StreamFormat format, List<TimedSample> samples) {
        Iterator<TimedSample> left = samples.iterator();
        return new SampleStream() {
            @Override
            public StreamFormat format() {
                return format;
            }

            @Override
            public Optional<TimedSample> next() {
                return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
            }
        };
    }

    /** Six channels at 50 Hz; the label changes every 100 samples. */
    public static List<TimedSample> signal(int count, IntFunction<float[]> values) {
        return IntStream.range(0, count)
                .mapToObj(n -> new TimedSample((long) n * INTERVAL, values.apply(n), n / 100 % 2))
                .toList();
    }

    /** Gravity along z, steps twice a second, slow turns. */
    static List<TimedSample> walk(int count) {
        return signal(count, n -> {
            float phase = n * 0.25f;
            return new float[] {
                0.3f * (float) Math.sin(phase),
                0.2f * (float) Math.cos(phase),
                1 + 0.4f * (float) Math.sin(2 * phase),
                (float) Math.sin(phase),
                (float) Math.cos(phase),
                0.5f
            };
        });
    }

    static List<TimedSample> zeros(int count) {
        return signal(count, n -> new float[6]);
    }

    /** All channels are the number of the sample. */
    static List<TimedSample> ramp(int count) {
        return signal(count, n -> new float[] {n, n, n, n, n, n});
    }

    static List<TimedSample> images(int count) {
        List<TimedSample> images = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            float[] pixels = new float[28 * 28];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i * 37 + n * 11) % 256;
            }
            images.add(new TimedSample(n * 100_000L, pixels, n % 2));
        }
        return images;
    }

    static List<TimedSample> read(SampleStream stream) {
        List<TimedSample> samples = new ArrayList<>();
        for (Optional<TimedSample> next = stream.next(); next.isPresent(); next = stream.next()) {
            samples.add(next.get());
        }
        return samples;
    }

    static List<TimedSample> faulty(List<TimedSample> samples, long seed, String... faults) {
        return read(Faults.parse(List.of(faults)).apply(of(SIGNAL, samples), FULL_SCALE, seed));
    }

    static List<TimedSample> faultyImages(List<TimedSample> samples, long seed, String... faults) {
        return read(Faults.parse(List.of(faults)).apply(of(IMAGES, samples), new float[] {255}, seed));
    }

    static double mean(List<TimedSample> samples, int channel) {
        return samples.stream().mapToDouble(s -> s.values()[channel]).average().orElseThrow();
    }

    static double deviation(List<TimedSample> samples, int channel) {
        double mean = mean(samples, channel);
        return Math.sqrt(samples.stream()
                .mapToDouble(s -> (s.values()[channel] - mean) * (s.values()[channel] - mean))
                .average()
                .orElseThrow());
    }
}
