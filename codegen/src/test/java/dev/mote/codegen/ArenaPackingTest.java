package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ArenaPackingTest {

    @Property(tries = 200, seed = "1")
    void blocksInUseTogetherNeverOverlap(@ForAll("blocks") List<MemoryBlock> blocks) {
        ArenaPacking packing = ArenaPacking.of(PackingTask.of(blocks));
        for (int i = 0; i < blocks.size(); i++) {
            int start = packing.offsets().get(i);
            int end = start + blocks.get(i).bytes();
            assertEquals(0, start % ArenaPacking.ALIGNMENT);
            assertTrue(start >= 0 && end <= packing.bytes());
            for (int j = 0; j < i; j++) {
                boolean together = blocks.get(i).first() <= blocks.get(j).last()
                        && blocks.get(j).first() <= blocks.get(i).last();
                int other = packing.offsets().get(j);
                boolean apart = end <= other || other + blocks.get(j).bytes() <= start;
                assertTrue(!together || apart, i + " and " + j + " of " + blocks + " at " + packing);
            }
        }
        assertTrue(packing.bytes() >= PackingTask.of(blocks).lowerBound());
    }

    @Property(tries = 20, seed = "2")
    void theSameBlocksGiveTheSamePacking(@ForAll("blocks") List<MemoryBlock> blocks) {
        assertEquals(ArenaPacking.of(PackingTask.of(blocks)), ArenaPacking.of(PackingTask.of(blocks)));
    }

    @Provide
    Arbitrary<List<MemoryBlock>> blocks() {
        Arbitrary<MemoryBlock> block = Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(-1, 20),
                        Arbitraries.integers().between(0, 8))
                .as((bytes, first, steps) -> new MemoryBlock(List.of(0), bytes, 4, first, first + steps));
        return block.list().ofMaxSize(25);
    }

    @Test
    void searchesWhenFallingSizeIsNotTheBestOrder() {
        List<MemoryBlock> blocks =
                List.of(block(8, 0, 1), block(12, 1, 2), block(8, 2, 3), block(12, 3, 4), block(8, 0, 4));
        assertEquals(28, PackingTask.of(blocks).lowerBound());
        assertEquals(28, ArenaPacking.of(PackingTask.of(blocks)).bytes());
    }

    @Test
    void lowerBoundCountsTheFullestStep() {
        assertEquals(
                30,
                PackingTask.of(List.of(block(10, -1, 0), block(20, 0, 1), block(5, 1, 2)))
                        .lowerBound());
        assertEquals(0, PackingTask.of(List.of()).lowerBound());
    }

    private static MemoryBlock block(int bytes, int first, int last) {
        return new MemoryBlock(List.of(0), bytes, 4, first, last);
    }
}
