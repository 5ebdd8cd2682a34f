package dev.mote.device;

import dev.mote.codegen.CProject;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A generated project as a program of this machine that stays: a sample in, its answer out, without the start of a program for each.
 * It starts with the first sample, and again after it ended. For several threads, which wait for one another.
 */
public final class HostEngine implements AutoCloseable {
    /** Ends programs whose time is up, which ends the reading of their answer. */
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mote-watch").factory());

    private final String name;
    private final int inputBytes;
    private final int outputBytes;
    private final HostFirmware firmware;
    private final Duration limit;
    private Process program;
    private boolean closed;

    private HostEngine(CProject project, HostFirmware firmware, Duration limit) {
        this.name = project.name();
        this.inputBytes = bytes(project.inputs());
        this.outputBytes = bytes(project.outputs());
        this.firmware = firmware;
        this.limit = limit;
    }

    private static int bytes(List<CProject.End> ends) {
        return ends.stream().mapToInt(CProject.End::bytes).sum();
    }

    /**
     * Compiles a project.
     *
     * @param project a plain one
     * @param limit of one sample
     * @throws BadInputException if the compiler refuses the code
     */
    public static HostEngine build(CProject project, HostBuild build, Duration limit) {
        return new HostEngine(project, HostFirmware.build(project, build), limit);
    }

    /**
     * Runs one sample as if nothing went before.
     *
     * @param input all inputs in graph order, raw
     * @return all outputs, likewise
     * @throws BadInputException if the program takes too long or ends without an answer; the next sample starts it anew
     */
    public synchronized byte[] run(byte[] input) {
        if (closed) {
            throw new IllegalStateException(name + ": is closed");
        }
        if (input.length != inputBytes) {
            throw new IllegalArgumentException("a sample has " + inputBytes + " bytes, not " + input.length);
        }
        boolean fresh = program == null || !program.isAlive();
        try {
            return answer(input);
        } catch (IOException e) {
            if (fresh) {
                throw ended(e);
            }
        }
        // It ended after an earlier sample, which is no fault of this one.
        try {
            return answer(input);
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private BadInputException ended(IOException cause) {
        return new BadInputException(
                name + " on this machine ended without an answer (" + cause.getMessage() + "); try again", cause);
    }

    private byte[] answer(byte[] input) throws IOException {
        Process running = started();
        boolean[] late = new boolean[1];
        ScheduledFuture<?> watch =
                WATCH.schedule(() -> endLate(running, late), limit.toMillis(), TimeUnit.MILLISECONDS);
        byte[] output;
        try {
            OutputStream samples = running.getOutputStream();
            samples.write(input);
            samples.flush();
            InputStream answers = running.getInputStream();
            output = answers.readNBytes(outputBytes);
        } catch (IOException e) {
            output = new byte[0];
        }
        watch.cancel(false);
        if (output.length == outputBytes) {
            return output;
        }
        rest();
        if (isLate(late)) {
            throw new BadInputException(name + " on this machine did not answer within " + limit.toMillis()
                    + " ms; give it a smaller model");
        }
        throw new IOException("its output stopped");
    }

    private static void endLate(Process running, boolean[] late) {
        synchronized (late) {
            late[0] = true;
        }
        Leftovers.end(running);
    }

    private static boolean isLate(boolean[] late) {
        synchronized (late) {
            return late[0];
        }
    }

    private Process started() throws IOException {
        if (program == null || !program.isAlive()) {
            rest();
            program = Leftovers.start(firmware.live().redirectError(Redirect.DISCARD));
        }
        return program;
    }

    /** Whether its program runs. */
    public synchronized boolean isRunning() {
        return program != null && program.isAlive();
    }

    /** Its program, for tests that end it. */
    synchronized Process program() {
        return program;
    }

    /** Ends the program until the next sample. */
    public synchronized void rest() {
        if (program != null) {
            Leftovers.end(program);
            program = null;
        }
    }

    /** Ends the program and removes it. */
    @Override
    public synchronized void close() {
        rest();
        closed = true;
        firmware.close();
    }
}
