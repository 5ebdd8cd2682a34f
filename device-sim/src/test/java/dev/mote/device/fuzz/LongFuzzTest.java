package dev.mote.device.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A run of any length, from real models too where there are some: {@code -Dfuzz.executions=1000000}; see docs/testing.md. */
@EnabledIfSystemProperty(named = "fuzz.executions", matches = "\\d+")
class LongFuzzTest {
    private static final int DRAWN = 300;
    private static final long REPORT_EVERY = 20_000;
    /** A file that takes longer than this by the clock hangs, and ends the run. */
    private static final long HANG_MILLIS = 120_000;

    private static final int MOST_KINDS = 60;

    @Test
    void survivesChangedFiles() {
        long executions = Long.getLong("fuzz.executions");
        List<String> failures = new ArrayList<>();
        Trial trial = new Trial(Path.of(System.getProperty("fuzz.folder", "target/fuzz")), failures);
        Watchdog.start(trial, HANG_MILLIS);
        Fuzzer fuzzer = new Fuzzer(ProbedClasses.target(), new SplittableRandom(Long.getLong("fuzz.seed", 1)), trial);
        Seeds.own(DRAWN).forEach(fuzzer::seed);
        Seeds.real().forEach(fuzzer::seed);
        int told = 0;
        while (fuzzer.executions() < executions) {
            fuzzer.step();
            for (; told < failures.size(); told++) {
                System.out.println(failures.get(told));
            }
            if (fuzzer.executions() % REPORT_EVERY == 0) {
                report(fuzzer, failures, System.out);
            }
        }
        fuzzer.kinds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_KINDS)
                .forEach(kind -> System.out.println(kind.getValue() + "  " + kind.getKey()));
        assertEquals(List.of(), failures);
    }

    private static void report(Fuzzer fuzzer, List<String> failures, PrintStream out) {
        out.println(fuzzer.executions() + " executions, " + fuzzer.kept() + " files kept, " + Coverage.reached()
                + " steps reached, " + failures.size() + " failures");
    }
}
