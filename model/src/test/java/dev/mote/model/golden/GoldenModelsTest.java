package dev.mote.model.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole int8 models against the bytes of TensorFlow Lite Micro's reference kernels. */
class GoldenModelsTest {

    @TestFactory
    Stream<DynamicTest> givesTheReferencesBytes() {
        return tests(Interpreter::of);
    }

    @TestFactory
    Stream<DynamicTest> givesTheReferencesBytesInPlainForm() {
        return tests(Interpreter::plain);
    }

    private static Stream<DynamicTest> tests(Function<Graph, Interpreter> interpreter) {
        return GoldenData.cases("golden").stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(),
                        () -> check(
                                folder,
                                interpreter
                                        .apply(TfliteFile.read(GoldenData.model(folder)))
                                        .invocation())));
    }

    private static void check(Path folder, Invocation invocation) throws IOException {
        byte[] inputs = Files.readAllBytes(folder.resolve("input.bin"));
        byte[] expected = Files.readAllBytes(folder.resolve("output.bin"));
        int in = invocation.inputBytes();
        int out = invocation.outputBytes();
        assertEquals(16, inputs.length / in);
        for (int k = 15; k >= 0; k--) {
            byte[] output = invocation.run(Arrays.copyOfRange(inputs, k * in, (k + 1) * in));
            assertArrayEquals(Arrays.copyOfRange(expected, k * out, (k + 1) * out), output, "vector " + k);
        }
        checkLayers(folder.resolve("layers"), invocation);
    }

    /** Files {@code opNN_tensorT.bin}: tensor T after vector 0, which ran last. */
    private static void checkLayers(Path layers, Invocation invocation) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(layers)) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            int index = Integer.parseInt(file.getFileName().toString().replaceAll(".*tensor(\\d+)\\.bin", "$1"));
            TensorBuffer.Bytes tensor = (TensorBuffer.Bytes) invocation.tensor(index);
            assertArrayEquals(
                    Files.readAllBytes(file),
                    tensor.values(),
                    file.getFileName().toString());
        }
    }
}
