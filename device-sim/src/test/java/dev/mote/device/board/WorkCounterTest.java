package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.device.budget.Budget;
import dev.mote.device.budget.Supply;
import dev.mote.device.budget.Work;
import dev.mote.device.budget.WorkCounter;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.stream.PostProcessing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkCounterTest {
    private static final Map<Core, Figures> FIGURES = Codegen.figures(SmallModel.graph(), SmallModel.SOURCE);
    private final WorkCounter counter = new WorkCounter(SmallModel.graph(), SmallModel.SOURCE);

    @Test
    void countsOnTheBoardOfTheDevice() {
        Installed.require(Board.ATMEGA328P);
        Device uno = Catalogue.of("arduino-uno");
        long cycles = Bench.of(SmallModel.graph(), SmallModel.SOURCE)
                .run(Board.ATMEGA328P, Goal.BALANCED)
                .instructions();
        assertEquals(
                new Work(cycles, Work.Origin.MEASURED),
                counter.of(uno, FIGURES.get(uno.core())).orElseThrow());
    }

    @Test
    void estimatesWithoutABoard() {
        Device every = Catalogue.of("arduino-nano-every");
        long estimated = FIGURES.get(Core.AVR).instructions().orElseThrow();
        assertEquals(
                new Work(estimated, Work.Origin.ESTIMATED),
                counter.of(every, FIGURES.get(Core.AVR)).orElseThrow());
    }

    /** A filter over 32 rows of 3 channels: its products of 64 bits take AVR some hundred cycles. */
    @Test
    void countsTheFrontEndOfSignals() {
        Installed.require(Board.ATMEGA328P);
        Device uno = Catalogue.of("arduino-uno");
        Work bare = count(handOn(), uno);
        Work whole = count(signals().in(handOn()), uno);
        assertTrue(bare.isWhole() && whole.isWhole());
        assertTrue(
                whole.count() > bare.count() + 96 * 100 && whole.count() < bare.count() + 96 * 10_000,
                bare + ", " + whole);
    }

    @Test
    void saysThatAnEstimateHasNoFrontEnd() {
        Graph graph = signals().in(handOn());
        Figures figures = Codegen.figures(graph, SmallModel.SOURCE).get(Core.AVR);
        Device every = Catalogue.of("arduino-nano-every");
        Work work = new WorkCounter(graph, SmallModel.SOURCE).of(every, figures).orElseThrow();
        assertFalse(work.isWhole());
        Budget budget = new Budget(every, Optional.of(work), OptionalDouble.empty(), Supply.MAINS);
        assertEquals(
                "the time is of the network alone: its front end was not counted on an emulated board",
                budget.notes().getLast());
    }

    private static Work count(Graph graph, Device device) {
        Figures figures = Codegen.figures(graph, SmallModel.SOURCE).get(device.core());
        return new WorkCounter(graph, SmallModel.SOURCE).of(device, figures).orElseThrow();
    }

    private static ModelCard signals() {
        SignalFrontEnd frontEnd =
                new SignalFrontEnd(50, 32, 16, List.of(4f, 4f, 4f), List.of(new Stage.LowPass(5, List.of(), false)));
        InputPreparation preparation = new InputPreparation("g", List.of(), 50, List.of(), List.of(0f), List.of(1f));
        return new ModelCard(
                List.of(), List.of(), preparation, Optional.of(frontEnd), PostProcessing.NONE, new TreeMap<>());
    }

    /** A model that only hands its input on. */
    private static Graph handOn() {
        List<Tensor> tensors = List.of(tensor("in", 1, 32, 3), tensor("out", 1, 96));
        Node reshape = new Node(new Operator.Reshape(), List.of(0), List.of(1));
        return new Graph("front", tensors, List.of(reshape), List.of(0), List.of(1), Map.of());
    }

    private static Tensor tensor(String name, int... shape) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(0.05f, -3));
    }

    @Test
    void assumesWithoutACompiler() {
        Device esp32 = Catalogue.of("esp32");
        assertEquals(
                Work.Origin.ASSUMED,
                counter.of(esp32, FIGURES.get(esp32.core())).orElseThrow().origin());
    }
}
