package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.graph.OperatorSamples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a reading, or an InvalidModelException of one line. */
class HostileInputTest {
    private static final int FLIPS = 20_000;

    @Test
    void saysThatOtherFilesAreNoModels() {
        assertEquals("TFL-02", refusal(new byte[0]));
        assertEquals("TFL-02", refusal("hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals("TFL-02", refusal("PK\3\4 a zip file and more".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysThatAModelIsCutOff() {
        byte[] file = TfliteWriter.write(OperatorSamples.all().getFirst());
        InvalidModelException thrown =
                assertThrows(InvalidModelException.class, () -> read(Arrays.copyOf(file, file.length / 2)));
        assertEquals("TFL-03", thrown.findings().getFirst().code());
        assertTrue(thrown.getMessage().startsWith("x.tflite: "), thrown.getMessage());
        assertFalse(thrown.getMessage().contains("\n"), thrown.getMessage());
    }

    @Test
    void survivesGoldenModelsCutAnywhere() throws IOException {
        for (Path model : GoldenData.models("golden")) {
            byte[] file = Files.readAllBytes(model);
            for (int i = 0; i < 200; i++) {
                tolerate(Arrays.copyOf(file, (int) ((long) file.length * i / 200)));
            }
        }
    }

    @Test
    void survivesEveryLengthOfASmallModel() {
        byte[] file = TfliteWriter.write(OperatorSamples.all().getFirst());
        for (int length = 0; length < file.length; length++) {
            tolerate(Arrays.copyOf(file, length));
        }
    }

    @Test
    void survivesFlippedBytes() {
        List<byte[]> files =
                OperatorSamples.all().stream().map(TfliteWriter::write).toList();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < FLIPS; i++) {
            byte[] file = files.get(i % files.size()).clone();
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                file[random.nextInt(file.length)] = extreme(random);
            }
            tolerate(file);
        }
    }

    @Test
    void survivesFlippedWords() {
        byte[] original = TfliteWriter.write(OperatorSamples.all().getFirst());
        int[] words = {0, 1, -1, 4, 8, 1 << 16, Integer.MAX_VALUE, Integer.MIN_VALUE, original.length, -original.length
        };
        for (int position = 0; position + 4 <= original.length; position++) {
            for (int word : words) {
                byte[] file = original.clone();
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(position, word);
                tolerate(file);
            }
        }
    }

    /** 100,000 tensors that are all one table with one large shape would take gigabytes if they were believed. */
    @Test
    void refusesPartsThatAreUsedOverAndOver() {
        assertEquals("TFL-03", refusal(repeatedTensor(100_000)));
    }

    private static byte[] repeatedTensor(int count) {
        var builder = new com.google.flatbuffers.FlatBufferBuilder();
        int shape = TfliteWriter.intVector(builder, new int[count]);
        builder.startTable(Schema.Tensor.FIELDS);
        builder.addOffset(Schema.Tensor.SHAPE, shape, 0);
        int tensor = builder.endTable();
        int[] tensors = new int[count];
        Arrays.fill(tensors, tensor);
        int vector = builder.createVectorOfTables(tensors);
        builder.startTable(Schema.SubGraph.FIELDS);
        builder.addOffset(Schema.SubGraph.TENSORS, vector, 0);
        int subgraphs = builder.createVectorOfTables(new int[] {builder.endTable()});
        builder.startTable(Schema.Model.FIELDS);
        builder.addInt(Schema.Model.VERSION, Schema.VERSION, 0);
        builder.addOffset(Schema.Model.SUBGRAPHS, subgraphs, 0);
        builder.finish(builder.endTable(), FlatBuffer.IDENTIFIER);
        return builder.sizedByteArray();
    }

    private static byte extreme(SplittableRandom random) {
        byte[] values = {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) random.nextInt()};
        return values[random.nextInt(values.length)];
    }

    private static void tolerate(byte[] file) {
        try {
            Graph graph = read(file).graph();
            assertTrue(graph.tensors().size() <= file.length);
        } catch (InvalidModelException e) {
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
        }
    }

    private static String refusal(byte[] file) {
        return assertThrows(InvalidModelException.class, () -> read(file))
                .findings()
                .getFirst()
                .code();
    }

    private static TfliteReading read(byte[] file) {
        return TfliteReader.read("x.tflite", file);
    }
}
