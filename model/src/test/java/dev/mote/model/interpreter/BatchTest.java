package dev.mote.model.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {
    private static final int SAMPLES = 1000;

    static List<Graph> models() {
        return List.of(OperatorSamples.conv2d(TensorType.INT8), OperatorSamples.conv2d(TensorType.FLOAT32));
    }

    @ParameterizedTest
    @MethodSource("models")
    void answersAsOneSampleAfterTheOther(Graph graph) {
        Invocation invocation = Interpreter.of(graph).invocation();
        int size = invocation.inputBytes();
        byte[] inputs = new byte[SAMPLES * size];
        new SplittableRandom(5).nextBytes(inputs);
        List<byte[]> answers = Batch.run(Interpreter.of(graph), inputs);
        assertEquals(SAMPLES, answers.size());
        for (int i = 0; i < SAMPLES; i++) {
            byte[] expected = invocation.run(Arrays.copyOfRange(inputs, i * size, (i + 1) * size));
            assertArrayEquals(expected, answers.get(i), "sample " + i);
        }
    }

    @Test
    void hasNoAnswersForNoSamples() {
        assertEquals(List.of(), Batch.run(Interpreter.of(models().getFirst()), new byte[0]));
    }

    @Test
    void passesOnWhatASampleThrows() {
        Interpreter interpreter = Interpreter.of(models().getFirst());
        assertThrows(
                IllegalStateException.class,
                () -> Batch.run(interpreter, SAMPLES, (invocation, sample) -> {
                    throw new IllegalStateException("sample " + sample);
                }));
    }
}
