package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.FoldConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodegenTest {

    private static CProject tiny() {
        return Codegen.generate(TinyModel.model(), TinyModel.SOURCE, TinyModel.TARGET);
    }

    @Test
    void writesOnlyTheKernelsThatTheModelNeeds() {
        assertEquals(
                Set.of(
                        "tiny.h",
                        "tiny.c",
                        "tiny_weights.c",
                        "tiny_vectors.h",
                        "mote_runtime.h",
                        "mote_arithmetic.h",
                        "mote_avr.h",
                        "mote_avr_dot.h",
                        "mote_avr_outputs.h",
                        "mote_filters.h",
                        "mote_fixed_point.h",
                        "mote_conv2d_s8.c",
                        "mote_fully_connected_s8.c",
                        "mote_softmax_s8.c",
                        "mote_draw.h",
                        "mote_draw_s8.c"),
                tiny().files().keySet());
    }

    @Test
    void countsEveryConstantOfTheModel() {
        // convolution: 8 weights, 2 biases, 2 multipliers, 2 shifts; dense: 16 weights, 2 biases, 1 multiplier, 1 shift
        assertEquals(8 + 8 + 8 + 2 + 16 + 8 + 4 + 1, tiny().figures().weightsBytes());
        assertEquals(8 * 4 + 16, tiny().figures().macs());
    }

    @Test
    void arenaHoldsInputAndHiddenTensorButNotTheOutput() {
        // 9 bytes of input, which lie 4 above the 8 of the convolution: one channel runs ahead, rounded up
        assertEquals(13, tiny().figures().arenaBytes());
    }

    @Test
    void theSameModelGivesTheSameText() {
        assertEquals(tiny(), tiny());
    }

    @Test
    void holdsNothingThatDoesNotBelongIntoAnInt8Path() {
        tiny().files().forEach((file, text) -> {
            if (file.endsWith(".c") || file.startsWith("mote_")) {
                String code = text.replaceAll("(?s)/\\*.*?\\*/", "");
                for (String word : List.of("float", "double", "malloc", "free", "stdio", "math.h", "goto")) {
                    assertFalse(code.matches("(?s).*\\b" + word + "\\b.*"), file + " holds " + word);
                }
            }
        });
    }

    @Test
    void arrayHoldsTheFileItself() {
        CProject project = Codegen.generate(TinyModel.model(), TinyModel.SOURCE, new Target("tiny", ProjectKind.ARRAY));
        assertEquals(Set.of("tiny_model.h", "tiny_model.c"), project.files().keySet());
        String source = project.files().get("tiny_model.c");
        assertTrue(source.contains("tiny_tflite[4] = {\n    116, 105, 110, 121,\n};"), source);
    }

    @Test
    void aCoreWithoutKernelsOfItsOwnChangesTheStampAlone() {
        Target target = new Target("tiny", ProjectKind.PLAIN, Core.CORTEX_M0PLUS);
        CProject project = Codegen.generate(TinyModel.model(), TinyModel.SOURCE, target);
        String header = project.files().get("tiny.h");
        assertTrue(header.contains("--project plain --target cortex-m0plus --out DIR"), header);
        assertTrue(header.contains(" bytes on Cortex-M0+, "), header);
        tiny().files().forEach((file, text) -> {
            if (!file.equals("tiny.h")) {
                assertEquals(text, project.files().get(file));
            }
        });
    }

    @Test
    void theHeaderTellsTheGoalAndWhereScratchLies() {
        Target target = new Target("tiny", ProjectKind.PLAIN, Core.CORTEX_M4, Goal.SPEED);
        String header = Codegen.generate(TinyModel.model(), TinyModel.SOURCE, target)
                .files()
                .get("tiny.h");
        assertTrue(header.replace("\n *", "").contains("--target cortex-m4 --opt"), header);
        assertTrue(header.matches("(?s).*\\n \\* +\\d+ +\\d+ +0-0 +scratch\\n.*"), header);
    }

    @Test
    void versionIsThatOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        assertTrue(pom.contains("<artifactId>mote</artifactId>\n    <version>" + Codegen.VERSION + "</version>"));
    }

    /** Keras exports Flatten for any batch as SHAPE, STRIDED_SLICE, PACK and RESHAPE. */
    @Test
    void aShapeThatIsComputedNeedsNoCode() {
        Tensor one = ints(1);
        Graph graph = new Graph(
                "flatten",
                List.of(
                        activation(1, 2, 3),
                        activation(1, 6),
                        Tensor.variable("shape", TensorType.INT32, Shape.of(3), Quantization.NONE),
                        ints(0),
                        one,
                        Tensor.variable("batch", TensorType.INT32, Shape.of(), Quantization.NONE),
                        Tensor.constant("six", TensorType.INT32, Shape.of(), Quantization.NONE, TensorData.ofInts(6)),
                        Tensor.variable("flat", TensorType.INT32, Shape.of(2), Quantization.NONE),
                        activation(1, 6)),
                List.of(
                        new Node(new Operator.ShapeOf(), List.of(0), List.of(2)),
                        new Node(new Operator.StridedSlice(0, 0, 1), List.of(2, 3, 4, 4), List.of(5)),
                        new Node(new Operator.Pack(0), List.of(5, 6), List.of(7)),
                        new Node(new Operator.Reshape(), List.of(0, 7), List.of(1)),
                        new Node(new Operator.ReverseV2(), List.of(1, 4), List.of(8))),
                List.of(0),
                List.of(8),
                Map.of());
        assertTrue(generate(graph).files().containsKey("mote_concatenate.c"));
        Set<String> files = generate(FoldConstants.apply(graph).graph()).files().keySet();
        assertTrue(files.contains("mote_strided_copy.c"), files.toString());
        assertFalse(files.contains("mote_concatenate.c"), files.toString());
    }

    private static CProject generate(Graph graph) {
        return Codegen.generate(new Int8Model(graph), TinyModel.SOURCE, TinyModel.TARGET);
    }

    private static Tensor activation(int... dimensions) {
        return Tensor.variable("x", TensorType.INT8, Shape.of(dimensions), Quantization.perTensor(0.5f, 3));
    }

    private static Tensor ints(int... values) {
        return Tensor.constant(
                "ints", TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }
}
