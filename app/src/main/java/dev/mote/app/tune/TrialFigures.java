package dev.mote.app.tune;

import dev.mote.codegen.Figures;
import java.util.OptionalLong;

/**
 * What a trial costs on a device; the components are the JSON keys.
 *
 * @param instructions of one inference; empty where not known
 */
record TrialFigures(long weightsBytes, long arenaBytes, long flashBytes, long macs, OptionalLong instructions) {
    static TrialFigures of(Figures figures) {
        return new TrialFigures(
                figures.weightsBytes(),
                figures.arenaBytes(),
                figures.flashBytes(),
                figures.macs(),
                figures.instructions());
    }

    TrialFigures withInstructions(long counted) {
        return new TrialFigures(weightsBytes, arenaBytes, flashBytes, macs, OptionalLong.of(counted));
    }
}
