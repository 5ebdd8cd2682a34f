package dev.mote.app.studio.model;

import dev.mote.app.TestRuns;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A workspace with a run of digits, a model that breaks a rule, and a damaged file. */
final class ModelWorkspace {
    static final String INT8 = id("digits/int8.tflite");
    static final String FLOAT = id("digits/float.tflite");
    static final String WRONG = id("wrong/wrong.tflite");
    static final String DAMAGED = id("damaged/damaged.tflite");

    private ModelWorkspace() {}

    static void fill(Path workspace) throws IOException {
        Path run = Files.createDirectories(workspace.resolve("digits"));
        for (String name : List.of("float.tflite", "int8.tflite")) {
            Files.copy(TestRuns.digits().resolve(name), run.resolve(name));
        }
        Path wrong = Files.createDirectories(workspace.resolve("wrong"));
        TfliteFile.write(wrong.resolve("wrong.tflite"), broken(TfliteFile.read(run.resolve("int8.tflite"))));
        Path damaged = Files.createDirectories(workspace.resolve("damaged"));
        Files.writeString(damaged.resolve("damaged.tflite"), "no model at all");
    }

    /** Its output has one class more than the operator before it makes. */
    private static Graph broken(Graph graph) {
        int output = graph.outputs().getFirst();
        Tensor tensor = graph.tensor(output);
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        tensors.set(output, Tensor.variable(tensor.name(), tensor.type(), Shape.of(1, 11), tensor.quantization()));
        return new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata());
    }

    /** As docs/studio.md has it: the same at each start. */
    private static String id(String place) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
