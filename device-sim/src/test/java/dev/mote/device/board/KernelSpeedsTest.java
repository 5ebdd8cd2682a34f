package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.model.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Estimated instructions beside those of emulated boards. {@code -Dspeeds.update=FOLDER} writes the table {@code speeds.csv} anew, from the
 * reference's models and {@link ProbeGraph}.
 */
@Tag("slow")
class KernelSpeedsTest {
    private static final double TOLERANCE = 0.25;
    private static final int[] SIDES = {8, 12};

    /** Its core is that of the ATmega2560, which more models fit. */
    private static final String SMALLER = "atmega328p";

    /** One board a core whose figures stand in the table. */
    private static final List<Board> MEASURED =
            List.of(Board.MICROBIT, Board.MPS2_AN385, Board.MPS2_AN386, Board.MPS3_AN547, Board.VIRT, Board.ATMEGA2560);

    /** Where goals differ in kernels. */
    private static final Map<Board, List<Goal>> GOALS = Map.of(
            Board.MPS2_AN386, List.of(Goal.BALANCED, Goal.SPEED, Goal.SIZE),
            Board.MPS3_AN547, List.of(Goal.BALANCED, Goal.SPEED, Goal.SIZE));

    @ParameterizedTest
    @EnumSource(Board.class)
    void estimatesAreWithinAQuarterOnTheReferencesModels(Board board) {
        assumeTrue(System.getProperty("speeds.update") == null, "skipped: the table is being written");
        assumeTrue(!board.option().equals(SMALLER), "skipped: it has the core of another board");
        Installed.require(board);
        Core core = board.core();
        List<String> errors = new ArrayList<>();
        boolean isWithin = true;
        for (Map.Entry<String, Graph> model : MeasuredLayers.golden().entrySet()) {
            Optional<MeasuredLayers> measured =
                    MeasuredLayers.of(model.getValue(), model.getKey(), board, Goal.BALANCED);
            if (measured.isPresent()) {
                long estimate = Codegen.figures(model.getValue(), MeasuredLayers.source(model.getKey()))
                        .get(core)
                        .instructions()
                        .orElseThrow();
                double error = (double) estimate / measured.get().total() - 1;
                errors.add(String.format(Locale.ROOT, "%s %+.1f %%", model.getKey(), 100 * error));
                isWithin &= Math.abs(error) <= TOLERANCE;
            }
        }
        System.out.println(core.option() + ": " + String.join(", ", errors));
        assertTrue(isWithin, core.option() + ": " + errors);
    }

    @Test
    void updatesTheTableWhenAsked() throws IOException {
        String target = System.getProperty("speeds.update");
        assumeTrue(target != null, "skipped: -Dspeeds.update names no folder");
        Map<String, Graph> graphs = new LinkedHashMap<>(MeasuredLayers.golden());
        for (int side : SIDES) {
            graphs.put("probe_" + side, ProbeGraph.of(side));
        }
        List<String> lines = new ArrayList<>(List.of(
                "# Instructions of each kernel with -O2, cycles on AVR: fitted to layers that ran on emulated boards.",
                "# Work: multiply-accumulates, or the elements of the largest input. Written by KernelSpeedsTest, never by hand.",
                "kernel,core,per work,per output,per gathered,per call"));
        for (Board board : MEASURED) {
            Installed.require(board);
            points(graphs, board)
                    .forEach((kernel, points) -> lines.add(row(kernel, board.core(), LinearFit.of(points))));
        }
        Files.writeString(Path.of(target).resolve("speeds.csv"), String.join("\n", lines) + "\n");
    }

    /** Of kernels that a goal leaves out, those of the next one. */
    private static Map<String, List<LinearFit.Point>> points(Map<String, Graph> graphs, Board board) {
        Map<String, List<LinearFit.Point>> points = new TreeMap<>();
        for (Goal goal : GOALS.getOrDefault(board, List.of(Goal.BALANCED))) {
            points(graphs, board, goal).forEach(points::putIfAbsent);
        }
        return points;
    }

    private static Map<String, List<LinearFit.Point>> points(Map<String, Graph> graphs, Board board, Goal goal) {
        Map<String, List<LinearFit.Point>> points = new TreeMap<>();
        graphs.forEach((name, graph) -> MeasuredLayers.of(graph, name, board, goal)
                .ifPresent(measured -> measured.points()
                        .forEach((kernel, more) -> points.computeIfAbsent(kernel, key -> new ArrayList<>())
                                .addAll(more))));
        return points;
    }

    private static String row(String kernel, Core core, double[] fitted) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.3f,%.3f,%.3f,%.1f",
                kernel,
                core.option(),
                fitted[0],
                fitted[1],
                fitted[2],
                fitted[3]);
    }
}
