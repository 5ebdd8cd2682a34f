package dev.mote.model.vectors;

import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteReading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small model with the outputs that the reference's kernels give for it; docs/vectors.md says where it comes from.
 *
 * @param name {@code OPERATOR_type_nn}
 * @param description shapes, attributes, scales
 * @param isSequence whether the vectors are consecutive runs of a model with state
 * @param model the {@code .tflite}
 * @param input vectors back to back, each with all graph inputs in graph order, raw little-endian
 * @param output likewise
 * @param refusal what the reference says where it refuses the model; input and output are empty then
 */
public record VectorCase(
        String name,
        String operator,
        String description,
        boolean isSequence,
        byte[] model,
        byte[] input,
        byte[] output,
        Optional<String> refusal) {
    private static final String REFUSED = "refused: ";

    /** @param files of its folder in the archive */
    static VectorCase of(String operator, String name, Map<String, byte[]> files) {
        String about = new String(files.get("about.txt"), StandardCharsets.UTF_8);
        return new VectorCase(
                name,
                operator,
                about.lines().findFirst().orElseThrow(),
                about.contains("\nmode: sequence\n"),
                files.get("model.tflite"),
                files.getOrDefault("input.bin", new byte[0]),
                files.getOrDefault("output.bin", new byte[0]),
                about.lines()
                        .filter(line -> line.startsWith(REFUSED))
                        .map(line -> line.substring(REFUSED.length()))
                        .findFirst());
    }

    /** Those of every operator, by name. */
    public static Stream<VectorCase> all() {
        return VectorArchive.operators().stream().flatMap(operator -> VectorArchive.cases(operator).stream());
    }

    /** Its element types, as the name has them: {@code int8}, {@code float32_to_int8}. */
    public String types() {
        return name.substring(operator.length() + 1, name.lastIndexOf('_'));
    }

    public TfliteReading read() {
        return TfliteReader.read(name + ".tflite", model);
    }

    @Override
    public String toString() {
        return name;
    }
}
