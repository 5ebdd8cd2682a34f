package dev.mote.model.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.StreamSamples;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StreamObstaclesTest {
    private static final String NO_SIGNAL = "the model says nothing of a signal (channels, rate), so it cannot run on a"
            + " stream; train it on a signal with: mote train";

    @Test
    void aSignalWithClassesHasNone() {
        assertTrue(
                StreamPlan.isPossible(StreamSamples.model(PostProcessing.NONE).graph()));
    }

    @Test
    void saysThatSeveralInputsAreTooMany() {
        Tensor input = Tensor.variable("a", TensorType.INT8, Shape.of(1, 4), Quantization.perTensor(0.1f, 0));
        Graph sum = new Graph(
                "sum",
                List.of(input, input, input),
                List.of(new Node(
                        new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE), List.of(0, 1), List.of(2))),
                List.of(0, 1),
                List.of(2),
                Map.of());
        assertEquals(
                "a stream needs a model with one input and one output, this one has 2 and 1;"
                        + " run it on cut samples: mote run",
                obstacle(sum));
    }

    /** With a camera's front end, even where a rate is told; and without both. */
    @Test
    void saysThatImagesAreNoSignal() {
        Graph graph = StreamSamples.model(PostProcessing.NONE).graph();
        ModelCard card = graph.card();
        ImageFrontEnd camera =
                new ImageFrontEnd(4, 4, 1, new ImageFrontEnd.Crop(0, 0, 4, 4), 4, 4, false, false, false, 0);
        assertEquals(NO_SIGNAL, obstacle(card.with(camera).in(graph)));
        assertEquals(
                NO_SIGNAL, obstacle(new ModelCard(card.labels(), InputPreparation.NONE, new TreeMap<>()).in(graph)));
    }

    private static String obstacle(Graph graph) {
        assertFalse(StreamPlan.isPossible(graph));
        return assertThrows(BadInputException.class, () -> StreamPlan.of(new Int8Model(graph)))
                .getMessage();
    }
}
