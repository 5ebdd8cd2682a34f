package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.Json;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.device.stream.RecordingSurvey;
import dev.mote.model.file.SafeFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * What was sent to the studio: a folder each in {@code uploads} of the workspace, under a name that the studio makes up. Nothing that a
 * request says becomes part of a path.
 */
@Singleton
public final class Uploads {
    static final int MOST = 100;
    static final long MOST_BYTES = 1L << 30;

    private static final int MOST_AT_ONCE = 4;
    private static final int ID_BYTES = 8;
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final int START_BYTES = 8;
    private static final String FOLDER = "uploads";
    private static final String ENTRY = "upload.json";
    /** Folders of such names are no runs. */
    private static final String UNFINISHED = ".";

    private final Path folder;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final SecureRandom random = new SecureRandom();

    Uploads(Workspace workspace) {
        this.folder = workspace.folder().resolve(FOLDER);
    }

    /** The latest first. */
    public List<UploadEntry> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.flatMap(path -> entry(path).stream())
                    .sorted(Comparator.comparing(UploadEntry::uploaded)
                            .reversed()
                            .thenComparing(UploadEntry::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that a stream can be made of, the latest first. */
    public List<UploadedRecording> recordings() {
        return all().stream()
                .flatMap(entry -> entry.recording().stream()
                        .map(survey -> new UploadedRecording(entry.id(), entry.label(), file(entry), survey)))
                .toList();
    }

    /** @throws UnknownIdException if there is none */
    public UploadedRecording recording(String id) {
        return recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("uploaded recording"));
    }

    /** @throws UnknownIdException if there is none */
    UploadEntry upload(String id) {
        return all().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("upload"));
    }

    /** Of the upload in this folder, if it is one of the studio's. */
    Optional<String> label(Path path) {
        return path.startsWith(folder) ? entry(path).map(UploadEntry::label) : Optional.empty();
    }

    Path file(UploadEntry entry) {
        return folder.resolve(entry.id()).resolve(entry.kind().fileName());
    }

    /**
     * Reads what is sent, and keeps it if it is a model or a recording.
     *
     * @param name what its visitor calls it
     * @throws UploadRefusedException if it is none
     * @throws UploadsFullException if too much is there or on its way
     */
    UploadEntry receive(String name, InputStream content) {
        if (!places.tryAcquire()) {
            throw new UploadsFullException(MOST_AT_ONCE + " uploads are on their way; try again when one is done");
        }
        try {
            removeAbandoned();
            requireRoom(0);
            String id = newId();
            Path unfinished = folder.resolve(UNFINISHED + id);
            Files.createDirectories(unfinished);
            try {
                UploadEntry entry = keep(id, UploadLabel.of(name), unfinished, content);
                putInPlace(unfinished, entry);
                return entry;
            } finally {
                delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /** @throws UnknownIdException if there is none */
    void delete(String id) {
        UploadEntry entry = upload(id);
        try {
            delete(folder.resolve(entry.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UploadEntry keep(String id, String label, Path unfinished, InputStream content) throws IOException {
        Path received = unfinished.resolve("received");
        long bytes = Files.copy(content, received);
        UploadKind kind = UploadKind.of(label, start(received));
        Optional<RecordingSurvey> survey = UploadReader.read(kind, label, received);
        Files.move(received, unfinished.resolve(kind.fileName()));
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        UploadEntry entry = new UploadEntry(id, label, kind, bytes, now, survey);
        SafeFile.write(unfinished.resolve(ENTRY), Json.text(entry));
        return entry;
    }

    private synchronized void putInPlace(Path unfinished, UploadEntry entry) throws IOException {
        requireRoom(entry.bytes());
        Files.move(unfinished, folder.resolve(entry.id()));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(START_BYTES);
        }
    }

    private void requireRoom(long more) {
        List<UploadEntry> all = all();
        long used = all.stream().mapToLong(UploadEntry::bytes).sum();
        if (all.size() >= MOST || used + more > MOST_BYTES) {
            throw new UploadsFullException("the workspace holds " + all.size() + " uploads of " + (used >> 20)
                    + " MiB together; " + MOST + " and " + (MOST_BYTES >> 20) + " MiB are the most: delete some first");
        }
    }

    /** What a studio that was ended amidst an upload has left. */
    private void removeAbandoned() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = Instant.now().minus(ABANDONED);
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path path : folders.filter(Uploads::isUnfinished).toList()) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(old)) {
                    delete(path);
                }
            }
        }
    }

    private static boolean isUnfinished(Path path) {
        return path.getFileName().toString().matches("\\.[0-9a-f]{16}");
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Folders that hold something else are none of the studio's. */
    private static Optional<UploadEntry> entry(Path path) {
        Path file = path.resolve(ENTRY);
        String id = path.getFileName().toString();
        try {
            return id.startsWith(UNFINISHED) || !Files.isRegularFile(file)
                    ? Optional.empty()
                    : Json.read(Files.readString(file), UploadEntry.class)
                            .filter(entry -> id.equals(entry.id()) && entry.kind() != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
