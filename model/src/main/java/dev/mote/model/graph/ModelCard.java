package dev.mote.model.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.stream.PostProcessing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the {@code .tflite} schema has no place for. It travels inside the file, as JSON in the metadata buffer {@value #KEY}.
 *
 * @param labels class names in the order of the output elements; empty for regression
 * @param targets what the output elements of a regression are; empty for classes
 * @param preparation how physical values become the float input tensor
 * @param frontEnd what a device does with raw samples; empty: the network's input is made elsewhere
 * @param postProcessing how a stream's windows become events
 * @param facts training summary and provenance, as text: dataset, seed, recipe, tool version
 */
public record ModelCard(
        List<String> labels,
        List<Quantity> targets,
        InputPreparation preparation,
        Optional<FrontEnd> frontEnd,
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
        this(labels, targets, preparation, Optional.empty(), PostProcessing.NONE, facts);
    }

    public ModelCard with(FrontEnd other) {
        return new ModelCard(labels, targets, preparation, Optional.of(other), postProcessing, facts);
    }

    public ModelCard with(PostProcessing other) {
        return new ModelCard(labels, targets, preparation, frontEnd, other, facts);
    }

    public ModelCard withFacts(SortedMap<String, String> others) {
        return new ModelCard(labels, targets, preparation, frontEnd, postProcessing, others);
    }

    /** The card in {@code graph}'s metadata; {@link #EMPTY} if there is none or it is not readable as one. */
    static ModelCard of(Graph graph) {
        TensorData data = graph.metadata().get(KEY);
        if (data == null) {
            return EMPTY;
        }
        try {
            Text text = JSON.readValue(data.bytes(), Text.class);
            // The JSON text "null" reads as no card.
            return text == null ? EMPTY : text.card();
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
            return JSON.writeValueAsBytes(Text.of(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The card as JSON has it: a part that is not there is null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Text(
            List<String> labels,
            List<Quantity> targets,
            InputPreparation preparation,
            FrontEnd frontEnd,
            PostProcessing postProcessing,
            SortedMap<String, String> facts) {
        // What a card would refuse is refused here, while Jackson is reading.
        private Text {
            labels = labels == null ? List.of() : List.copyOf(labels);
            targets = targets == null ? List.of() : List.copyOf(targets);
        }

        static Text of(ModelCard card) {
            PostProcessing postProcessing =
                    card.postProcessing.equals(PostProcessing.NONE) ? null : card.postProcessing;
            return new Text(
                    card.labels,
                    card.targets,
                    card.preparation,
                    card.frontEnd.orElse(null),
                    postProcessing,
                    card.facts);
        }

        ModelCard card() {
            return new ModelCard(labels, targets, preparation, Optional.ofNullable(frontEnd), postProcessing, facts);
        }
    }
}
