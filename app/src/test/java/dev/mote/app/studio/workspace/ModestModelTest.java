package dev.mote.app.studio.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModestModelTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatFits() throws IOException {
        assertEquals(2, ModestModel.read(model(1000)).tensors().size());
    }

    @Test
    void refusesAFewBytesThatAskForAllMemory() throws IOException {
        Path bomb = model(10_000);
        assertTrue(Files.size(bomb) < 2000, "the file is large itself");
        BadInputException refused = assertThrows(BadInputException.class, () -> ModestModel.read(bomb));
        assertTrue(refused.getMessage().startsWith("m.tflite: has tensors of 190 MiB"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    /** Of one operator, on side x side bytes. */
    private Path model(int side) throws IOException {
        Graph graph = new Graph(
                "m",
                List.of(tensor("in", side), tensor("out", side)),
                List.of(new Node(new Operator.LeakyRelu(0.1f), List.of(0), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
        return Files.write(folder.resolve("m.tflite"), TfliteWriter.write(graph));
    }

    private static Tensor tensor(String name, int side) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(1, side, side), Quantization.perTensor(1, 0));
    }
}
