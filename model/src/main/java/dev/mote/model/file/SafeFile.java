package dev.mote.model.file;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files and folders that are either as before or complete: content goes to a temporary file beside the target, which is then moved. A
 * process that is asked to end meanwhile (Ctrl-C) ends after the file, so that no temporary one stays behind.
 */
public final class SafeFile {
    /** Longer than any model takes to be written; a stuck network drive must not keep the process from ending. */
    private static final int LONGEST_WAIT_SECONDS = 5;

    /** Held while files are written, and by the end of the process for good. */
    private static final ReentrantLock WRITING = new ReentrantLock();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SafeFile::writeNoMore));
    }

    private SafeFile() {}

    /**
     * A link is followed; a device or a pipe, as {@code /dev/stdout}, is written to and stays what it is.
     *
     * @throws BadInputException if the file cannot be written; the old content is then still there
     */
    public static void write(Path file, byte[] content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                Files.write(file, content);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /** As UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes texts by path into {@code folder}, which is created where needed, as are the folders in it. What is in the way is noticed
     * before anything is created, and all texts are there before the first is moved into place.
     *
     * @param texts by path below the folder, as {@code src/digits.c}
     * @throws BadInputException if the folder cannot be written
     */
    public static void writeAll(Path folder, SortedMap<String, String> texts) {
        texts.keySet().forEach(path -> requireInside(folder, path));
        texts.keySet().forEach(path -> requireFree(folder, path));
        WRITING.lock();
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempDirectory(folder, ".mote-");
            List<Path> whole = new ArrayList<>();
            try {
                for (String text : texts.values()) {
                    whole.add(temporary.resolve(String.valueOf(whole.size())));
                    Files.writeString(whole.getLast(), text);
                }
                Iterator<Path> next = whole.iterator();
                for (String path : texts.keySet()) {
                    Path target = folder.resolve(path).toAbsolutePath();
                    Files.createDirectories(target.getParent());
                    move(next.next(), target);
                }
            } finally {
                whole.forEach(SafeFile::deleteQuietly);
                deleteQuietly(temporary);
            }
        } catch (IOException e) {
            throw cannotBeWritten(folder, e);
        } finally {
            WRITING.unlock();
        }
    }

    private static void requireInside(Path folder, String path) {
        Path root = folder.toAbsolutePath().normalize();
        Path target = root.resolve(path).normalize();
        if (!target.startsWith(root) || target.equals(root)) {
            throw new IllegalArgumentException(path + " is not a path below " + folder);
        }
    }

    private static void requireFree(Path folder, String path) {
        Path target = folder.resolve(path);
        if (Files.isDirectory(target)) {
            throw new BadInputException(
                    target + ": cannot be written (a folder of that name is in the way); choose another folder");
        }
        for (Path parent = Path.of(path).getParent(); parent != null; parent = parent.getParent()) {
            Path inFolder = folder.resolve(parent);
            if (Files.exists(inFolder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(inFolder)) {
                throw cannotBeWritten(inFolder, new FileAlreadyExistsException(inFolder.toString()));
            }
        }
    }

    /**
     * Makes sure before long work that its results can be written.
     *
     * @throws BadInputException if {@code folder} is no folder, cannot be created or is not writable
     */
    public static void requireWritableFolder(Path folder) {
        WRITING.lock();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".mote", ".tmp"));
        } catch (IOException e) {
            throw cannotBeWritten(folder, e);
        } finally {
            WRITING.unlock();
        }
    }

    /**
     * As {@link #requireWritableFolder}, for a file in a folder that is there already.
     *
     * @throws BadInputException if {@code file} is a folder, or the one that it is in does not exist or is not writable
     */
    public static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new BadInputException(file + ": is a folder, expected the name of a file to write; add a file name");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(file + ": cannot be written (" + folder + " is no folder); create it first");
        }
        if (!Files.exists(file)) {
            requireWritableFolder(folder);
        }
    }

    /** Why a file operation failed, in a few words. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "a file of that name is in the way";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        WRITING.lock();
        try {
            Files.write(temporary, content);
            move(temporary, target);
        } finally {
            deleteQuietly(temporary);
            WRITING.unlock();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeNoMore() {
        try {
            if (!WRITING.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("mote: a file is still being written after " + LONGEST_WAIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BadInputException cannotBeWritten(Path path, IOException e) {
        return new BadInputException(
                path + ": cannot be written (" + reason(e) + "); choose a folder that is writable and has space", e);
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // A failure that led here is what the user is told; a leftover temporary file is not worth hiding it.
        }
    }
}
