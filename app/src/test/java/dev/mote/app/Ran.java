package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A command that has ended, with what it wrote. */
public record Ran(int code, String out, String err) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs a command in this process. */
    public static Ran mote(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = Mote.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Ran(code, out.toString(), err.toString());
    }

    public Ran requireDone() {
        assertEquals(0, code, err);
        return this;
    }

    /** Standard output, which must be one JSON object and nothing else. */
    public JsonNode json() {
        return json(out);
    }

    static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            assertTrue(node.isObject(), text);
            return node;
        } catch (JsonProcessingException e) {
            throw new AssertionError("not one JSON object: " + text, e);
        }
    }

    /** The single line of a failure, without {@code mote: }; there is no result, no stack trace, and the line says what to do. */
    String failure(int expectedCode) {
        assertEquals(expectedCode, code, err);
        assertEquals("", out);
        List<String> lines = err.lines()
                .filter(line -> !line.startsWith("  try: mote"))
                .filter(line -> !line.startsWith("mote: data: ") && !line.startsWith("mote: train: "))
                .toList();
        assertEquals(1, lines.size(), err);
        assertTrue(lines.getFirst().startsWith("mote: "), err);
        assertFalse(err.contains("internal error"), err);
        return lines.getFirst().substring("mote: ".length());
    }
}
