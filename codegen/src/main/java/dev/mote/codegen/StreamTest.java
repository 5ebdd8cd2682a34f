package dev.mote.codegen;

import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import dev.mote.model.stream.StreamRuntime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stream that the device draws itself, and the events that the simulator finds in it.
 *
 * @param samples of the stream
 * @param events the last one is that of the stream's end, if there is one
 */
record StreamTest(int seed, int samples, List<StreamEvent> events) {
    private static final int CANDIDATES = 4;
    /** Windows, if no silence came between. */
    private static final int WINDOWS = 16;

    /** In microseconds: their 32 bits wrap soon. */
    static final int START = -1_000_000;

    StreamTest {
        events = List.copyOf(events);
    }

    /** Of some candidates the one with most events. */
    static StreamTest choose(StreamModel model) {
        int samples = model.plan().windowLength() + (WINDOWS - 1) * model.plan().stride();
        return IntStream.range(0, CANDIDATES)
                .mapToObj(k -> of(model, SelfTest.seed(k), samples))
                .max(Comparator.comparing(test -> test.events().size()))
                .orElseThrow();
    }

    private static StreamTest of(StreamModel model, int seed, int samples) {
        StreamPlan plan = model.plan();
        StreamRuntime runtime = model.start(CANDIDATES * WINDOWS);
        DrawnStream drawn = new DrawnStream(plan, seed, START);
        List<StreamEvent> events = new ArrayList<>();
        short[] sample = new short[plan.channelCount()];
        for (int i = 0; i < samples; i++) {
            int time = drawn.draw(sample);
            runtime.pushAt(time, sample, events::add);
        }
        runtime.flush().ifPresent(events::add);
        return new StreamTest(seed, samples, events);
    }
}
