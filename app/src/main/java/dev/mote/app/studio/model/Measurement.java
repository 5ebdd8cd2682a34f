package dev.mote.app.studio.model;

import dev.mote.app.pipeline.BenchReport;
import java.util.Optional;

/**
 * How far the measurement of a model on an emulated board is; the components are JSON keys.
 *
 * @param state {@code none}, {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param progress what is being done
 * @param problem why it failed, in one line
 * @param report the same as of {@code mote bench}
 */
public record Measurement(
        String board,
        String opt,
        String state,
        String progress,
        Optional<String> problem,
        Optional<BenchReport> report) {

    boolean isUnderWay() {
        return state.equals("waiting") || state.equals("running");
    }
}
