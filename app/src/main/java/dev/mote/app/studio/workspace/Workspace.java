package dev.mote.app.studio.workspace;

import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.studio.StudioSettings;
import dev.mote.app.studio.UnknownIdException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that the studio shows, looked through anew at each request, so that what commands write into it appears. Requests name
 * what is in it by ids, which are looked up among what was found: no path of a request is ever opened.
 */
@Singleton
public final class Workspace {
    private static final int DEEPEST = 4;
    private static final int MOST_RUNS = 2000;
    private static final int ID_DIGITS = 16;
    private static final Set<String> NO_RUNS = Set.of("firmware", "plots", "tensorboard");

    private final Path folder;

    public Workspace(StudioSettings settings) {
        this.folder = settings.workspace();
    }

    public Path folder() {
        return folder;
    }

    /** In the order of their places. */
    public List<RunEntry> runs() {
        return folders().stream().map(this::run).toList();
    }

    /** @throws UnknownIdException if there is none */
    public RunEntry run(String id) {
        return runs().stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("run"));
    }

    /** @throws UnknownIdException if there is none */
    public ModelEntry model(String id) {
        return runs().stream()
                .flatMap(run -> run.models().stream())
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("model"));
    }

    /** The run that a model belongs to. */
    public RunEntry runOf(ModelEntry model) {
        return run(model.file().getParent());
    }

    private RunEntry run(Path path) {
        List<ModelEntry> models = new ArrayList<>();
        for (Path file : models(path)) {
            models.add(new ModelEntry(id(file), file.getFileName().toString(), file));
        }
        return new RunEntry(id(path), place(path), new RunFolder(path), List.copyOf(models));
    }

    private List<Path> models(Path path) {
        try (var files = Files.list(path)) {
            return files.filter(this::isModel).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean isModel(Path file) {
        return file.getFileName().toString().endsWith(".tflite") && Files.isRegularFile(file) && isInside(file);
    }

    /** Whether a file that was found does not lead out of the folder: links in a run of somebody else may. */
    public boolean isInside(Path found) {
        try {
            return !Files.isSymbolicLink(found) || found.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private Set<Path> folders() {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    String name = String.valueOf(path.getFileName());
                    return !path.equals(folder) && (name.startsWith(".") || NO_RUNS.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && marksRun(file)) {
                        found.add(file.getParent());
                    }
                    return found.size() < MOST_RUNS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean marksRun(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".tflite")
                || file.equals(new RunFolder(file.getParent()).checkpoint())
                || file.equals(new RunFolder(file.getParent()).progress());
    }

    private String place(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** Of a run's folder or a model's file: the same at each start, so that links can be kept. */
    public String id(Path path) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(place(path).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
