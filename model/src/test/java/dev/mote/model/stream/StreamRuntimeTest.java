package dev.mote.model.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamRuntimeTest {
    private static final int CASES = 2000;

    @Test
    void eventsAreThoseOfTheWholeRecording() {
        int events = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int length = random.nextInt(1, 40);
            int channels = random.nextInt(1, 4);
            StreamPlan plan = Plans.plan(
                    length,
                    random.nextInt(1, length + 1),
                    channels,
                    50,
                    random.nextInt(1, 7),
                    Plans.postProcessing(random));
            short[][] samples = walk(random, random.nextInt(600), channels);
            List<StreamEvent> expected = batch(plan, samples);
            assertEquals(expected, streamed(plan, samples), "seed " + seed);
            events += expected.size();
        }
        assertTrue(events > 5 * CASES, events + " events");
    }

    private static List<StreamEvent> streamed(StreamPlan plan, short[][] samples) {
        StreamRuntime runtime = runtime(plan);
        List<StreamEvent> events = new ArrayList<>();
        for (short[] sample : samples) {
            runtime.push(sample).ifPresent(events::add);
        }
        runtime.flush().ifPresent(events::add);
        return events;
    }

    private static StreamRuntime runtime(StreamPlan plan) {
        return new StreamRuntime(plan, (window, scores) -> Plans.score(window, plan.channelCount(), scores));
    }

    private static List<StreamEvent> batch(StreamPlan plan, short[][] samples) {
        BatchEvents batch = new BatchEvents(plan);
        batch.stretch(IntStream.iterate(plan.windowLength(), end -> end <= samples.length, end -> end + plan.stride())
                .mapToObj(end -> window(plan, samples, end))
                .toList());
        batch.end(samples.length, samples.length);
        return batch.events();
    }

    private static BatchEvents.Window window(StreamPlan plan, short[][] samples, int end) {
        byte[] scores = new byte[plan.outputs()];
        Plans.score(flat(Arrays.copyOfRange(samples, end - plan.windowLength(), end)), plan.channelCount(), scores);
        double[] real = IntStream.range(0, scores.length)
                .mapToDouble(i -> (scores[i] + 128) / 256.0)
                .toArray();
        return new BatchEvents.Window(end, real.length == 1 ? new double[] {1 - real[0], real[0]} : real);
    }

    private static short[] flat(short[][] samples) {
        short[] flat = new short[samples.length * samples[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = samples[i / samples[0].length][i % samples[0].length];
        }
        return flat;
    }

    /** Stays for a while and then jumps, so that labels last. */
    private static short[][] walk(SplittableRandom random, int count, int channels) {
        short[][] samples = new short[count][channels];
        int[] level = new int[channels];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < channels; c++) {
                if (random.nextInt(20) == 0) {
                    level[c] = random.nextInt(-32768, 32768);
                }
                samples[i][c] = (short) Math.clamp(level[c] + random.nextInt(-3000, 3001), -32768, 32767);
            }
        }
        return samples;
    }

    @Test
    void startsAnewAfterReset() {
        StreamPlan plan = Plans.plan(4, 2, 1, 50, 3, new PostProcessing(2, 3, 0.5, 0.25, 2));
        StreamRuntime runtime = runtime(plan);
        short[][] samples = walk(new SplittableRandom(5), 300, 1);
        List<List<StreamEvent>> rounds = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            List<StreamEvent> events = new ArrayList<>();
            long micros = 0;
            for (short[] sample : samples) {
                micros += 20_000;
                runtime.pushAt(micros, sample, events::add);
            }
            rounds.add(events);
            assertEquals(149, runtime.windows());
            runtime.reset();
            assertEquals(0, runtime.windows());
        }
        assertTrue(rounds.getFirst().size() > 5, "events: " + rounds.getFirst());
        assertEquals(rounds.getFirst(), rounds.getLast());
    }

    @Test
    void showsEveryWindow() {
        StreamRuntime runtime = runtime(Plans.plan(2, 1, 1, 50, 2, new PostProcessing(1, 1, 0, 0, 2)));
        List<String> windows = new ArrayList<>();
        runtime.observe(
                w -> windows.add(w.end() + " " + w.best() + " " + w.label() + " " + Arrays.toString(w.scores())));
        List<StreamEvent> events = new ArrayList<>();
        for (int value : List.of(25600, 25600, 25600, -12800, -25600, -25600)) {
            runtime.push(new short[] {(short) value}).ifPresent(events::add);
        }
        assertEquals(
                List.of(
                        "2 0 -1 [100, -100]",
                        "3 0 0 [100, -100]",
                        "4 0 0 [25, -25]",
                        "5 1 0 [-75, 75]",
                        "6 1 1 [-100, 100]"),
                windows);
        assertEquals(List.of(new StreamEvent(3, 0, 1, -1, 0), new StreamEvent(6, 1, 4, 0, 1)), events);
        assertEquals(100, runtime.lastScores()[1]);
        assertEquals(java.util.Optional.of(new StreamEvent(6, -1, 6, 1, 4)), runtime.flush());
        assertEquals(java.util.Optional.empty(), runtime.flush());
    }
}
