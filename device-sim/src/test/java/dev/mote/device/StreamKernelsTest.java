package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.graph.Quantization;
import dev.mote.model.stream.PostProcessing;
import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamPlan;
import dev.mote.model.stream.StreamRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn plans and streams: the C kernels, under sanitizers, give the events of the Java runtime. */
class StreamKernelsTest {
    private static final int STREAMS = 2000;
    private static final List<String> SOURCES = List.of(
            "mote_runtime.h", "mote_stream.h", "mote_stream_push.c", "mote_stream_time.c", "mote_stream_label.c");

    @TempDir
    private Path folder;

    private record Sample(int time, short[] counts) {}

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void giveTheEventsOfTheRuntime(String compiler) throws IOException {
        List<String> expected = new ArrayList<>();
        try (var streams = Files.newOutputStream(folder.resolve("streams.bin"))) {
            for (int seed = 0; seed < STREAMS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                StreamPlan plan = plan(random);
                boolean isTimed = random.nextBoolean();
                List<Sample> samples = samples(random, plan);
                streams.write(bytes(plan, isTimed, samples));
                expected.addAll(simulated(plan, isTimed, samples));
            }
        }
        List<String> actual = compiled(compiler);
        for (int line = 0; line < Math.min(expected.size(), actual.size()); line++) {
            int at = line;
            assertEquals(
                    expected.get(line),
                    actual.get(line),
                    () -> "seed "
                            + actual.subList(0, at).stream()
                                    .filter(text -> text.startsWith("end"))
                                    .count());
        }
        assertEquals(expected.size(), actual.size());
        assertTrue(expected.size() > 4 * STREAMS, expected.size() + " lines");
    }

    private List<String> compiled(String compiler) throws IOException {
        for (String source : SOURCES) {
            Files.writeString(folder.resolve(source), FirmwareFiles.read("runtime/" + source));
        }
        try (InputStream host = StreamKernelsTest.class.getResourceAsStream("/stream/stream_host.c")) {
            Files.write(folder.resolve("stream_host.c"), host.readAllBytes());
        }
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        Path binary = folder.resolve("stream_host");
        List<String> files = new ArrayList<>(
                SOURCES.stream().filter(file -> file.endsWith(".c")).toList());
        files.add("stream_host.c");
        build.compiler().compile(folder, files, build.options(), binary);
        Path output = folder.resolve("events.txt");
        HostProcess.Result result = new HostProcess(List.of(binary.toString()), folder, Duration.ofMinutes(1))
                .run(folder.resolve("streams.bin"), output, folder.resolve("errors.txt"));
        assertEquals(0, result.exitCode(), Files.readString(folder.resolve("errors.txt")));
        return Files.readAllLines(output);
    }

    private static List<String> simulated(StreamPlan plan, boolean isTimed, List<Sample> samples) {
        List<String> lines = new ArrayList<>();
        StreamRuntime runtime = new StreamRuntime(plan, (window, scores) -> score(window, plan.channelCount(), scores));
        for (Sample sample : samples) {
            if (isTimed) {
                runtime.pushAt(sample.time, sample.counts, event -> lines.add(text(event)));
            } else {
                runtime.push(sample.counts).ifPresent(event -> lines.add(text(event)));
            }
        }
        long position = runtime.position();
        runtime.flush().ifPresent(event -> lines.add(text(event)));
        lines.add("end %d %d %d %d"
                .formatted(
                        Integer.toUnsignedLong((int) position),
                        runtime.defects().gaps(),
                        runtime.defects().repeated(),
                        runtime.defects().backward()));
        return lines;
    }

    /** Places of the device have 32 bits. */
    private static String text(StreamEvent event) {
        return "%d %d %d %d %d"
                .formatted(
                        Integer.toUnsignedLong((int) event.at()),
                        event.label(),
                        Integer.toUnsignedLong((int) event.begin()),
                        event.previous(),
                        Integer.toUnsignedLong((int) event.previousBegin()));
    }

    private static void score(short[] window, int channels, byte[] scores) {
        for (int k = 0; k < scores.length; k++) {
            long sum = 0;
            for (int t = k % channels; t < window.length; t += channels) {
                sum += window[t];
            }
            long mean = Math.floorDiv(sum, (long) window.length / channels);
            scores[k] = (byte) Math.clamp((k % 2 == 0 ? mean : -mean) >> 8, -128, 127);
        }
    }

    private static StreamPlan plan(SplittableRandom random) {
        int length = random.nextInt(1, 40);
        int channels = random.nextInt(1, 4);
        int outputs = random.nextInt(1, 8);
        double threshold = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        double leave = random.nextBoolean() ? threshold : threshold * random.nextDouble();
        return new StreamPlan(
                length,
                random.nextInt(1, length + 1),
                Collections.nCopies(channels, "x"),
                List.of(50.0, 100.0, 30.0, 104.0, 1.0, 2000.0).get(random.nextInt(6)),
                Collections.nCopies(channels, 4f),
                Collections.nCopies(Math.max(2, outputs), "class"),
                new Quantization.PerTensor(random.nextBoolean() ? 1 / 256f : 0.01f, random.nextInt(-128, 128)),
                outputs,
                new PostProcessing(random.nextInt(1, 9), random.nextInt(1, 9), threshold, leave, random.nextInt(1, 5)));
    }

    /** Levels that last a while; jitter, loss, gaps as long as a window, repeated and backward stamps; the 32 bits wrap. */
    private static List<Sample> samples(SplittableRandom random, StreamPlan plan) {
        double interval = 1e6 / plan.rateHertz() * random.nextDouble(0.7, 1.3);
        double time = (1L << 32) - random.nextDouble(200) * interval;
        int[] level = new int[plan.channelCount()];
        List<Sample> samples = new ArrayList<>();
        int count = random.nextInt(500);
        for (int i = 0; i < count; i++) {
            short[] counts = new short[level.length];
            for (int c = 0; c < level.length; c++) {
                level[c] = random.nextInt(25) == 0 ? random.nextInt(-32768, 32768) : level[c];
                counts[c] = (short) Math.clamp(level[c] + random.nextInt(-3000, 3001), -32768, 32767);
            }
            switch (random.nextInt(100)) {
                case 0 -> time += random.nextDouble(3) * plan.maxGapMicros();
                case 1 -> time += random.nextDouble(1L << 32);
                case 2 -> time -= random.nextDouble() * plan.maxGapMicros();
                case 3 -> time -= interval;
                default -> time += random.nextDouble(0.2) * interval;
            }
            samples.add(new Sample((int) (long) time, counts));
            time += interval;
        }
        return samples;
    }

    private static byte[] bytes(StreamPlan plan, boolean isTimed, List<Sample> samples) {
        ByteBuffer bytes = ByteBuffer.allocate(17 * 4 + samples.size() * (4 + 2 * plan.channelCount()))
                .order(ByteOrder.LITTLE_ENDIAN);
        PostProcessing post = plan.postProcessing();
        for (int number : new int[] {
            plan.windowLength(),
            plan.stride(),
            plan.channelCount(),
            (int) (plan.interval() / StreamPlan.INTERVAL_UNITS),
            (int) (plan.interval() % StreamPlan.INTERVAL_UNITS),
            plan.maxGapMicros(),
            plan.outputs(),
            plan.scores().zeroPoint(),
            plan.one(),
            plan.enter(),
            plan.leave(),
            post.average(),
            post.majority(),
            post.minimum(),
            plan.lead(),
            isTimed ? 1 : 0,
            samples.size()
        }) {
            bytes.putInt(number);
        }
        for (Sample sample : samples) {
            bytes.putInt(sample.time);
            for (short count : sample.counts) {
                bytes.putShort(count);
            }
        }
        return bytes.array();
    }
}
