package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.interpreter.Interpreter;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published float models of MLPerf Tiny keep their accuracy. One sample in five calibrates, the others are the test. */
class RealModelsTest {
    @Test
    void keywordSpottingStaysWithinOnePointOfFloat() throws IOException {
        double outputSqnrDb =
                assertKeepsAccuracy(RealData.model("kws_ref_model_float32.tflite"), RealData.keywords(), 0.01);
        assertTrue(outputSqnrDb > 27, () -> "SQNR " + outputSqnrDb);
    }

    @Test
    @Tag("slow")
    void imageClassificationStaysWithinOnePointOfFloat() throws IOException {
        double outputSqnrDb =
                assertKeepsAccuracy(RealData.model("pretrainedResnet.tflite"), RealData.cifar10(120), 0.01);
        assertTrue(outputSqnrDb > 22, () -> "SQNR " + outputSqnrDb);
    }

    private static double assertKeepsAccuracy(FloatModel model, List<RealData.Labelled> samples, double tolerance) {
        List<float[]> calibration = IntStream.range(0, samples.size())
                .filter(i -> i % 5 == 0)
                .mapToObj(i -> samples.get(i).values())
                .toList();
        List<RealData.Labelled> rest = IntStream.range(0, samples.size())
                .filter(i -> i % 5 != 0)
                .mapToObj(samples::get)
                .toList();
        QuantizationResult result =
                Quantizer.quantize(model, new Calibration("one in five", calibration), QuantizerOptions.DEFAULT);
        assertEquals(List.of(), GraphVerifier.verify(result.model().graph()));
        double exact = accuracy(rest, floatClassifier(model));
        double int8 = accuracy(rest, int8Classifier(result.model()));
        assertTrue(exact > 0.7, () -> "float accuracy " + exact);
        assertEquals(exact, int8, tolerance);
        return result.report().outputSqnrDb();
    }

    private static double accuracy(List<RealData.Labelled> samples, Function<float[], float[]> classifier) {
        long right = samples.parallelStream()
                .filter(sample -> argmax(classifier.apply(sample.values())) == sample.label())
                .count();
        return (double) right / samples.size();
    }

    private static Function<float[], float[]> floatClassifier(FloatModel model) {
        Interpreter interpreter = Interpreter.of(model);
        return values -> interpreter.invocation().run(values);
    }

    private static Function<float[], float[]> int8Classifier(Int8Model model) {
        Interpreter interpreter = Interpreter.of(model);
        Graph graph = model.graph();
        PerTensor in = (PerTensor) graph.tensor(graph.inputs().getFirst()).quantization();
        PerTensor out = (PerTensor) graph.tensor(graph.outputs().getFirst()).quantization();
        return values -> out.dequantize(interpreter.invocation().run(in.quantize(values)));
    }

    private static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
