package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.conv2d;
import static dev.mote.model.graph.OperatorSamples.data;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user of Keras and its converter is told to do. */
class RemediesTest {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);

    @Test
    void sendsDilatedConvolutionsWithOpenBatchBackToAFixedOne() {
        assertEquals(
                "fix the batch size, keras.Input(shape, batch_size=1), and convert again: it often goes away then",
                remedy(with(conv2d(FLOAT32), new Operator.Unsupported("SPACE_TO_BATCH_ND"))));
    }

    @Test
    void knowsNoMoreThanToReplaceOtherOperators() {
        assertEquals(
                "replace it in the model, then export again",
                remedy(with(conv2d(FLOAT32), new Operator.Unsupported("CUSTOM:x"))));
    }

    @Test
    void endsDetectorsBeforeTheirPostProcessing() {
        assertEquals(
                "export the model without its post-processing: end it at boxes and scores, and pick the boxes in the firmware",
                remedy(with(conv2d(FLOAT32), new Operator.Unsupported("CUSTOM:TFLite_Detection_PostProcess"))));
    }

    @Test
    void asksForTheModelBeforeVela() {
        assertEquals(
                "give the model as it was before Vela compiled it for the Ethos-U",
                remedy(with(conv2d(FLOAT32), new Operator.Unsupported("CUSTOM:ethos-u"))));
    }

    @Test
    void recognizesDynamicRangeQuantization() {
        Tensor weights = conv2d(INT8).tensor(1);
        Finding finding = error(with(conv2d(FLOAT32), 1, weights));
        assertEquals("type of the weights is int8, expected float32", finding.message());
        assertEquals(
                "only the weights are quantized (dynamic range): convert with a representative dataset,"
                        + " or without optimizations and then use mote quantize",
                finding.remedy());
    }

    @Test
    void sendsUint8EndsBackToInt8() {
        assertEquals(
                "convert again with inference_input_type and inference_output_type tf.int8",
                remedy(one(
                        new Operator.LeakyRelu(0.1f), data(TensorType.UINT8, SCALE, 1, 4), data(INT8, SCALE, 1, 4))));
    }

    @Test
    void tellsAnInt8ModelWithFloatEndsFromAFloatModel() {
        Graph graph = new Graph(
                "x",
                List.of(
                        data(FLOAT32, Quantization.NONE, 1, 4),
                        data(INT8, SCALE, 1, 4),
                        data(FLOAT32, Quantization.NONE, 1, 4)),
                List.of(
                        new Node(new Operator.Quantize(), List.of(0), List.of(1)),
                        new Node(new Operator.Dequantize(), List.of(1), List.of(2))),
                List.of(0),
                List.of(2),
                Map.of());
        assertEquals(
                "only its inside is int8: convert again with inference_input_type and inference_output_type tf.int8",
                refusal(graph));
        assertEquals("quantize it first: mote quantize", refusal(conv2d(FLOAT32)));
    }

    private static String refusal(Graph graph) {
        return assertThrows(InvalidModelException.class, () -> new Int8Model(graph))
                .findings()
                .getFirst()
                .remedy();
    }

    private static String remedy(Graph graph) {
        return error(graph).remedy();
    }

    private static Finding error(Graph graph) {
        return GraphVerifier.verify(graph).getFirst();
    }
}
