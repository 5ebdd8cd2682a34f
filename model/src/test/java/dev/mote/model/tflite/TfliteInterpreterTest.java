package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that went through reader and writer give the same answers in TensorFlow Lite as the originals. */
class TfliteInterpreterTest {
    /** All float files, and the first int8 ones of each operator: some later ones, made to be extreme, abort this interpreter. */
    private static final String TRIED = ".*_(float32_..|int8_0[0-3])";

    @Test
    void rewrittenModelsGiveTheSameBytes() throws IOException {
        for (Path folder : GoldenData.cases("golden")) {
            compare(folder);
        }
    }

    @Test
    void rewrittenOperatorsGiveTheSameAnswers() throws IOException {
        int compared = 0;
        for (Path folder : GoldenData.cases("golden-operators")) {
            String name = folder.getFileName().toString();
            if (name.matches(TRIED) && isSupported(folder) && TfliteRunner.takes(model(folder), inputs(folder))) {
                compare(folder);
                compared++;
            }
        }
        assertTrue(compared > 300, compared + " files");
    }

    /** TensorFlow Lite on desktops aborts on CONV_2D without bias and on BROADCAST_TO of version 1, other than TFLM. */
    private static boolean isSupported(Path folder) {
        TfliteReading reading = TfliteFile.open(GoldenData.model(folder));
        return reading.findings().stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR)
                && reading.graph().nodes().stream()
                        .noneMatch(node -> node.operator() instanceof Operator.Conv2d && !node.hasInput(2)
                                || node.operator() instanceof Operator.BroadcastTo);
    }

    private static byte[] model(Path folder) throws IOException {
        return Files.readAllBytes(GoldenData.model(folder));
    }

    private static ByteBuffer inputs(Path folder) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve("input.bin")));
    }

    private static void compare(Path folder) throws IOException {
        byte[] original = model(folder);
        TfliteReading reading = TfliteReader.read(folder.toString(), original);
        byte[] rewritten = TfliteWriter.write(reading.graph());
        TensorType type =
                reading.graph().tensor(reading.graph().outputs().getFirst()).type();
        ByteBuffer inputs = inputs(folder);
        try (TfliteRunner first = new TfliteRunner(original);
                TfliteRunner second = new TfliteRunner(rewritten)) {
            while (inputs.hasRemaining()) {
                byte[] expected = first.run(inputs.duplicate());
                byte[] actual = second.run(inputs);
                if (type == TensorType.FLOAT32) {
                    assertClose(expected, actual, folder.toString());
                } else {
                    assertArrayEquals(expected, actual, folder.toString());
                }
            }
        }
    }

    private static void assertClose(byte[] expected, byte[] actual, String message) {
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer found = ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN);
        while (wanted.hasRemaining()) {
            float value = wanted.getFloat();
            assertEquals(value, found.getFloat(), 1e-5 * Math.max(1, Math.abs(value)), message);
        }
    }
}
