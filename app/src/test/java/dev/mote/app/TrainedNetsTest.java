package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.pipeline.Firmware;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipe can say goes all the way: float model, int8 model near to it, and C with the same bytes. */
class TrainedNetsTest {
    private static final Shape INPUT = Shape.of(6, 5, 2);
    private static final int SAMPLES = 60;

    /** @param steps by which an int8 output may be off, of 256 */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            residual     | 4 | conv2d: {filters: 4, kernel_size: 3, padding: same, activation: relu, name: a}; depthwise_conv2d: {kernel_size: 3, padding: same, name: b}; batch_normalization: {name: c}; add: {from: [c, a, b]}; activation: relu6; concatenate: {from: [activation, input, a]}
            elu          | 3 | activation: elu
            selu         | 4 | activation: selu
            sigmoid      | 3 | activation: sigmoid
            hard_sigmoid | 3 | activation: hard_sigmoid
            tanh         | 3 | activation: tanh
            swish        | 4 | activation: swish
            hard_swish   | 4 | activation: hard_swish
            softplus     | 4 | activation: softplus
            step         | 1 | activation: step
            global max   | 3 | zero_padding2d; conv2d: {filters: 4, kernel_size: 3}; global_max_pooling2d
            lstm         | 6 | reshape: {target_shape: [10, 6]}; lstm: {units: 5, return_sequences: true}; lstm: {units: 4}
            """)
    void quantizesAndBecomesC(String name, int steps, String layers) {
        String yaml =
                "name: net\nloss: mean_squared_error\nlayers:\n  - " + String.join("\n  - ", layers.split("; ")) + "\n";
        FloatModel model = model(yaml);
        Int8Model int8 = quantized(model);
        PerTensor in = (PerTensor)
                int8.graph().tensor(int8.graph().inputs().getFirst()).quantization();
        PerTensor out = (PerTensor)
                int8.graph().tensor(int8.graph().outputs().getFirst()).quantization();
        ByteArrayOutputStream inputs = new ByteArrayOutputStream();
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        samples(7).limit(10).forEach(sample -> {
            byte[] integers = in.quantize(sample);
            byte[] answer = Interpreter.of(int8).invocation().run(integers);
            float[] exact = Interpreter.of(model).invocation().run(in.dequantize(integers));
            for (int i = 0; i < exact.length; i++) {
                int off = Math.abs(answer[i] - out.quantize(exact[i]));
                assertTrue(off <= steps, name + ": output " + i + " is off by " + off + " steps for " + exact[i]);
            }
            inputs.writeBytes(integers);
            outputs.writeBytes(answer);
        });
        assertArrayEquals(
                outputs.toByteArray(), Firmware.run(int8.graph(), Path.of("net.tflite"), inputs.toByteArray(), false));
    }

    private static FloatModel model(String yaml) {
        Network network = Network.of(Recipe.parse("net", yaml), INPUT, 2);
        Weights weights = Weights.initial(network, new SplittableRandom(1));
        return ExportNetwork.of("net", network, weights, ModelCard.EMPTY);
    }

    private static Int8Model quantized(FloatModel model) {
        Calibration calibration =
                new Calibration("random", samples(1).limit(SAMPLES).toList());
        return Quantizer.quantize(model, calibration, QuantizerOptions.DEFAULT).model();
    }

    /** Uniform in [-5, 5). */
    private static Stream<float[]> samples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> {
            float[] sample = new float[INPUT.elements()];
            for (int i = 0; i < sample.length; i++) {
                sample[i] = (float) random.nextDouble(-5, 5);
            }
            return sample;
        });
    }
}
