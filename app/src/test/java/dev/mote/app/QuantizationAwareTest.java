package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Tensor;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TensorFlow measures with rounding is what the int8 model does, in the simulator and in compiled C. */
class QuantizationAwareTest {
    private static final String RECIPE = """
            name: aware
            data: synthetic-activity
            input: {normalize: standardize}
            seed: 3
            epochs: 2
            batch_size: 64
            quantization: {aware: true, weights: int8, ranges: %s, epochs: 1, learning_rate: 0.002}
            layers:
              - conv1d: {filters: 6, kernel_size: 5, strides: 4, padding: same, use_bias: false, name: stem}
              - batch_normalization: {momentum: 0.9}
              - activation: relu
              - conv1d: {filters: 6, kernel_size: 3, padding: same, activation: tanh, name: branch}
              - add: {from: [branch, activation]}
              - max_pooling1d
              - flatten
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"learned", "observed"})
    void theInt8ModelDoesWhatTrainingMeasured(String ranges) throws Exception {
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, RECIPE.formatted(ranges));
        JsonNode trained = Ran.mote("train", recipe, "--out", folder, "--json")
                .requireDone()
                .json();
        Path floats = folder.resolve("float.tflite");
        Path int8 = folder.resolve("int8.tflite");
        Ran.mote("quantize", floats, "--calibration", "synthetic-activity", "--out", int8, "--seed", 3)
                .requireDone();
        JsonNode compared = Ran.mote("compare", floats, int8, "--data", "synthetic-activity", "--seed", 3, "--json")
                .requireDone()
                .json();
        assertEquals(
                trained.get("accuracy").asDouble(),
                compared.get("int8_accuracy").asDouble(),
                0.004);
        assertEquals(0, compared.get("c_mismatches").asInt());
        requireTrainedScales(TfliteFile.read(floats), TfliteFile.read(int8));
    }

    private static void requireTrainedScales(Graph floats, Graph int8) {
        int checked = 0;
        for (Tensor tensor : floats.tensors()) {
            if (tensor.quantization() instanceof Quantization.Trained(float min, float max)) {
                PerTensor made = (PerTensor) int8.tensors().stream()
                        .filter(other -> other.name().equals(tensor.name()))
                        .findFirst()
                        .orElseThrow()
                        .quantization();
                assertEquals((max - min) / 255.0, made.scale(), 1e-6 * made.scale(), tensor.name());
                checked++;
            }
        }
        assertTrue(checked >= 5, "only " + checked + " tensors carry a range");
    }
}
