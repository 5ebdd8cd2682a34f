package dev.mote.device.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any file: findings, or a model that runs; in time, and with memory in proportion. docs/testing.md has the long run. */
class FuzzTest {
    private static final int EXECUTIONS = 8_000;
    private static final int DRAWN = 40;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void survivesChangedFiles(@TempDir Path folder) {
        List<String> failures = new ArrayList<>();
        Fuzzer fuzzer = new Fuzzer(ProbedClasses.target(), new SplittableRandom(20), new Trial(folder, failures));
        Seeds.own(DRAWN).forEach(fuzzer::seed);
        int seeds = fuzzer.kept();
        while (fuzzer.executions() < EXECUTIONS) {
            fuzzer.step();
        }
        assertEquals(List.of(), failures);
        assertTrue(fuzzer.kept() > seeds + 100, "files that reached new code: " + (fuzzer.kept() - seeds));
        assertTrue(fuzzer.kinds().keySet().stream().anyMatch(kind -> kind.startsWith("generated ")));
    }

    @Test
    void survivesWhatWasFoundBefore(@TempDir Path folder) {
        List<String> failures = new ArrayList<>();
        Trial trial = new Trial(folder, failures);
        FuzzTarget target = ProbedClasses.target();
        for (byte[] file : Seeds.regressions()) {
            trial.run(target, file);
        }
        assertEquals(List.of(), failures);
    }
}
