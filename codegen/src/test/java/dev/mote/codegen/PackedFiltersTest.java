package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedFiltersTest {
    /** Filter f has elements 10 f, 10 f + 1, ... */
    private static int[] filters(int count, int size) {
        return IntStream.range(0, count * size)
                .map(i -> i / size * 10 + i % size)
                .toArray();
    }

    private static List<String> texts(List<ConstantArray.Row> rows) {
        return rows.stream()
                .map(row -> row.label() + ": " + String.join(" ", CText.wrapped(row.values())))
                .toList();
    }

    @Test
    void pairsTakeTurnsByQuads() {
        assertEquals(
                List.of("channels 0 to 1, by quads: 0, 1, 2, 3, 10, 11, 12, 13, 4, 5, 6, 7, 14, 15, 16, 17,"),
                texts(PackedFilters.pairs(filters(2, 8), 8)));
    }

    @Test
    void aTailOfThreeIsAQuadWithAZero() {
        assertEquals(
                List.of("channels 0 to 1, by quads: 0, 1, 2, 0, 10, 11, 12, 0,"),
                texts(PackedFilters.pairs(filters(2, 3), 3)));
    }

    @Test
    void tailsFollowAllQuadsAndAnOddFilterIsTheLast() {
        assertEquals(
                List.of(
                        "channels 0 to 1, by quads: 0, 1, 2, 3, 10, 11, 12, 13,",
                        "channels 0 to 1, the last of each: 4, 14,",
                        "channel 2: 20, 21, 22, 23,",
                        "channel 2, the last: 24,"),
                texts(PackedFilters.pairs(filters(3, 5), 5)));
    }

    @Test
    void foursKeepATailOfThree() {
        assertEquals(
                List.of(
                        "channels 0 to 3, the last of each: 0, 10, 20, 30, 1, 11, 21, 31, 2, 12, 22, 32,",
                        "channel 4, the last: 40, 41, 42,"),
                texts(PackedFilters.fours(filters(5, 3), 3)));
    }
}
