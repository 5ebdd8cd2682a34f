package dev.mote.app.command;

import dev.mote.app.pipeline.Json;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --json}: one JSON object to standard output and nothing else. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON object to standard output and nothing else.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    /** Prints {@code result} as JSON, or as {@code text} does it for a person. */
    <T> void print(PrintWriter out, T result, Consumer<T> text) {
        if (json) {
            out.println(Json.text(result));
        } else {
            text.accept(result);
        }
        out.flush();
    }
}
