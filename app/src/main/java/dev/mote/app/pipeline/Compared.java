package dev.mote.app.pipeline;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Figures;
import dev.mote.dataset.metrics.Scores;
import dev.mote.device.compare.Comparison;

/**
 * A float model, its int8 form and the compiled C over one split.
 *
 * @param cMismatches samples whose compiled C differs from the simulator in any byte
 */
record Compared(Comparison comparison, Scores floatScores, Scores int8Scores, CProject project, int cMismatches) {
    Figures figures() {
        return project.figures();
    }
}
