package dev.mote.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command as a process of its own: with another folder to work in, another environment, or an end by a signal.
 *
 * @param home where {@code examples} is looked for
 * @param folder to work in
 * @param environment that differs from this process's
 */
record MoteProcess(Path home, Path folder, Map<String, String> environment) {
    private static final int LONGEST_SECONDS = 240;

    Ran run(List<String> arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("mote-", ".out");
        Path err = Files.createTempFile("mote-", ".err");
        try {
            Process process = start(arguments, out, err);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(arguments + ": still running after " + LONGEST_SECONDS + " s");
            }
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    Process start(List<String> arguments, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmote.home=" + home.toAbsolutePath(),
                "-cp",
                classPath(),
                Mote.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                java.io.File.pathSeparator,
                Arrays.stream(all.split(java.io.File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
