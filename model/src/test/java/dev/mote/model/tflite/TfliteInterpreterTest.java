package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that went through reader and writer give the same answers in TensorFlow Lite as the originals. */
class TfliteInterpreterTest {
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
            boolean supported = TfliteFile.open(GoldenData.model(folder)).findings().stream()
                    .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
            if (supported) {
                compare(folder);
                compared++;
            }
        }
        assertTrue(compared > 400, compared + " files");
    }

    private static void compare(Path folder) throws IOException {
        byte[] original = Files.readAllBytes(GoldenData.model(folder));
        TfliteReading reading = TfliteReader.read(folder.toString(), original);
        byte[] rewritten = TfliteWriter.write(reading.graph());
        TensorType type =
                reading.graph().tensor(reading.graph().outputs().getFirst()).type();
        ByteBuffer inputs = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("input.bin")));
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
