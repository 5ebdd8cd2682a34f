package dev.mote.app.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Results as JSON: the components of a record are the keys, in snake case. */
public final class Json {
    private static final ObjectMapper MAPPER = customize(new JsonMapper()).enable(SerializationFeature.INDENT_OUTPUT);

    /** JSON knows no NaN and no infinity: they become null. */
    private static final class FiniteSerializer extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        FiniteSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                generator.writeNull();
            }
        }
    }

    private Json() {}

    /** Makes {@code mapper} write as {@link #text} does, but for the indents. */
    public static ObjectMapper customize(ObjectMapper mapper) {
        return mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .registerModule(new Jdk8Module())
                .registerModule(new SimpleModule()
                        .addSerializer(Path.class, ToStringSerializer.instance)
                        .addSerializer(Double.class, new FiniteSerializer())
                        .addSerializer(Double.TYPE, new FiniteSerializer()));
    }

    /**
     * What {@link #text} wrote.
     *
     * @return nothing if it is something else
     */
    public static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An indented object. */
    public static String text(Object result) {
        try {
            return MAPPER.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
