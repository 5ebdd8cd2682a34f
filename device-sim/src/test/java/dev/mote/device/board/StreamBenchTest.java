package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.StreamSamples;
import dev.mote.model.stream.PostProcessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The streaming API on the emulated Cortex-M4: event for event the simulator. */
class StreamBenchTest {
    private static final int SAMPLES = 20_000;

    @Test
    void firmwareGivesTheEventsOfTheSimulator() {
        assumeTrue(isInstalled("qemu-system-arm") && isInstalled("arm-none-eabi-gcc"), "skipped: no emulator");
        Int8Model model = StreamSamples.model(new PostProcessing(2, 3, 0.6, 0.4, 2));
        StreamBenchResult result = StreamBench.of(
                        model, new ModelSource("m.tflite", new byte[] {1}), recording(new SplittableRandom(1)))
                .run(Board.MPS2_AN386, Goal.SPEED);
        assertEquals(0, result.mismatches());
        assertTrue(result.events() > 100, "events: " + result.events());
        assertTrue(result.windows() > 4000, "windows: " + result.windows());
        assertTrue(
                result.instructionsPerPush() > 0 && result.instructionsPerPush() < 1500,
                "instructions: " + result.instructionsPerPush());
        assertTrue(result.instructionsPerWindow() > result.instructionsPerPush(), "a window takes more");
        // 9 samples of 2 channels, 3 votes, 2 windows of 3 scores, the state and a pointer.
        assertEquals(4 + 56 + 2 * 9 * 2 + 2 * 3 + 2 * 3, result.contextBytes());
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** Levels that last a while; jitter, gaps, repeated and backward stamps, and a wrap of the 32 bits. */
    private static StreamRecording recording(SplittableRandom random) {
        StreamRecording recording = new StreamRecording(2);
        double time = (1L << 32) - 100_000_000.0;
        int[] level = new int[2];
        for (int i = 0; i < SAMPLES; i++) {
            time += switch (random.nextInt(300)) {
                case 0 -> random.nextDouble(700_000);
                case 1 -> -random.nextDouble(50_000);
                case 2 -> 0;
                default -> random.nextDouble(12_000, 28_000);
            };
            short[] sample = new short[2];
            for (int c = 0; c < 2; c++) {
                level[c] = random.nextInt(60) == 0 ? random.nextInt(-30_000, 30_000) : level[c];
                sample[c] = (short) (level[c] + random.nextInt(-2000, 2000));
            }
            recording.add((long) time, sample);
        }
        return recording;
    }
}
