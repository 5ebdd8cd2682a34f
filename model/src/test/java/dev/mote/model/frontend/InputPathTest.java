package dev.mote.model.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InputPathTest {
    private static final Quantization.PerTensor INT8 = new Quantization.PerTensor(0.04f, -11);

    private static InputPreparation preparation(List<Float> knee, List<Float> offset, List<Float> factor) {
        return new InputPreparation("g,g", List.of("a", "b"), 50, knee, offset, factor);
    }

    @Test
    void isThePreparationWhereThereIsNoFrontEnd() {
        InputPath path = InputPath.of(preparation(List.of(), List.of(1f), List.of(2f)));
        assertArrayEquals(new float[] {0, 4}, path.floats(new float[] {1, 3}));
        assertArrayEquals(INT8.quantize(new float[] {0, 4}), path.int8(INT8).bytes(new float[] {1, 3}));
        assertThrows(IllegalStateException.class, () -> path.floats(new short[2]));
    }

    /** Counts are as fine as a hundredth of a step of int8 here, so that bytes are those of the real values but for rounding. */
    @Test
    void givesBytesOfTheFloats() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, 32, 16, List.of(4f, 8f), List.of());
        InputPreparation preparation = preparation(List.of(0.1f, 0f), List.of(0.5f, -1f), List.of(0.9f, 1.5f));
        InputPath path = InputPath.of(preparation, Optional.of(frontEnd));
        SplittableRandom random = new SplittableRandom(3);
        float[] sample = new float[64];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) (random.nextGaussian() * 1.5);
        }
        float[] exact = preparation.apply(sample);
        float[] floats = path.floats(sample);
        byte[] bytes = path.int8(INT8).bytes(sample);
        for (int i = 0; i < sample.length; i++) {
            assertEquals(exact[i], floats[i], 2e-3f);
            assertEquals(INT8.quantize(floats[i]), bytes[i], 1);
            double real = floats[i] / 0.04f - 11;
            assertEquals(Math.clamp(real, -128, 127), bytes[i], 0.5001);
        }
        float[] batch = new float[70];
        path.floats(sample, batch, 6);
        assertEquals(floats[0], batch[6]);
        assertEquals(0, batch[5]);
    }

    @Test
    void takesFeaturesThroughThePreparation() {
        Stage mean = new Stage.Statistics(List.of(Statistic.MEAN), List.of());
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, 2, 1, List.of(2f, 2f), List.of(mean));
        InputPath path = InputPath.of(
                preparation(List.of(0f, 0.25f), List.of(0.5f, 0f), List.of(2f, 1f)), Optional.of(frontEnd));
        float[] floats = path.floats(new float[] {1, 0.5f, 1.5f, 0});
        assertEquals(1.5f, floats[0], 1e-6f);
        assertEquals((float) Math.log(1 + Math.sqrt(2)), floats[1], 1e-3f);
        assertEquals(Shape.of(2), path.outputShape(Shape.of(2, 2)));
        assertThrows(BadInputException.class, () -> path.outputShape(Shape.of(3, 2)));
    }

    /** Anybody may write anything into a file. */
    @Test
    void refusesACardThatDoesNotFitTheModel() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, 8, 4, List.of(2f, 2f), List.of());
        ModelCard card = ModelCard.EMPTY.with(frontEnd);
        assertEquals(
                Shape.of(8, 2), InputPath.of(card.in(graph(Shape.of(1, 8, 2)))).outputShape(Shape.of(8, 2)));
        assertOneLine(() -> InputPath.of(card.in(graph(Shape.of(1, 9, 2)))), "gives 8x2, but the model takes 1x9x2");
        ModelCard offsets = new ModelCard(
                        List.of(),
                        preparation(List.of(), List.of(1f, 2f, 3f), List.of(1f, 2f, 3f)),
                        new java.util.TreeMap<>())
                .with(frontEnd);
        assertOneLine(() -> InputPath.of(offsets.in(graph(Shape.of(1, 8, 2)))), "3 offsets for 2 outputs");
        InputPath huge = InputPath.of(preparation(List.of(), List.of(1e30f), List.of(1e30f)), Optional.of(frontEnd));
        assertOneLine(() -> huge.int8(INT8), "cannot be computed in integers");
    }

    private static void assertOneLine(org.junit.jupiter.api.function.Executable action, String text) {
        String message = assertThrows(BadInputException.class, action).getMessage();
        assertTrue(message.contains(text) && !message.contains("\n"), message);
    }

    private static Graph graph(Shape input) {
        Tensor tensor = new Tensor("in", TensorType.FLOAT32, input, Quantization.NONE, Optional.empty());
        return new Graph("x", List.of(tensor), List.of(), List.of(0), List.of(0), Map.of());
    }
}
