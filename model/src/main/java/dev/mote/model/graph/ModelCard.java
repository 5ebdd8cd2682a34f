package dev.mote.model.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.model.stream.PostProcessing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the {@code .tflite} schema has no place for. It travels inside the file, as JSON in the metadata buffer {@value #KEY}.
 *
 * @param labels class names in the order of the output elements; empty for regression
 * @param targets what the output elements of a regression are; empty for classes
 * @param preparation how physical values become the float input tensor
 * @param postProcessing how a stream's windows become events
 * @param facts training summary and provenance, as text: dataset, seed, recipe, tool version
 */
public record ModelCard(
        List<String> labels,
        List<Quantity> targets,
        InputPreparation preparation,
        PostProcessing postProcessing,
        SortedMap<String, String> facts) {
    public static final String KEY = "mote";
    public static final ModelCard EMPTY = new ModelCard(List.of(), InputPreparation.NONE, new TreeMap<>());

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public ModelCard {
        labels = labels == null ? List.of() : List.copyOf(labels);
        targets = targets == null ? List.of() : List.copyOf(targets);
        preparation = preparation == null ? InputPreparation.NONE : preparation;
        postProcessing = postProcessing == null ? PostProcessing.NONE : postProcessing;
        facts = facts == null ? new TreeMap<>() : new TreeMap<>(facts);
    }

    /** Of a model that tells classes. */
    public ModelCard(List<String> labels, InputPreparation preparation, SortedMap<String, String> facts) {
        this(labels, List.of(), preparation, facts);
    }

    /** Of a model that is not made for streams in particular. */
    public ModelCard(
            List<String> labels,
            List<Quantity> targets,
            InputPreparation preparation,
            SortedMap<String, String> facts) {
        this(labels, targets, preparation, PostProcessing.NONE, facts);
    }

    /** The card in {@code graph}'s metadata; {@link #EMPTY} if there is none or it is not readable as one. */
    static ModelCard of(Graph graph) {
        TensorData data = graph.metadata().get(KEY);
        if (data == null) {
            return EMPTY;
        }
        try {
            ModelCard card = JSON.readValue(data.bytes(), ModelCard.class);
            // The JSON text "null" reads as no card.
            return card == null ? EMPTY : card;
        } catch (IOException e) {
            return EMPTY;
        }
    }

    /** {@code graph} with this card in place of its own. */
    public Graph in(Graph graph) {
        Map<String, TensorData> metadata = new HashMap<>(graph.metadata());
        metadata.put(KEY, TensorData.ofBytes(json()));
        return new Graph(graph.name(), graph.tensors(), graph.nodes(), graph.inputs(), graph.outputs(), metadata);
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
