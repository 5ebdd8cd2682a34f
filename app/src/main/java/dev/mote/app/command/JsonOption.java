package dev.mote.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --json}: one JSON object to standard output and nothing else. Keys are the components of the result's record. */
public final class JsonOption {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new Jdk8Module())
            .build();

    @Option(names = "--json", description = "Print one JSON object to standard output and nothing else.")
    private boolean json;

    /** Prints {@code result} as JSON, or as {@code text} does it for a person. */
    <T> void print(PrintWriter out, T result, Consumer<T> text) {
        if (json) {
            out.println(text(result));
        } else {
            text.accept(result);
        }
        out.flush();
    }

    /** {@code result} as an indented JSON object with keys in snake case. */
    public static String text(Object result) {
        try {
            return MAPPER.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
