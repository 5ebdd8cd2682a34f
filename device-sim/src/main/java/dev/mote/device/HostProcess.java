package dev.mote.device;

import dev.mote.model.BadInputException;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine with a time limit. Its streams are files, so that nothing has to pump them. */
public record HostProcess(List<String> command, Path folder, Duration limit) {
    private static final int LITTLE_SPACE = 1024 * 1024;

    public record Result(int exitCode, Duration elapsed) {}

    /** The time is up; the program was ended. */
    public static final class TimeLimitException extends BadInputException {
        private static final long serialVersionUID = 1;

        TimeLimitException(String message) {
            super(message);
        }
    }

    /**
     * @param input null for none
     * @param output null to drop it
     * @param errors also standard output where {@code output} is null
     * @throws TimeLimitException if the time is up
     * @throws MissingToolException if the program cannot be started
     * @throws BadInputException if it fails because the disk is full
     */
    public Result run(Path input, Path output, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        /* What compilers and linkers say is read, so they say it in English. */
        builder.environment().put("LC_ALL", "C");
        /* A compiler that is killed removes none of its own temporary files: they go with the folder. */
        builder.environment().put("TMPDIR", folder.toAbsolutePath().toString());
        builder.redirectError(errors.toFile());
        if (output == null) {
            builder.redirectErrorStream(true).redirectOutput(errors.toFile());
        } else {
            builder.redirectOutput(output.toFile());
        }
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        long start = System.nanoTime();
        Process process = start(builder);
        try {
            if (input == null) {
                process.getOutputStream().close();
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeLimitException(
                        command.getFirst() + ": did not end within " + limit.toSeconds() + " s; give it less to do");
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            if (process.exitValue() != 0 && isFull(errors)) {
                throw Leftovers.noPlace(Leftovers.NO_SPACE);
            }
            return new Result(process.exitValue(), elapsed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException(command.getFirst() + ": interrupted", e);
        } finally {
            Leftovers.end(process);
        }
    }

    /** A full disk may not even take the message. */
    private static boolean isFull(Path errors) throws IOException {
        String text = new String(Files.readAllBytes(errors), StandardCharsets.ISO_8859_1);
        return text.contains(Leftovers.NO_SPACE)
                || (text.isEmpty() && errors.toFile().getUsableSpace() < LITTLE_SPACE);
    }

    private Process start(ProcessBuilder builder) {
        try {
            return Leftovers.start(builder);
        } catch (IOException e) {
            throw new MissingToolException(command.getFirst() + ": cannot be started (" + e.getMessage()
                    + "); check that it is a program for this machine");
        }
    }
}
