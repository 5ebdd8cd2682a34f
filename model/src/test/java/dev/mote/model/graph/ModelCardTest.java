package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    @Test
    void readsWhatItWrites() {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x"), 50, List.of(), List.of(1f), List.of(0.5f));
        ModelCard card = new ModelCard(List.of("walk", "run"), preparation, new TreeMap<>(Map.of("dataset", "mine")));
        assertEquals(card, card.in(graph("{}")).card());
    }

    /** Anybody may write anything into a file. */
    @Test
    void isEmptyWhereTheTextIsNoCard() {
        String longOffsets = "{\"preparation\": {\"offset\": [1], \"factor\": []}}";
        String notFinite = "{\"preparation\": {\"offset\": [\"NaN\"], \"factor\": [1]}}";
        String deep = "[".repeat(100_000);
        for (String text :
                List.of("", "null", "[]", "1", "{\"labels\": [null]}", longOffsets, notFinite, deep, "{\"a")) {
            assertEquals(ModelCard.EMPTY, graph(text).card(), text);
        }
    }

    private static Graph graph(String card) {
        TensorData data = TensorData.ofBytes(card.getBytes(StandardCharsets.UTF_8));
        return new Graph("x", List.of(), List.of(), List.of(), List.of(), Map.of(ModelCard.KEY, data));
    }
}
