package dev.mote.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the examples whose recipes train for one epoch. */
final class ShortExamples {
    private ShortExamples() {}

    static void copy(Path home) throws IOException {
        Path examples = TestRuns.home().resolve("examples");
        List<Path> files;
        try (Stream<Path> walked = Files.walk(examples)) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target =
                    home.resolve("examples").resolve(examples.relativize(file).toString());
            Files.createDirectories(target.getParent());
            if (file.toString().endsWith(".yaml")) {
                Files.writeString(target, Files.readString(file).replaceAll("(?m)^epochs: .*", "epochs: 1"));
            } else {
                Files.copy(file, target);
            }
        }
    }
}
