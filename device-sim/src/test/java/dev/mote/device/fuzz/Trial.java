package dev.mote.device.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs a file and holds the promise against it: findings only, in time, in proportion. A file that breaks it is written to a folder. */
final class Trial {
    /** Reading and verifying: at most so many bytes allocated for each byte of the file, and a fixed part. */
    static final long READ_FACTOR = 400;

    static final long READ_BYTES = 4 << 20;
    /** Writing, running and generating: the same, for bytes of file and tensors. */
    static final long RUN_FACTOR = 2_000;

    static final long RUN_BYTES = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path folder;
    private final List<String> failures;
    private volatile Running running = Running.NOTHING;

    /** @param since nanoseconds of the clock */
    private record Running(byte[] file, long since) {
        static final Running NOTHING = new Running(new byte[0], Long.MAX_VALUE);
    }

    /** @param failures gets a line for each file that breaks the promise */
    Trial(Path folder, List<String> failures) {
        this.folder = folder;
        this.failures = failures;
    }

    FuzzTarget.Outcome run(FuzzTarget target, byte[] file) {
        long start = THREADS.getCurrentThreadCpuTime();
        running = new Running(file, System.nanoTime());
        try {
            FuzzTarget.Outcome outcome = target.run(file);
            long millis = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
            if (millis > Fuzzer.MOST_MILLIS) {
                fail(file, "took " + millis + " ms");
            }
            if (outcome.readBytes() > READ_FACTOR * file.length + READ_BYTES) {
                fail(file, "reading took " + outcome.readBytes() + " bytes for a file of " + file.length);
            }
            if (outcome.runBytes() > RUN_FACTOR * (file.length + outcome.claimedBytes()) + RUN_BYTES) {
                fail(file, "running took " + outcome.runBytes() + " bytes for " + outcome.claimedBytes());
            }
            return outcome;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            StackTraceElement[] trace = e.getStackTrace();
            fail(file, e + " at " + (trace.length == 0 ? "?" : trace[0]));
            return new FuzzTarget.Outcome("failed " + e.getClass().getSimpleName(), 0, 0, 0);
        } finally {
            running = Running.NOTHING;
        }
    }

    /** Whether the file that runs now does so for longer than this; it is written to the folder then. Called by another thread. */
    boolean hangs(long longestMillis) {
        Running now = running;
        boolean hangs = now != Running.NOTHING && (System.nanoTime() - now.since()) / 1_000_000 > longestMillis;
        if (hangs) {
            fail(now.file(), "hangs");
            System.err.println(failures.getLast());
        }
        return hangs;
    }

    private void fail(byte[] file, String what) {
        try {
            Path saved = folder.resolve("found-%08x.tflite".formatted(Arrays.hashCode(file)));
            Files.createDirectories(folder);
            Files.write(saved, file);
            failures.add(saved + ": " + (what.length() > 200 ? what.substring(0, 200) : what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
