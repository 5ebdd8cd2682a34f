package dev.mote.device.fuzz;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run of any length; see docs/testing.md. */
public final class FuzzMain {
    private static final int DRAWN = 300;
    private static final long REPORT_EVERY = 20_000;
    /** A file that takes longer than this by the clock hangs, and ends the run. */
    private static final long HANG_MILLIS = 120_000;

    private FuzzMain() {}

    /** @param arguments executions, seed, folder for what is found */
    public static void main(String[] arguments) {
        long executions = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[2]);
        List<String> failures = new ArrayList<>();
        Trial trial = new Trial(folder, failures);
        Watchdog.start(trial, HANG_MILLIS);
        Fuzzer fuzzer = new Fuzzer(ProbedClasses.target(), new SplittableRandom(seed), trial);
        Seeds.own(DRAWN).forEach(fuzzer::seed);
        Seeds.real().forEach(fuzzer::seed);
        PrintStream out = System.out;
        int told = 0;
        while (fuzzer.executions() < executions) {
            fuzzer.step();
            for (; told < failures.size(); told++) {
                out.println(failures.get(told));
            }
            if (fuzzer.executions() % REPORT_EVERY == 0) {
                report(fuzzer, failures, out);
            }
        }
        report(fuzzer, failures, out);
        fuzzer.kinds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(60)
                .forEach(kind -> out.println(kind.getValue() + "  " + kind.getKey()));
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static void report(Fuzzer fuzzer, List<String> failures, PrintStream out) {
        out.println(fuzzer.executions() + " executions, " + fuzzer.kept() + " files kept, " + Coverage.reached()
                + " steps reached, " + failures.size() + " failures");
    }
}
