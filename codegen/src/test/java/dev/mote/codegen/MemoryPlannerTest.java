package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Lowering;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryPlannerTest {
    private static final Operator RELU = new Operator.Unary(Operator.UnaryFunction.RELU);
    private static final Operator ADD = new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE);

    /** Tensors 0 .. count - 1 of 16 elements. */
    private static MemoryPlan plan(int count, List<Integer> inputs, List<Integer> outputs, Node... nodes) {
        List<Tensor> tensors = IntStream.range(0, count)
                .mapToObj(i -> TinyModel.activation("t" + i, 1, 0, 1, 16))
                .toList();
        return MemoryPlanner.plan(Lowering.lower(new Graph("g", tensors, List.of(nodes), inputs, outputs, Map.of())));
    }

    private static Node node(Operator operator, int output, Integer... inputs) {
        return new Node(operator, List.of(inputs), List.of(output));
    }

    @Test
    void outputsGoToTheCallerAndChainsOfTablesWorkInPlace() {
        MemoryPlan plan = plan(4, List.of(0), List.of(3), node(RELU, 1, 0), node(RELU, 2, 1), node(RELU, 3, 2));
        assertEquals(new Location.CallerInput(0, 0), plan.location(0));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(1));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(3));
        assertEquals(16, plan.arenaBytes());
    }

    @Test
    void theCallersInputIsNeverWritten() {
        MemoryPlan plan = plan(3, List.of(0), List.of(2), node(RELU, 1, 0), node(ADD, 2, 1, 1));
        assertEquals(new Location.CallerInput(0, 0), plan.location(0));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(1));
    }

    @Test
    void viewsOfTheInputAreReadWhereTheCallerHasIt() {
        MemoryPlan plan = plan(
                4, List.of(0), List.of(3), node(new Operator.Reshape(), 1, 0), node(RELU, 2, 1), node(ADD, 3, 2, 1));
        assertEquals(new Location.CallerInput(0, 0), plan.location(1));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(2));
    }

    @Test
    void aTensorThatIsReadLaterIsNotOverwritten() {
        MemoryPlan plan = plan(
                5, List.of(0), List.of(4), node(RELU, 1, 0), node(RELU, 2, 1), node(RELU, 3, 2), node(ADD, 4, 1, 3));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(1));
        assertEquals(plan.location(2), plan.location(3));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(4));
        // The input is read for the last time in step 0, so its bytes are free in step 1.
        assertEquals(new Location.Arena(plan.inputOffsets().get(0)), plan.location(2));
        assertEquals(16, plan.arenaBytes());
    }

    @Test
    void anOutputThatIsReadLaterStaysWithTheCaller() {
        MemoryPlan plan = plan(3, List.of(0), List.of(1, 2), node(RELU, 1, 0), node(RELU, 2, 1));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(1));
        assertEquals(new Location.CallerOutput(1, 0), plan.location(2));
    }

    @Test
    void anInputThatIsAlsoAnOutputStaysAnInput() {
        MemoryPlan plan = plan(2, List.of(0), List.of(0, 1), node(RELU, 1, 0));
        assertEquals(new Location.CallerInput(0, 0), plan.location(0));
        assertEquals(new Location.CallerOutput(1, 0), plan.location(1));
    }

    @Test
    void partsLieInTheirWhole() {
        List<Tensor> tensors = List.of(
                TinyModel.activation("in", 1, 0, 1, 16),
                TinyModel.activation("a", 1, 0, 1, 16),
                TinyModel.activation("b", 1, 0, 1, 16),
                TinyModel.activation("all", 1, 0, 1, 32),
                TinyModel.activation("out", 1, 0, 1, 32));
        List<Node> nodes = List.of(
                node(RELU, 1, 0),
                node(RELU, 2, 0),
                node(new Operator.Concatenation(1, Activation.NONE), 3, 1, 2),
                node(ADD, 4, 3, 3));
        MemoryPlan plan =
                MemoryPlanner.plan(Lowering.lower(new Graph("g", tensors, nodes, List.of(0), List.of(4), Map.of())));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(3));
        assertEquals(new Location.CallerOutput(0, 0), plan.location(1));
        assertEquals(new Location.CallerOutput(0, 16), plan.location(2));
        assertEquals(List.of(0, 1), plan.needless(2));
    }

    @Test
    void everyInputHasItsOwnBytes() {
        MemoryPlan plan = plan(3, List.of(0, 1), List.of(2), node(ADD, 2, 0, 1));
        assertEquals(32, plan.arenaBytes());
        assertEquals(32, plan.lowerBound());
        assertEquals(0, plan.gap());
    }
}
