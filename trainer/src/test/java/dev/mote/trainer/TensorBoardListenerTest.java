package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

class TensorBoardListenerTest {
    private static final Recipe RECIPE =
            Recipe.parse("r", "name: r\nlayers:\n  - dense: {units: 1}\nloss: mean_squared_error\n");

    @TempDir
    private Path folder;

    /** Bit by bit, with the polynomial of Castagnoli: no table, and not Java's own. */
    private static int crc32c(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
            }
        }
        return ~crc;
    }

    private static int masked(byte[] bytes) {
        int crc = crc32c(bytes);
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    /** As TensorFlow's reader: every frame with both checksums. */
    private List<Event> events() throws IOException {
        List<Event> events = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(TensorBoardListener.file(folder)))) {
            while (in.available() > 0) {
                byte[] head = in.readNBytes(8);
                assertEquals(masked(head), Integer.reverseBytes(in.readInt()));
                long length = 0;
                for (int i = 7; i >= 0; i--) {
                    length = length << 8 | head[i] & 0xFF;
                }
                byte[] content = in.readNBytes((int) length);
                assertEquals(masked(content), Integer.reverseBytes(in.readInt()));
                events.add(Event.parseFrom(content));
            }
        }
        return events;
    }

    private static History.Epoch epoch(int number, double loss) {
        return new History.Epoch(
                number,
                new Metrics(loss, OptionalDouble.of(0.5)),
                Optional.of(new Metrics(loss + 1, OptionalDouble.of(0.25))),
                0.01,
                2,
                1);
    }

    private static Weights weights(float... values) {
        SequencedMap<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put("dense/kernel", values);
        return Weights.named(arrays);
    }

    private static Map<String, Float> scalars(Event event) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        event.getSummary().getValueList().stream()
                .filter(Summary.Value::hasSimpleValue)
                .forEach(value -> scalars.put(value.getTag(), value.getSimpleValue()));
        return scalars;
    }

    @Test
    void writesCurvesAndHistograms() throws IOException {
        TensorBoardListener listener = new TensorBoardListener(folder);
        listener.started(RECIPE, 1, 1, 1);
        listener.epochEnded(epoch(1, 3), weights(-1, 0.1f, 2));
        listener.epochEnded(epoch(2, 1.5), weights(5));
        listener.ended();
        List<Event> events = events();
        assertEquals(3, events.size());
        assertEquals("brain.Event:2", events.get(0).getFileVersion());
        assertEquals(
                Map.of("loss", 3f, "accuracy", 0.5f, "val_loss", 4f, "val_accuracy", 0.25f, "learning_rate", 0.01f),
                scalars(events.get(1)));
        assertEquals(2, events.get(2).getStep());
        assertEquals(4, events.get(2).getWallTime());
        HistogramProto histogram =
                events.get(1).getSummary().getValueList().getLast().getHisto();
        assertEquals(3, histogram.getNum());
        assertEquals(1.1, histogram.getSum(), 1e-6);
        assertEquals(5.01, histogram.getSumSquares(), 1e-6);
        assertEquals(-1, histogram.getMin());
        assertEquals(30, histogram.getBucketCount());
        assertEquals(1, histogram.getBucket(0));
        assertEquals(1, histogram.getBucket(11));
        assertEquals(1, histogram.getBucket(29));
        assertEquals(-0.9, histogram.getBucketLimit(0), 1e-9);
        assertEquals(2, histogram.getBucketLimit(29));
        assertEquals(
                1,
                events.get(2).getSummary().getValueList().getLast().getHisto().getBucket(0));
    }

    @Test
    void aRunThatGoesOnKeepsTheEpochsBefore() throws IOException {
        TensorBoardListener first = new TensorBoardListener(folder);
        first.started(RECIPE, 1, 1, 1);
        first.epochEnded(epoch(1, 3), weights(1));
        first.epochEnded(epoch(2, 2), weights(1));
        // The kill tore the next event.
        Files.write(
                TensorBoardListener.file(folder), new byte[] {99, 0, 0, 0, 0, 0, 0, 0, 1}, StandardOpenOption.APPEND);
        TensorBoardListener second = new TensorBoardListener(folder);
        second.continues(1, 2);
        second.started(RECIPE, 1, 1, 1);
        second.epochEnded(epoch(2, 1), weights(1));
        List<Event> events = events();
        assertEquals(List.of(0L, 1L, 2L), events.stream().map(Event::getStep).toList());
        assertEquals(1f, scalars(events.get(2)).get("loss"));
    }

    @Test
    void anotherRunBeginsAnew() throws IOException {
        for (int run = 0; run < 2; run++) {
            TensorBoardListener listener = new TensorBoardListener(folder);
            listener.started(RECIPE, 1, 1, 1);
            listener.epochEnded(epoch(1, 3), weights(1));
        }
        assertEquals(2, events().size());
    }
}
