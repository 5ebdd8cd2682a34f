package dev.mote.app.studio.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last lines that a training said, fit to be shown. */
final class TrainingLog {
    private static final int LAST_BYTES = 8192;
    private static final int LAST_LINES = 12;
    private static final int LONGEST_LINE = 400;
    private static final String SPOKEN_BY = "mote: ";
    /** Followed by a trace, and a request to report it. */
    private static final String UNFORESEEN = "internal error: ";

    /** Of Java and of TensorFlow, to their developers. */
    private static final Pattern NOISE = Pattern.compile("^(WARNING: |Picked up |[IWE]\\d{4} \\d\\d:\\d\\d:)");

    private TrainingLog() {}

    /** At most twelve; without Java's own warnings, colours and control characters. */
    static List<String> lastLines(Path log) {
        List<String> lines = lines(log);
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private static List<String> lines(Path log) {
        return tail(log)
                .replaceAll("\\x1B\\[[0-9;?]*[A-Za-z]", "")
                .replace('\r', '\n')
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty() && !NOISE.matcher(line).find())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .toList();
    }

    /** What the command said last: why it failed. */
    static Optional<String> lastWords(Path log) {
        List<String> words = lines(log).stream()
                .filter(line -> line.startsWith(SPOKEN_BY))
                .map(line -> line.substring(SPOKEN_BY.length()))
                .toList();
        return words.stream()
                .filter(line -> line.startsWith(UNFORESEEN))
                .findFirst()
                .or(() -> words.isEmpty() ? Optional.empty() : Optional.of(words.getLast()));
    }

    private static String tail(Path log) {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - LAST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(bytes, from);
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return "";
        }
    }
}
