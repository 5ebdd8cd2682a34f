package dev.mote.device;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Programs and temporary folders of this process. None stays behind when it is asked to end: a terminal's Ctrl-C reaches the programs too,
 * a plain kill does not.
 */
public final class Leftovers {
    /** As the C library says it. */
    static final String NO_SPACE = "No space left on device";

    private static final int LONGEST_WAIT_SECONDS = 2;

    /** Guards both sets; held by the end of the process for good, so that nothing new starts meanwhile. */
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static final Set<Process> PROGRAMS = new HashSet<>();
    private static final Set<Path> FOLDERS = new HashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::endAll));
    }

    private Leftovers() {}

    /**
     * A new folder for temporary files, in {@code java.io.tmpdir}.
     *
     * @throws BadInputException if there is no place for it
     */
    public static Path createFolder(String prefix) {
        LOCK.lock();
        try {
            Path folder = Files.createTempDirectory(prefix);
            FOLDERS.add(folder);
            return folder;
        } catch (IOException e) {
            throw noPlace(SafeFile.reason(e));
        } finally {
            LOCK.unlock();
        }
    }

    /** What to throw where files in such a folder cannot be written or read. */
    public static RuntimeException failure(IOException failure) {
        return String.valueOf(failure.getMessage()).contains(NO_SPACE)
                ? noPlace(NO_SPACE)
                : new UncheckedIOException(failure);
    }

    /** What to say where temporary files cannot be written. */
    static BadInputException noPlace(String reason) {
        return new BadInputException(System.getProperty("java.io.tmpdir") + ": cannot take temporary files (" + reason
                + "); free some space, or set TMPDIR to another folder");
    }

    /** Removes a folder of {@link #createFolder} with everything in it. */
    public static void delete(Path folder) throws IOException {
        LOCK.lock();
        try {
            FOLDERS.remove(folder);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } finally {
            LOCK.unlock();
        }
    }

    static Process start(ProcessBuilder builder) throws IOException {
        LOCK.lock();
        try {
            Process program = builder.start();
            PROGRAMS.add(program);
            return program;
        } finally {
            LOCK.unlock();
        }
    }

    /** Ends a program of {@link #start} with all that it started, if it still runs. */
    static void end(Process program) {
        LOCK.lock();
        try {
            PROGRAMS.remove(program);
            kill(program);
        } finally {
            LOCK.unlock();
        }
    }

    private static void kill(Process program) {
        if (program.isAlive()) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private static void endAll() {
        LOCK.lock();
        PROGRAMS.forEach(Leftovers::kill);
        try {
            for (Process program : PROGRAMS) {
                program.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            }
            for (Path folder : List.copyOf(FOLDERS)) {
                delete(folder);
            }
        } catch (IOException e) {
            System.err.println("mote: temporary files stay in " + System.getProperty("java.io.tmpdir"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
