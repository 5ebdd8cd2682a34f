package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A chain: each block is made over the one before it as far as a drawn lead allows. */
    @Property(tries = 200, seed = "3")
    void outputsLieOverTheirOperandsAsFarAsTheyMay(@ForAll("chains") PackingTask task) {
        ArenaPacking packing = ArenaPacking.of(task);
        for (int i = 1; i < task.blocks().size(); i++) {
            int operand = packing.offsets().get(i - 1);
            int output = packing.offsets().get(i);
            PackingTask.Lead lead = task.leads().get(new PackingTask.Over(i, i - 1));
            boolean apart = output + task.blocks().get(i).bytes() <= operand
                    || operand + task.blocks().get(i - 1).bytes() <= output;
            boolean under = operand - output >= lead.bytes() && (operand - output) % lead.step() == 0;
            assertTrue(apart || under, i + " of " + task + " at " + packing);
        }
        assertTrue(packing.bytes() >= task.lowerBound(), task + " at " + packing);
    }

    @Provide
    Arbitrary<PackingTask> chains() {
        return Arbitraries.randomValue(random -> {
            int count = 1 + random.nextInt(12);
            List<MemoryBlock> blocks = IntStream.range(0, count)
                    .mapToObj(i -> block(1 + random.nextInt(100), i - 1, i))
                    .toList();
            Map<PackingTask.Over, PackingTask.Lead> leads = IntStream.range(1, count)
                    .boxed()
                    .collect(Collectors.toMap(
                            i -> new PackingTask.Over(i, i - 1),
                            i -> new PackingTask.Lead(
                                            random.nextInt(
                                                    -40, 1 + blocks.get(i).bytes()),
                                            1 + random.nextInt(9))
                                    .aligned(4)));
            return new PackingTask(blocks, leads);
        });
    }

    @Test
    void aChainThatDriftsTakesOneLeadForEachStep() {
        PackingTask task = new PackingTask(
                List.of(block(100, -1, 0), block(100, 0, 1), block(100, 1, 2)),
                Map.of(
                        new PackingTask.Over(1, 0), new PackingTask.Lead(12, 4),
                        new PackingTask.Over(2, 1), new PackingTask.Lead(8, 4)));
        assertEquals(120, ArenaPacking.of(task).bytes());
        assertEquals(112, task.lowerBound());
        assertEquals(200, task.liveBytes());
    }

    @Test
    void anOutputThatMayBeginAboveFitsInside() {
        PackingTask task = new PackingTask(
                List.of(block(8, 0, 0), block(100, 0, 1), block(40, 1, 2)),
                Map.of(new PackingTask.Over(2, 1), new PackingTask.Lead(-20, 4)));
        assertEquals(108, ArenaPacking.of(task).bytes());
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
