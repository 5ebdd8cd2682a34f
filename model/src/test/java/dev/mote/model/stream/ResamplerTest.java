package dev.mote.model.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Windows of one sample show every sample that the resampler makes. */
class ResamplerTest {
    private record Stamped(long micros, short[] sample) {}

    private record Made(long end, double[] values) {}

    @Test
    void makesSamplesOnStraightLines() {
        double largest = 0;
        int made = 0;
        for (int seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double rate = List.of(50.0, 20.0, 100.0, 30.0, 104.0, 1.0, 62.5).get(random.nextInt(7));
            StreamPlan plan = Plans.plan(1, 1, 2, rate, 2, PostProcessing.NONE);
            List<Stamped> input = recording(random, plan);
            List<Made> expected = new ArrayList<>();
            StreamDefects defects = batch(plan, input, expected);
            List<Made> actual = new ArrayList<>();
            StreamRuntime runtime = new StreamRuntime(
                    plan, (window, scores) -> actual.add(new Made(0, new double[] {window[0], window[1]})));
            List<Long> ends = new ArrayList<>();
            runtime.observe(window -> ends.add(window.end()));
            input.forEach(stamped -> runtime.pushAt(stamped.micros, stamped.sample, event -> {}));
            assertEquals(expected.stream().map(Made::end).toList(), ends, "seed " + seed);
            assertEquals(defects, runtime.defects(), "seed " + seed);
            for (int i = 0; i < expected.size(); i++) {
                for (int c = 0; c < 2; c++) {
                    largest = Math.max(largest, Math.abs(expected.get(i).values[c] - actual.get(i).values[c]));
                }
            }
            made += expected.size();
        }
        assertTrue(made > 100_000, made + " samples");
        // Half a count, and of a weight: half of 2^-15, or more where the interval loses bits, times at most 65,535.
        assertTrue(largest < 4, "error " + largest);
    }

    /** Jitter, loss, gaps, repeated and backward stamps; the 32 bits wrap on the way. */
    private static List<Stamped> recording(SplittableRandom random, StreamPlan plan) {
        double interval = 1e6 / plan.rateHertz() * random.nextDouble(0.5, 1.5);
        double time = (1L << 32) - random.nextDouble(100) * interval;
        List<Stamped> input = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long micros = (long) time;
            switch (random.nextInt(40)) {
                case 0 -> micros -= random.nextLong(plan.maxGapMicros() / 2);
                case 1 -> time += random.nextLong(3L * plan.maxGapMicros());
                case 2 -> time -= interval;
                case 3 -> time += random.nextLong(1L << 31);
                default -> micros += (long) (random.nextDouble(0.4) * interval);
            }
            time += interval;
            input.add(new Stamped(micros, new short[] {(short) random.nextInt(), (short) random.nextInt()}));
        }
        return input;
    }

    /** The same from the definition, with times that do not wrap and real numbers. */
    private static StreamDefects batch(StreamPlan plan, List<Stamped> input, List<Made> made) {
        long gaps = 0;
        long repeated = 0;
        long backward = 0;
        long start = 0;
        long startPosition = 0;
        long index = 0;
        Stamped last = null;
        for (Stamped now : input) {
            if (last == null || Math.abs(now.micros - last.micros) > plan.maxGapMicros()) {
                if (last != null) {
                    long silence = now.micros - (start + index * plan.interval() / StreamPlan.INTERVAL_UNITS);
                    double interval = (double) (plan.interval() / StreamPlan.INTERVAL_UNITS);
                    startPosition += index + (long) Math.floor(silence / interval + 0.5);
                    gaps++;
                }
                start = now.micros;
                made.add(new Made(startPosition + 1, new double[] {now.sample[0], now.sample[1]}));
                index = 1;
            } else if (now.micros <= last.micros) {
                repeated += now.micros == last.micros ? 1 : 0;
                backward += now.micros < last.micros ? 1 : 0;
                continue;
            }
            long grid = start + index * plan.interval() / StreamPlan.INTERVAL_UNITS;
            while (grid <= now.micros) {
                double share = (double) (grid - last.micros) / (now.micros - last.micros);
                made.add(new Made(startPosition + index + 1, new double[] {
                    last.sample[0] + share * (now.sample[0] - last.sample[0]),
                    last.sample[1] + share * (now.sample[1] - last.sample[1])
                }));
                index++;
                grid = start + index * plan.interval() / StreamPlan.INTERVAL_UNITS;
            }
            last = now;
        }
        return new StreamDefects(gaps, repeated, backward);
    }

    @Test
    void aSilenceAsLongAsAWindowEndsTheLabel() {
        StreamPlan plan = Plans.plan(4, 2, 1, 50, 2, PostProcessing.NONE);
        StreamRuntime runtime = new StreamRuntime(plan, (window, scores) -> Plans.score(window, 1, scores));
        List<StreamEvent> events = new ArrayList<>();
        // Four samples, 0.1 s more than MAX_GAP without any, that is 14 samples; then four more.
        for (long micros : List.of(0, 20_000, 40_000, 60_000, 360_000, 380_000, 400_000, 420_000)) {
            runtime.pushAt(micros, new short[] {25600}, events::add);
        }
        assertEquals(
                List.of(
                        new StreamEvent(4, 0, 1, -1, 0),
                        new StreamEvent(18, -1, 4, 0, 1),
                        new StreamEvent(22, 0, 19, -1, 4)),
                events);
        assertEquals(new StreamDefects(1, 0, 0), runtime.defects());
    }
}
