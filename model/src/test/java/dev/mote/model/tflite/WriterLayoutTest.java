package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriterLayoutTest {
    private static final int CONV_2D = 3;

    @Test
    void alignsEveryBufferTo16Bytes() {
        for (Graph graph : OperatorSamples.all()) {
            for (int odd = 1; odd < 40; odd++) {
                byte[] file =
                        TfliteWriter.write(withMetadata(graph, Map.of("note", TensorData.ofBytes(new byte[odd]))));
                for (FlatTable buffer : model(file).tables(Schema.Model.BUFFERS, "buffer")) {
                    if (buffer.has(Schema.Buffer.DATA)) {
                        int start = buffer.vector(Schema.Buffer.DATA) + Integer.BYTES;
                        assertEquals(0, start % 16, graph.name() + " with " + odd + " bytes of metadata");
                    }
                }
            }
        }
    }

    @Test
    void firstBufferIsEmptyAndEqualDataIsKeptOnce() {
        Graph graph = OperatorSamples.conv2d(TensorType.INT8);
        TensorData weights = graph.tensor(1).data().orElseThrow();
        byte[] file = TfliteWriter.write(withMetadata(graph, Map.of("copy", weights)));
        List<FlatTable> buffers = model(file).tables(Schema.Model.BUFFERS, "buffer");
        assertEquals(3, buffers.size());
        assertTrue(!buffers.getFirst().has(Schema.Buffer.DATA));
    }

    @Test
    void emptyMetadataHasNoDataVector() {
        Graph graph = OperatorSamples.all().getLast();
        byte[] file = TfliteWriter.write(withMetadata(graph, Map.of("empty", TensorData.ofBytes(new byte[0]))));
        List<FlatTable> buffers = model(file).tables(Schema.Model.BUFFERS, "buffer");
        assertEquals(2, buffers.size());
        assertTrue(buffers.stream().noneMatch(buffer -> buffer.has(Schema.Buffer.DATA)));
    }

    @Test
    void writesBothOperatorCodesAndTheVersionOfTheKernel() {
        byte[] file = TfliteWriter.write(OperatorSamples.conv2d(TensorType.INT8));
        FlatTable code = model(file).tables(Schema.Model.OPERATOR_CODES, "code").getFirst();
        assertEquals(CONV_2D, code.int8(Schema.OperatorCode.DEPRECATED_BUILTIN_CODE, 0));
        assertEquals(CONV_2D, code.int32(Schema.OperatorCode.BUILTIN_CODE, 0));
        assertEquals(3, code.int32(Schema.OperatorCode.VERSION, 1));
    }

    @Test
    void writesDescriptionAndName() {
        FlatTable model = model(TfliteWriter.write(OperatorSamples.conv2d(TensorType.INT8)));
        assertEquals("Mote", model.string(Schema.Model.DESCRIPTION));
        FlatTable subgraph = model.tables(Schema.Model.SUBGRAPHS, "subgraph").getFirst();
        assertEquals("conv_2d", subgraph.string(Schema.SubGraph.NAME));
    }

    private static FlatTable model(byte[] file) {
        return new FlatBuffer("test.tflite", file).root("model");
    }

    private static Graph withMetadata(Graph graph, Map<String, TensorData> metadata) {
        return new Graph(graph.name(), graph.tensors(), graph.nodes(), graph.inputs(), graph.outputs(), metadata);
    }
}
