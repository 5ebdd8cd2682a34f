package dev.mote.app.figures;

import dev.mote.app.figures.RunFigures.LayerFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures of runs as a page of Markdown, beside those of TensorFlow Lite Micro where they are known. */
final class PerformancePage {
    private static final String M4 = "mps2-an386";
    private static final String M55 = "mps3-an547";
    private static final String SIZE = "size";
    private static final String SPEED = "speed";
    private static final int LARGEST = 3;

    private final List<RunFigures> runs;
    private final Map<String, PeerFigures> peers = PeerFigures.all();

    private PerformancePage(List<RunFigures> runs) {
        this.runs = runs;
    }

    static String text(List<RunFigures> runs) {
        PerformancePage page = new PerformancePage(runs);
        return PageText.resource("page.md")
                .replace("{{summary}}", page.summary())
                .replace("{{layers}}", page.largestLayers())
                .replace("{{boards}}", page.boards());
    }

    private List<String> models() {
        return runs.stream().map(RunFigures::model).distinct().toList();
    }

    private Optional<RunFigures> run(String model, String board, String opt) {
        RunFigures.Key key = new RunFigures.Key(model, board, opt);
        return runs.stream().filter(run -> run.key().equals(key)).findFirst();
    }

    private String summary() {
        return PageText.head(4, "model", "instructions, M4", "instructions, M55", "code", "RAM")
                + models().stream()
                        .filter(peers::containsKey)
                        .map(this::summary)
                        .map(PageText::row)
                        .collect(Collectors.joining());
    }

    private List<String> summary(String model) {
        PeerFigures peer = peers.get(model);
        return List.of(
                model,
                run(model, M4, SPEED)
                        .map(run -> share(run.instructions(), peer.m4Instructions()))
                        .orElse(""),
                run(model, M55, SPEED)
                        .map(run -> share(run.instructions(), peer.m55Instructions()))
                        .orElse(""),
                run(model, M4, SIZE)
                        .map(run -> share(run.codeBytes(), peer.codeBytes()))
                        .orElse(""),
                run(model, M4, SIZE)
                        .map(run -> share(run.ramBytes(), peer.ramBytes()))
                        .orElse(""));
    }

    private static String share(long ours, long theirs) {
        return "%s (%s of %s)"
                .formatted(PageText.ratio(ours, theirs), PageText.grouped(ours), PageText.grouped(theirs));
    }

    private String largestLayers() {
        return PageText.head(4, "model", "layer", "MACs", "instructions", "a MAC", "of the run")
                + models().stream()
                        .flatMap(model -> run(model, M4, SPEED).stream())
                        .map(PerformancePage::largestLayers)
                        .collect(Collectors.joining());
    }

    private static String largestLayers(RunFigures run) {
        return IntStream.range(0, run.layers().size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer i) -> -run.layers().get(i).instructions()))
                .limit(LARGEST)
                .map(i -> layer(run, i))
                .map(PageText::row)
                .collect(Collectors.joining());
    }

    private static List<String> layer(RunFigures run, int index) {
        LayerFigures layer = run.layers().get(index);
        return List.of(
                run.model(),
                index + " " + layer.operator(),
                PageText.grouped(layer.macs()),
                PageText.grouped(layer.instructions()),
                PageText.ratio(layer.instructions(), layer.macs()),
                PageText.ratio(layer.instructions(), run.instructions()));
    }

    private String boards() {
        return runs.stream().map(RunFigures::board).distinct().map(this::board).collect(Collectors.joining("\n"));
    }

    private String board(String board) {
        return "### " + board + "\n\n"
                + PageText.head(
                        10,
                        "model",
                        "opt",
                        "instructions",
                        "a MAC",
                        "code",
                        "weights",
                        "arena",
                        "output",
                        "static",
                        "stack",
                        "RAM",
                        "of TFLM's instructions")
                + runs.stream()
                        .filter(run -> run.board().equals(board))
                        .map(this::row)
                        .map(PageText::row)
                        .collect(Collectors.joining());
    }

    private List<String> row(RunFigures run) {
        return List.of(
                run.model(),
                run.opt(),
                PageText.grouped(run.instructions()),
                PageText.ratio(run.instructions(), run.macs()),
                PageText.grouped(run.codeBytes()),
                PageText.grouped(run.weightsBytes()),
                PageText.grouped(run.arenaBytes()),
                PageText.grouped(run.outputBytes()),
                PageText.grouped(run.staticRamBytes()),
                PageText.grouped(run.stackBytes()),
                PageText.grouped(run.ramBytes()),
                PageText.ratio(run.instructions(), peerInstructions(run)));
    }

    /** 0 where they are not known. */
    private long peerInstructions(RunFigures run) {
        PeerFigures peer = peers.get(run.model());
        if (peer == null) {
            return 0;
        }
        return switch (run.board()) {
            case M4 -> peer.m4Instructions();
            case M55 -> peer.m55Instructions();
            default -> 0;
        };
    }
}
