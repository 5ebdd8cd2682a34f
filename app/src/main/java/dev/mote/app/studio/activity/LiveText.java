package dev.mote.app.studio.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.app.pipeline.Json;
import dev.mote.model.BadInputException;

/** Messages of the socket as text. */
final class LiveText {
    private static final ObjectMapper MAPPER = Json.customize(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build());
    private static final ObjectReader READER = MAPPER.readerFor(LiveRequest.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(LiveReply.class);

    private LiveText() {}

    /** @throws BadInputException one line, if it is no message */
    static LiveRequest request(String text) {
        try {
            LiveRequest request = READER.readValue(text);
            if (request == null) {
                throw new BadInputException("message: expected a JSON object with a type");
            }
            return request;
        } catch (ValueInstantiationException e) {
            throw e.getCause() instanceof BadInputException refused ? refused : unreadable(e);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static BadInputException unreadable(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().getLast().getFieldName() != null
                ? " at " + mapping.getPath().getLast().getFieldName()
                : "";
        return new BadInputException(
                "message: is not understood" + where + "; expected what docs/studio.md describes as messages", e);
    }

    static String text(LiveReply reply) {
        try {
            return WRITER.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
