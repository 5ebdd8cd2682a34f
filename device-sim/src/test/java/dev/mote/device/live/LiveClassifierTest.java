package dev.mote.device.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Models whose output is the picture itself, 4 by 4, so that answers are worked out by hand. */
class LiveClassifierTest {
    private static final int SIDE = 8;
    private static final Quantization UNIT = Quantization.perTensor(1 / 255f, -128);
    private static final Quantization PROBABILITY = Quantization.perTensor(1 / 256f, -128);
    private static final InputPreparation GREY =
            new InputPreparation("grey level", List.of("grey"), 0, List.of(), List.of(0f), List.of(1 / 255f));

    private static Graph graph(TensorType type, boolean softmax, ModelCard card) {
        boolean real = type == TensorType.FLOAT32;
        Tensor in = tensor("in", type, Shape.of(1, 4, 4, 1), real ? Quantization.NONE : UNIT);
        Tensor flat = tensor("flat", type, Shape.of(1, 16), real ? Quantization.NONE : UNIT);
        Tensor out = tensor("out", type, Shape.of(1, 16), real ? Quantization.NONE : PROBABILITY);
        Node reshape = new Node(new Operator.Reshape(), List.of(0), List.of(1));
        Node last = new Node(new Operator.Softmax(1), List.of(1), List.of(2));
        return card.in(
                softmax
                        ? new Graph(
                                "m", List.of(in, flat, out), List.of(reshape, last), List.of(0), List.of(2), Map.of())
                        : new Graph("m", List.of(in, flat), List.of(reshape), List.of(0), List.of(1), Map.of()));
    }

    private static Tensor tensor(String name, TensorType type, Shape shape, Quantization quantization) {
        return new Tensor(name, type, shape, quantization, Optional.empty());
    }

    private static ModelCard card(List<String> labels) {
        return new ModelCard(labels, GREY, new TreeMap<>());
    }

    private static Int8Model int8(boolean softmax) {
        return new Int8Model(graph(TensorType.INT8, softmax, card(List.of())));
    }

    /** One white pixel of 16: of logits 1 and 15 times 0, e / (e + 15) and 1 / (e + 15). */
    @Test
    void takesLogitsForWhatTheyAre() {
        FloatModel twin = new FloatModel(graph(TensorType.FLOAT32, false, card(List.of())));
        LiveClassifier classifier = LiveClassifier.of(int8(false), Optional.of(twin), SIDE);
        byte[] picture = new byte[16];
        picture[6] = (byte) 255;
        LiveAnswer answer = classifier.answer(picture);
        assertEquals(6, answer.int8().predicted());
        assertEquals(0.153412, answer.int8().probabilities()[6], 1e-5);
        assertEquals(0.056439, answer.real().orElseThrow().probabilities()[0], 1e-5);
        assertEquals(0, answer.largestDifference().orElseThrow(), 1e-6);
        assertEquals(127, answer.scores()[6]);
        assertEquals(16, classifier.labels().size());
        assertEquals("15", classifier.labels().getLast());
    }

    /** The same by the model's own softmax, 39 and 14 of 256. */
    @Test
    void takesProbabilitiesForWhatTheyAre() {
        LiveClassifier classifier = LiveClassifier.of(int8(true), Optional.empty(), SIDE);
        byte[] picture = new byte[16];
        picture[6] = (byte) 255;
        LiveAnswer answer = classifier.answer(picture);
        assertEquals(39 / 256f, answer.int8().probabilities()[6]);
        assertEquals(14 / 256f, answer.int8().probabilities()[0]);
        assertEquals(39 - 128, answer.scores()[6]);
        assertTrue(answer.real().isEmpty());
        assertTrue(answer.largestDifference().isEmpty());
        assertFalse(classifier.hasTwin());
    }

    @Test
    void aSingleOutputIsForTheSecondClass() {
        Probabilities asTheyAre = Probabilities.of(graph(TensorType.FLOAT32, true, ModelCard.EMPTY));
        assertArrayEquals(new float[] {0.25f, 0.75f}, asTheyAre.of(new float[] {0.75f}));
        Probabilities logits = Probabilities.of(graph(TensorType.FLOAT32, false, ModelCard.EMPTY));
        assertArrayEquals(new float[] {0.5f, 0.5f}, logits.of(new float[] {0}));
        assertArrayEquals(new float[] {1, 0}, logits.of(new float[] {1000, -1000}));
    }

    @Test
    void tellsTwinsByEndsAndLabels() {
        FloatModel real = new FloatModel(graph(TensorType.FLOAT32, true, card(List.of())));
        assertTrue(LiveClassifier.areTwins(real, int8(false)));
        List<String> letters = "a b c d e f g h i j k l m n o p".transform(text -> List.of(text.split(" ")));
        FloatModel other = new FloatModel(graph(TensorType.FLOAT32, true, card(letters)));
        assertFalse(LiveClassifier.areTwins(other, int8(false)));
    }

    @Test
    void refusesModelsThatTellNoClasses() {
        ModelCard numbers = new ModelCard(List.of(), List.of(new Quantity("x", "")), GREY, new TreeMap<>());
        assertRefused(numbers, "the model tells numbers, not classes; choose one that tells classes");
        assertRefused(
                card(List.of("a", "b", "c")),
                "the model's output of 1x16 with 3 labels tells no classes, expected 2 to 1000; choose one that tells"
                        + " classes");
    }

    private static void assertRefused(ModelCard card, String line) {
        Int8Model model = new Int8Model(graph(TensorType.INT8, false, card));
        assertEquals(
                line,
                assertThrows(BadInputException.class, () -> LiveClassifier.of(model, Optional.empty(), SIDE))
                        .getMessage());
    }
}
