package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other converters write and Mote cannot run is named, all of it, and never silently taken for something else. */
class ReaderFindingsTest {
    private static final int PACK = 83;
    private static final int PACK_OPTIONS = 59;
    private static final int UNPACK = 88;
    private static final int UNPACK_OPTIONS = 64;
    private static final int FULLY_CONNECTED = 9;
    private static final int FULLY_CONNECTED_OPTIONS = 8;
    private static final int CONV_2D = 3;
    private static final int CONV_2D_OPTIONS = 1;
    private static final int FLOAT16 = 1;
    private static final int STRING = 5;

    @Test
    void readsTheHandmadeModelWithoutFindings() {
        assertEquals(List.of(), read(new HandmadeModel()).findings());
    }

    @Test
    void namesTheGraphByItsFileWhereTheFileSaysMain() {
        assertEquals("x", read(new HandmadeModel()).graph().name());
        assertEquals("digits", read(new HandmadeModel().name("digits")).graph().name());
    }

    @Test
    void keepsNamesOfUnknownAndCustomOperators() {
        assertEquals("LOCAL_RESPONSE_NORMALIZATION", unsupported(new HandmadeModel().operator(13)));
        assertEquals("CUSTOM:Fancy", unsupported(new HandmadeModel().custom("Fancy")));
    }

    @Test
    void refusesShuffledWeights() {
        HandmadeModel model = new HandmadeModel()
                .operator(FULLY_CONNECTED)
                .options(FULLY_CONNECTED_OPTIONS, fields -> fields.addByte(1, (byte) 1, 0));
        assertEquals(
                "operator 0 FULLY_CONNECTED \"out\": weights format is 1, which Mote does not support [TFL-10]; "
                        + "export the model without it",
                read(model).findings().getFirst().toString());
        assertEquals(List.of("TFL-10"), codes(model));
        assertInstanceOf(
                Operator.Unsupported.class,
                read(model).graph().nodes().getFirst().operator());
    }

    @Test
    void refusesFusedTanhAndOtherOptions() {
        assertEquals(
                List.of("TFL-10"),
                codes(new HandmadeModel()
                        .operator(CONV_2D)
                        .options(CONV_2D_OPTIONS, fields -> fields.addByte(3, (byte) 4, 0))));
        assertEquals(
                List.of("TFL-10"),
                codes(new HandmadeModel().operator(CONV_2D).options(FULLY_CONNECTED_OPTIONS, fields -> {})));
    }

    @Test
    void refusesCountsOtherThanThoseOfTheOperands() {
        HandmadeModel pack = new HandmadeModel().operator(PACK).options(PACK_OPTIONS, fields -> fields.addInt(0, 2, 0));
        assertEquals(List.of("TFL-10"), codes(pack));
        HandmadeModel unpack = new HandmadeModel().operator(UNPACK).options(UNPACK_OPTIONS, fields -> {});
        assertEquals(List.of("TFL-10"), codes(unpack));
    }

    @Test
    void refusesTypesThatMoteLacks() {
        HandmadeModel model =
                new HandmadeModel().tensorFields(fields -> fields.addByte(Schema.Tensor.TYPE, (byte) FLOAT16, 0));
        assertEquals(List.of("TFL-11"), codes(model));
        assertEquals(
                "tensor 0 \"in\": has type float16, which Mote does not support, and so have 1 more [TFL-11]; "
                        + "convert again without supported_types = [tf.float16]",
                read(model).findings().getFirst().toString());
        assertEquals(TensorType.OTHER, read(model).graph().tensor(0).type());
        assertEquals(
                List.of("TFL-11"),
                codes(new HandmadeModel()
                        .tensorFields(fields -> fields.addByte(Schema.Tensor.TYPE, (byte) STRING, 0))));
    }

    @Test
    void refusesBiasTypesThatNoKernelHas() {
        HandmadeModel model = new HandmadeModel()
                .operator(FULLY_CONNECTED)
                .options(FULLY_CONNECTED_OPTIONS, fields -> fields.addByte(4, (byte) TensorType.BOOL.code(), 0));
        assertEquals(
                "bias has type number 6, expected 2, int32, or 4, int64",
                read(model).findings().getFirst().message());
    }

    @Test
    void refusesVariablesSparseAndExternalData() {
        assertEquals(
                List.of("TFL-14", "TFL-14"),
                codes(new HandmadeModel()
                        .tensorFields(fields -> fields.addBoolean(Schema.Tensor.IS_VARIABLE, true, false))));
        HandmadeModel sparse = new HandmadeModel();
        sparse.builder.startTable(1);
        int sparsity = sparse.builder.endTable();
        sparse.tensorFields(fields -> fields.addOffset(Schema.Tensor.SPARSITY, sparsity, 0));
        assertEquals(List.of("TFL-13", "TFL-13"), codes(sparse));
        assertEquals(
                List.of("TFL-12", "TFL-12"),
                codes(new HandmadeModel().tensorFields(fields -> fields.addInt(Schema.Tensor.EXTERNAL_BUFFER, 3, 0))));
        assertEquals(
                List.of("TFL-12", "TFL-12"),
                codes(new HandmadeModel()
                        .tensorFields(fields -> fields.addInt(Schema.Tensor.BUFFER, 1, 0))
                        .bufferFields(fields -> fields.addLong(Schema.Buffer.OFFSET, 4096, 0))));
    }

    @Test
    void refusesImpossibleShapes() {
        assertEquals(List.of("TFL-05", "TFL-05"), codes(new HandmadeModel().shape(-1, 4)));
        assertEquals(List.of("TFL-05", "TFL-05"), codes(new HandmadeModel().shape(1 << 20, 1 << 20)));
    }

    @Test
    void refusesIndicesThatPointNowhere() {
        assertEquals(List.of("TFL-04"), codes(new HandmadeModel().opcodeIndex(5)));
        assertEquals(
                List.of("TFL-04", "TFL-04"),
                codes(new HandmadeModel().tensorFields(fields -> fields.addInt(Schema.Tensor.BUFFER, 9, 0))));
    }

    @Test
    void refusesDataOfTheWrongSize() {
        HandmadeModel model = new HandmadeModel();
        int data = model.builder.createByteVector(new byte[5]);
        model.tensorFields(fields -> fields.addInt(Schema.Tensor.BUFFER, 1, 0))
                .bufferFields(fields -> fields.addOffset(Schema.Buffer.DATA, data, 0));
        assertEquals(List.of("TFL-06", "TFL-06"), codes(model));
    }

    @Test
    void refusesQuantizationThatItDoesNotKnow() {
        assertEquals(List.of("TFL-15", "TFL-15"), codes(quantized(2, 1, 0)));
        assertEquals(List.of("TFL-15", "TFL-15"), codes(quantized(1, 1, 1)));
    }

    @Test
    void refusesOtherSchemaVersions() {
        assertEquals(List.of("TFL-07"), codes(new HandmadeModel().version(2)));
    }

    @Test
    void warnsOfFurtherSubgraphs() {
        TfliteReading reading = read(new HandmadeModel().subgraphs(2));
        assertEquals(
                List.of(Finding.Severity.WARNING),
                reading.findings().stream().map(Finding::severity).toList());
        assertEquals(reading.graph(), reading.requireValid());
    }

    @Test
    void showsAllFindingsWithTheFileInEveryLine() {
        TfliteReading reading = read(new HandmadeModel().version(2).operator(13).subgraphs(2));
        InvalidModelException thrown = assertThrows(InvalidModelException.class, reading::requireValid);
        String[] lines = thrown.getMessage().split("\n");
        assertEquals(2, lines.length);
        for (String line : lines) {
            assertEquals("folder/x.tflite: ", line.substring(0, "folder/x.tflite: ".length()));
        }
    }

    private static HandmadeModel quantized(int scales, int zeroPoints, int detailsType) {
        HandmadeModel model = new HandmadeModel();
        FlatBufferBuilder builder = model.builder;
        builder.startVector(4, scales, 4);
        for (int i = 0; i < scales; i++) {
            builder.addFloat(1);
        }
        int scaleVector = builder.endVector();
        builder.startVector(8, zeroPoints, 8);
        for (int i = 0; i < zeroPoints; i++) {
            builder.addLong(0);
        }
        int zeroPointVector = builder.endVector();
        builder.startTable(Schema.Quantization.FIELDS);
        builder.addOffset(Schema.Quantization.SCALE, scaleVector, 0);
        builder.addOffset(Schema.Quantization.ZERO_POINT, zeroPointVector, 0);
        builder.addByte(Schema.Quantization.DETAILS_TYPE, (byte) detailsType, 0);
        int table = builder.endTable();
        return model.tensorFields(fields -> fields.addOffset(Schema.Tensor.QUANTIZATION, table, 0));
    }

    private static String unsupported(HandmadeModel model) {
        TfliteReading reading = read(model);
        assertEquals(
                List.of("TFL-09"),
                reading.findings().stream().map(Finding::code).toList());
        Graph graph = reading.graph();
        Operator operator = graph.nodes().getFirst().operator();
        return assertInstanceOf(Operator.Unsupported.class, operator).name();
    }

    private static List<String> codes(HandmadeModel model) {
        return read(model).findings().stream().map(Finding::code).toList();
    }

    private static TfliteReading read(HandmadeModel model) {
        return TfliteReader.read("folder/x.tflite", model.bytes());
    }
}
