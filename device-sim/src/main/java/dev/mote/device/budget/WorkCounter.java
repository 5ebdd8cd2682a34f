package dev.mote.device.budget;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.board.Bench;
import dev.mote.device.board.BenchResult;
import dev.mote.device.board.Board;
import dev.mote.device.board.DoesNotFitException;
import dev.mote.device.catalogue.Device;
import dev.mote.model.MissingToolException;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the work of a model on emulated boards, once a board. */
public final class WorkCounter {
    private final Graph graph;
    private final ModelSource source;
    private final Map<Board, Optional<Work>> counted = new EnumMap<>(Board.class);

    public WorkCounter(Graph graph, ModelSource source) {
        this.graph = graph;
        this.source = source;
    }

    /**
     * Counted on the emulated board of {@code device}; estimated where it has none, where the board is too small for the model, or where
     * compiler or emulator are not installed.
     *
     * @param figures of the device's core
     * @throws dev.mote.model.CheckFailedException if the firmware faults on the board
     */
    public Optional<Work> of(Device device, Figures figures) {
        return (device.board().isEmpty()
                        ? Optional.<Work>empty()
                        : counted.computeIfAbsent(Board.of(device.board()), this::count))
                .or(() -> estimated(figures));
    }

    /** As {@link Work#estimated}. */
    public Optional<Work> estimated(Figures figures) {
        return Work.estimated(figures, hasSignals());
    }

    private boolean hasSignals() {
        return graph.card().frontEnd().map(WorkCounter::isOfSignals).orElse(false);
    }

    private static boolean isOfSignals(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd _ -> true;
            case ImageFrontEnd _ -> false;
        };
    }

    private Optional<Work> count(Board board) {
        try {
            // One sample: what an inference takes hardly depends on its values.
            List<byte[]> inputs = Codegen.testInputs(graph);
            BenchResult result = Bench.of(graph, source, inputs.subList(0, 1)).run(board, Goal.BALANCED);
            long frontEnd = result.frontEndInstructions().orElse(0);
            boolean isWhole = result.frontEndInstructions().isPresent() || !hasSignals();
            return Optional.of(new Work(result.instructions() + frontEnd, Work.Origin.MEASURED, isWhole));
        } catch (DoesNotFitException | MissingToolException e) {
            return Optional.empty();
        }
    }
}
