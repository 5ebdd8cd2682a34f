package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorData;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizerTest {
    /** A network with most operators: branches, pooling, a residual sum, concatenation. */
    private static FloatModel network(long seed) {
        Nets net = new Nets(seed);
        int stem = net.conv("stem", net.input(1, 8, 8, 3), 8, Activation.RELU);
        int left = net.depthwise("left", stem, Activation.RELU6);
        int sum = net.add("sum", left, net.conv("right", stem, 8, Activation.NONE));
        int leaky = net.node(new Operator.LeakyRelu(0.1f), Shape.of(1, 8, 8, 8), "leaky", sum);
        int pooled = net.pool("pooled", leaky, PoolKind.MAX);
        int axes = net.integers("axes", Shape.of(2), 1, 2);
        int mean = net.node(
                new Operator.Reduce(Operator.ReduceFunction.MEAN, false), Shape.of(1, 8), "mean", pooled, axes);
        int tanh = net.unary("tanh", net.dense("dense", mean, 6, Activation.NONE), UnaryFunction.TANH);
        return net.model(net.dense("out", net.concatenate("features", tanh, mean), 5, Activation.NONE));
    }

    private static Calibration samples(long seed) {
        return new Calibration("random samples", Nets.randomSamples(8 * 8 * 3, 300, seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysWithinAFewStepsOfTheFloatOutputs(long seed) {
        FloatModel model = network(seed);
        QuantizationResult result = Quantizer.quantize(model, samples(seed), QuantizerOptions.DEFAULT);
        Graph int8 = result.model().graph();
        PerTensor in = (PerTensor) int8.tensor(int8.inputs().getFirst()).quantization();
        PerTensor out = (PerTensor) int8.tensor(int8.outputs().getFirst()).quantization();
        for (float[] sample : Nets.randomSamples(8 * 8 * 3, 20, seed + 100)) {
            float[] exact = Interpreter.of(model).invocation().run(sample);
            byte[] quantized = Interpreter.of(result.model()).invocation().run(in.quantize(sample));
            for (int i = 0; i < exact.length; i++) {
                int difference = Math.abs(quantized[i] - out.quantize(exact[i]));
                assertTrue(difference <= 6, "seed " + seed + ": output " + i + " is off by " + difference + " steps");
            }
        }
        assertTrue(
                result.report().outputSqnrDb() > 25,
                () -> "SQNR " + result.report().outputSqnrDb());
    }

    @ParameterizedTest
    @EnumSource(RangeMethod.class)
    void makesFilesThatReadBackAsTheSameCleanGraph(RangeMethod method) {
        Graph int8 = Quantizer.quantize(network(1), samples(1), QuantizerOptions.DEFAULT.withMethod(method))
                .model()
                .graph();
        assertEquals(List.of(), GraphVerifier.verify(int8));
        byte[] file = TfliteWriter.write(int8);
        assertEquals(int8, TfliteReader.read("net", file).requireValid());
    }

    @Test
    void makesTheSameBytesAndTheSameReportAgain() {
        QuantizationResult first = Quantizer.quantize(network(1), samples(1), QuantizerOptions.DEFAULT);
        QuantizationResult second = Quantizer.quantize(network(1), samples(1), QuantizerOptions.DEFAULT);
        assertArrayEquals(
                TfliteWriter.write(first.model().graph()),
                TfliteWriter.write(second.model().graph()));
        assertEquals(first.report(), second.report());
    }

    @Test
    void makesTheSameBytesOnOneCoreAndOnFour() {
        QuantizationResult one = onCores(1);
        QuantizationResult four = onCores(4);
        assertArrayEquals(
                TfliteWriter.write(one.model().graph()),
                TfliteWriter.write(four.model().graph()));
        assertEquals(one.report(), four.report());
    }

    private static QuantizationResult onCores(int cores) {
        try (ForkJoinPool pool = new ForkJoinPool(cores)) {
            return pool.submit(() -> Quantizer.quantize(network(2), samples(2), QuantizerOptions.DEFAULT))
                    .join();
        }
    }

    @Test
    void givesDenseLayersOneScaleOnRequest() {
        Graph int8 = Quantizer.quantize(network(1), samples(1), QuantizerOptions.DEFAULT.withPerChannelDense(false))
                .model()
                .graph();
        int8.nodes().stream()
                .filter(node -> node.operator() instanceof Operator.FullyConnected)
                .forEach(node -> assertTrue(int8.input(node, 1).quantization() instanceof PerTensor));
        assertEquals(List.of(), GraphVerifier.verify(int8));
    }

    @Test
    void quantizesSeveralInputsAndOutputs() {
        Nets net = new Nets(1);
        int first = net.input(1, 3);
        int second = net.input(1, 2);
        FloatModel model =
                net.model(net.concatenate("both", first, second), net.dense("dense", first, 2, Activation.NONE));
        QuantizationResult result = Quantizer.quantize(model, net.samples(10), QuantizerOptions.DEFAULT);
        assertEquals(2, result.model().graph().inputs().size());
        assertEquals(2, result.model().graph().outputs().size());
        assertTrue(result.report().outputSqnrDb() > 35);
    }

    @Test
    void keepsMetadataAndCardAndAddsFacts() {
        ModelCard card = new ModelCard(List.of("a", "b"), InputPreparation.NONE, new TreeMap<>(Map.of("seed", "42")));
        Graph graph = card.in(network(1).graph());
        Map<String, TensorData> metadata = new HashMap<>(graph.metadata());
        metadata.put("other", TensorData.ofInts(1));
        FloatModel model = new FloatModel(
                new Graph(graph.name(), graph.tensors(), graph.nodes(), graph.inputs(), graph.outputs(), metadata));
        Graph int8 = Quantizer.quantize(model, samples(1), QuantizerOptions.DEFAULT)
                .model()
                .graph();
        assertEquals(TensorData.ofInts(1), int8.metadata().get("other"));
        assertEquals(List.of("a", "b"), int8.card().labels());
        assertEquals(
                Map.of(
                        "seed", "42",
                        "calibration.method", "percentile 99.99",
                        "calibration.samples", "300",
                        "calibration.source", "random samples"),
                int8.card().facts());
    }

    @Test
    void reportsEachLayerAndEachTensor() {
        QuantizationReport report = Quantizer.quantize(network(1), samples(1), QuantizerOptions.DEFAULT)
                .report();
        LayerReport stem = report.layers().getFirst();
        assertEquals("stem", stem.name());
        assertEquals("CONV_2D", stem.operator());
        assertEquals(8 * 8 * 8 * 27, stem.macs());
        assertTrue(stem.weightsMin() < 0 && stem.weightsMax() > 0);
        assertTrue(stem.sqnrDb() > 35, () -> "SQNR " + stem.sqnrDb());
        assertTrue(stem.worstChannelSqnrDb() <= stem.sqnrDb());
        assertEquals(report.outputSqnrDb(), report.layers().getLast().sqnrDb(), 1e-9);
        TensorReport input = report.tensors().getFirst();
        assertEquals("input0", input.name());
        assertEquals(-1, input.observedMin(), 0.01);
        assertEquals(1, input.observedMax(), 0.01);
        assertEquals((127 - input.zeroPoint()) * (double) input.scale(), input.rangeMax(), 1e-9);
        assertTrue(input.clippedShare() < 0.001);
        assertEquals(12, report.tensors().size());
    }

    @Test
    void refusesASampleOfTheWrongSize() {
        Calibration wrong = new Calibration("my data", List.of(new float[192], new float[7]));
        assertRefused(
                wrong,
                "my data: calibration sample 1 has 7 values, but \"net\" takes 192; use samples of the data that the model was"
                        + " trained on");
    }

    @Test
    void refusesASampleWithNaN() {
        float[] sample = new float[192];
        sample[5] = Float.NaN;
        assertRefused(
                new Calibration("my data", List.of(new float[192], sample)),
                "my data: calibration sample 1 holds NaN for input \"input0\", expected finite numbers; remove or repair the"
                        + " sample");
    }

    @Test
    void refusesAModelThatComputesInfinity() {
        Nets net = new Nets(1);
        int input = net.input(1, 1);
        int huge = net.constant("huge", Shape.of(1, 1), 3e38f);
        FloatModel model = net.model(net.add("sum", net.add("first", input, huge), huge));
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> Quantizer.quantize(
                        model, new Calibration("my data", List.of(new float[1])), QuantizerOptions.DEFAULT));
        assertEquals(
                "my data: calibration sample 0 makes Infinity in layer \"sum\", expected finite numbers; check the model's"
                        + " weights, or train it again",
                refused.getMessage());
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThrows(BadInputException.class, () -> QuantizerOptions.DEFAULT.withPercentile(50));
        assertThrows(BadInputException.class, () -> QuantizerOptions.DEFAULT.withPercentile(Double.NaN));
    }

    private static void assertRefused(Calibration calibration, String message) {
        BadInputException refused = assertThrows(
                BadInputException.class, () -> Quantizer.quantize(network(1), calibration, QuantizerOptions.DEFAULT));
        assertEquals(message, refused.getMessage());
    }
}
