package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputPreparationTest {

    @Test
    void subtractsTheOffsetAndMultipliesChannelByChannel() {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x", "y"), 50, List.of(), List.of(1f, 10f), List.of(2f, 0.5f));
        assertArrayEquals(new float[] {0, -5, 4, 5}, preparation.apply(new float[] {1, 0, 3, 20}));
    }

    @Test
    void oneEntryServesAllChannels() {
        InputPreparation preparation = new InputPreparation("", List.of(), 0, List.of(), List.of(0f), List.of(0.5f));
        assertArrayEquals(new float[] {0.5f, 1, 1.5f}, preparation.apply(new float[] {1, 2, 3}));
    }

    @Test
    void aChannelWithAKneeIsCompressedFirst() {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x", "y"), 50, List.of(0.5f, 0f), List.of(0f, 0f), List.of(1f, 1f));
        // asinh(1), asinh(-2), asinh(0), from tables
        assertArrayEquals(
                new float[] {0.8813736f, 0.5f, -1.4436355f, -1, 0, 7},
                preparation.apply(new float[] {0.5f, 0.5f, -1, -1, 0, 7}),
                1e-6f);
    }

    @Test
    void smallValuesStayInProportion() {
        assertEquals(1e-4f, InputPreparation.compress(1e-6f, 0.01f), 1e-9f);
    }

    @Test
    void rejectsListsOfDifferentLength() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputPreparation("", List.of(), 0, List.of(), List.of(0f), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputPreparation("", List.of(), 0, List.of(1f), List.of(), List.of()));
    }

    @Test
    void travelsInTheModelFile() {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x"), 50, List.of(0.5f), List.of(1f), List.of(2f));
        ModelCard card = new ModelCard(List.of("a", "b"), preparation, new java.util.TreeMap<>());
        Graph empty = new Graph("m", List.of(), List.of(), List.of(), List.of(), java.util.Map.of());
        assertEquals(card, card.in(empty).card());
    }
}
