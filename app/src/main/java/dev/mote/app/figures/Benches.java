package dev.mote.app.figures;

import dev.mote.app.pipeline.BenchReport;
import java.util.List;

/**
 * Several models, boards or goals; the components are the JSON keys.
 *
 * @param exact whether there are figures, all are exact, and nothing failed
 * @param skipped what has no figures
 * @param changes of the figures since a baseline; empty without one
 */
public record Benches(boolean exact, List<BenchReport> boards, List<Skipped> skipped, List<FiguresChange> changes) {
    /** A board without figures for a model, and why. */
    public record Skipped(String model, String board, String opt, String reason) {}
}
