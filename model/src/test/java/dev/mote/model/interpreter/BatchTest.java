package dev.mote.model.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {
    private static final int SAMPLES = 1000;

    static List<Graph> models() {
        return Stream.concat(
                        Stream.of(OperatorSamples.conv2d(TensorType.INT8)),
                        OperatorSamples.all().stream().filter(BatchTest::hasInt8State))
                .toList();
    }

    private static boolean hasInt8State(Graph graph) {
        return graph.tensors().stream().anyMatch(Tensor::isState)
                && graph.tensor(graph.inputs().getFirst()).type() == TensorType.INT8;
    }

    /** Each sample begins as if nothing went before it. */
    @ParameterizedTest
    @MethodSource("models")
    void answersAsFreshInvocationsDo(Graph graph) {
        Interpreter interpreter = Interpreter.of(graph);
        int size = interpreter.invocation().inputBytes();
        byte[] inputs = new byte[SAMPLES * size];
        new SplittableRandom(5).nextBytes(inputs);
        List<byte[]> answers = Batch.run(interpreter, inputs);
        assertEquals(SAMPLES, answers.size());
        for (int i = 0; i < SAMPLES; i++) {
            byte[] expected = interpreter.invocation().run(Arrays.copyOfRange(inputs, i * size, (i + 1) * size));
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
