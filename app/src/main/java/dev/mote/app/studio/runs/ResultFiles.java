package dev.mote.app.studio.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.app.pipeline.RunFolder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the files of a run tell: {@code progress.json}, {@code report.json}, {@code metrics.json}, {@code history.json} of the commands, and {@code compare.json}
 * and {@code bench.json}, where somebody kept what {@code mote compare --json} and {@code mote bench --json} printed.
 */
@Singleton
final class ResultFiles {
    private static final int MOST_KEPT = 8192;
    private static final long LARGEST_BYTES = 32 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final FileCache<RunResults> cache = new FileCache<>(MOST_KEPT);

    /** What several files tell is taken from the first. */
    RunResults of(RunFolder run) {
        List<Path> files = List.of(
                run.progress(),
                run.reportJson(),
                run.folder().resolve("compare.json"),
                run.metrics(),
                run.history(),
                run.folder().resolve("bench.json"));
        return files.stream()
                .flatMap(file -> cache.get(file, ResultFiles::read).stream())
                .reduce(RunResults.NOTHING, RunResults::or);
    }

    /** Nothing of a file that is none of Mote's. */
    private static RunResults read(Path file) {
        try {
            return Files.size(file) > LARGEST_BYTES
                    ? RunResults.NOTHING
                    : Optional.ofNullable(JSON.readTree(Files.readString(file)))
                            .filter(JsonNode::isObject)
                            .map(ResultReader::read)
                            .orElse(RunResults.NOTHING);
        } catch (IOException e) {
            return RunResults.NOTHING;
        }
    }
}
