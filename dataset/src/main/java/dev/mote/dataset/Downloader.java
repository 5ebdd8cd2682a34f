package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Fetches the files of a data set from its publisher. A file is put in place only when it is complete and checked. */
final class Downloader {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    /** Until the answer's head is there, not for the whole file. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final int HTTP_OK = 200;

    private final KnownDataset dataset;
    private final Path folder;
    private final Consumer<String> progress;

    private Downloader(KnownDataset dataset, Path folder, Consumer<String> progress) {
        this.dataset = dataset;
        this.folder = folder;
        this.progress = progress;
    }

    /** Files that are there and right are kept; a wrong one is replaced. */
    static List<Path> get(KnownDataset dataset, DataDirectory directory, Consumer<String> progress) {
        if (dataset.synthetic()) {
            throw new BadInputException(
                    dataset.name() + " is generated, there is nothing to fetch; use it with: --data " + dataset.name());
        }
        Downloader downloader = new Downloader(dataset, directory.folder(dataset.folder()), progress);
        downloader.makeFolder();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return dataset.files().stream()
                    .map(file -> downloader.get(file, client))
                    .toList();
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be made (" + reason(e) + "); give another place with --data-dir", e);
        }
    }

    private Path get(PublishedFile file, HttpClient client) {
        Optional<Path> present = file.findIn(folder);
        if (present.isPresent()) {
            try {
                file.check().verify(present.get());
                progress.accept(present.get() + ": there already, and right");
                return present.get();
            } catch (BadInputException e) {
                progress.accept(e.getMessage());
            }
        }
        if (file.sources().isEmpty()) {
            throw new BadInputException(dataset.name() + ": " + file.name()
                    + " is not published as one file (docs/data.md tells where it is from); put it here: "
                    + folder.resolve(file.name()));
        }
        List<String> failures = new ArrayList<>();
        for (URI source : file.sources()) {
            try {
                return fetch(file, source, client);
            } catch (IOException e) {
                failures.add(source + " (" + reason(e) + ")");
            }
        }
        throw new BadInputException(dataset.name() + ": could not fetch " + String.join(", nor ", failures)
                + "; download it by hand and put it here: " + folder.resolve(file.name()));
    }

    private Path fetch(PublishedFile file, URI source, HttpClient client) throws IOException {
        Path target = folder.resolve(file.name());
        // Not a file of createTempFile, which nobody else could read once it is in place.
        Path part =
                folder.resolve("." + file.name() + "." + ProcessHandle.current().pid() + ".part");
        // For an interrupted run; the ordinary ways out are below.
        part.toFile().deleteOnExit();
        try {
            progress.accept(source + " ...");
            transfer(source, client, part);
            verify(file, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            progress.accept(target + ": fetched and checked");
            return target;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void transfer(URI source, HttpClient client, Path part) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(source).timeout(ANSWER_TIMEOUT).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != HTTP_OK) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                long received = Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
                OptionalLong promised = response.headers().firstValueAsLong("Content-Length");
                if (promised.isPresent() && promised.getAsLong() != received) {
                    throw new IOException(received + " of " + promised.getAsLong() + " bytes came");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A wrong file is a failure of its source, so that the next one is tried. */
    private static void verify(PublishedFile file, Path part) throws IOException {
        try {
            file.check().verify(part);
        } catch (BadInputException e) {
            String message = e.getMessage().replace(part.toString(), file.name());
            throw new IOException("wrong contents: " + message, e);
        }
    }

    /** Network failures often come without a message of their own. */
    private static String reason(IOException e) {
        return switch (e) {
            case HttpConnectTimeoutException _ -> "no connection in time";
            case HttpTimeoutException _ -> "no answer in time";
            case FileSystemException unwritable -> "cannot write " + unwritable.getMessage();
            case ConnectException _ -> "cannot connect: offline?";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
