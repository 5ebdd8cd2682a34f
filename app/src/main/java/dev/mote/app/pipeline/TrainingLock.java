package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Held by the training that writes a folder. The system releases it when the process ends, however it ends, so a training that was killed
 * is told from one that runs.
 */
public final class TrainingLock {
    /** A look from outside, {@link #isHeld}, takes the lock for some microseconds; that is no other training. */
    private static final int TRIES = 10;

    private static final int BETWEEN_TRIES_MILLIS = 20;

    private final Path file;
    private final FileChannel channel;

    private TrainingLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    private static TrainingLock of(RunFolder run) {
        Path file = run.trainingLock();
        try {
            for (int i = 0; i < TRIES; i++) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                // The one that had it may have removed the file between these two lines.
                if (isFree(channel) && Files.exists(file)) {
                    return new TrainingLock(file, channel);
                }
                channel.close();
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be locked: " + SafeFile.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BadInputException(run.folder()
                + ": another training writes into this folder; wait until it is over, or give another --out");
    }

    /**
     * Does {@code work} while no other training writes the folder.
     *
     * @throws BadInputException if one does already
     */
    public static <T> T holding(RunFolder run, Supplier<T> work) {
        TrainingLock lock = of(run);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether a training of another process writes the folder now. */
    public static boolean isHeld(RunFolder run) {
        try (FileChannel channel = FileChannel.open(run.trainingLock(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The lock is released with the process at the latest, and an empty file in its folder does no harm.
        }
    }
}
