package dev.mote.model.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.tflite.TfliteReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project's own vectors of single operators in the Java interpreter. */
class VectorsTest {
    private static final Exceptions EXCEPTIONS = Exceptions.of("refused-by-java.txt");

    @TestFactory
    Stream<DynamicContainer> givesTheReferencesOutputs() {
        return VectorArchive.operators().stream()
                .map(operator -> dynamicContainer(
                        operator,
                        VectorArchive.cases(operator).stream()
                                .filter(vectors -> vectors.refusal().isEmpty())
                                .map(vectors -> dynamicTest(vectors.name(), () -> check(vectors)))));
    }

    @TestFactory
    Stream<DynamicContainer> refusesOrRunsWhatTheReferenceRefuses() {
        return VectorArchive.operators().stream()
                .map(operator -> dynamicContainer(
                        operator,
                        VectorArchive.cases(operator).stream()
                                .filter(vectors -> vectors.refusal().isPresent())
                                .map(vectors -> dynamicTest(vectors.name(), () -> runIfValid(vectors)))));
    }

    @Test
    void listsNoUnknownCase() throws IOException {
        EXCEPTIONS.update(
                VectorCase.all().filter(vectors -> error(vectors.read()).isPresent()));
        EXCEPTIONS.requireKnown();
    }

    private static void check(VectorCase vectors) {
        TfliteReading reading = vectors.read();
        Optional<Finding> error = error(reading);
        EXCEPTIONS.check(vectors, error.map(Finding::toString));
        if (error.isEmpty()) {
            Outputs.compare(reading.requireValid(), vectors.output(), run(vectors, reading.requireValid()));
        }
    }

    private static byte[] run(VectorCase vectors, Graph graph) {
        Invocation invocation = Interpreter.of(graph).invocation();
        int in = invocation.inputBytes();
        assertEquals(0, vectors.input().length % in, "input of whole vectors");
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        for (int at = 0; at < vectors.input().length; at += in) {
            if (!vectors.isSequence()) {
                invocation.reset();
            }
            outputs.writeBytes(invocation.run(Arrays.copyOfRange(vectors.input(), at, at + in)));
        }
        return outputs.toByteArray();
    }

    private static void runIfValid(VectorCase vectors) {
        TfliteReading reading = vectors.read();
        if (error(reading).isEmpty()) {
            Invocation invocation = Interpreter.of(reading.requireValid()).invocation();
            invocation.run(new byte[invocation.inputBytes()]);
        }
    }

    private static Optional<Finding> error(TfliteReading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst();
    }
}
