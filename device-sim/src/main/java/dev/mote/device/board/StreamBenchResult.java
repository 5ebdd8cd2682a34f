package dev.mote.device.board;

import dev.mote.codegen.Goal;

/**
 * What a stream costs on a board, and whether its events there are those of the simulator.
 *
 * @param seconds that the samples span at the model's rate, silences left out
 * @param events of the simulator
 * @param mismatches events that differ, or that only one of both has
 * @param instructionsPerPush the most that a sample took which completed no window; cycles where {@link #unit} says so
 * @param instructionsPerWindow mean of the samples that completed a window: front end, inference, post-processing
 * @param longestWindow the most of these
 * @param contextBytes measured on the board
 */
public record StreamBenchResult(
        Board board,
        Goal goal,
        int samples,
        double seconds,
        long windows,
        int events,
        int mismatches,
        long instructionsPerPush,
        long instructionsPerWindow,
        long longestWindow,
        long contextBytes,
        long arenaBytes) {

    public boolean exact() {
        return mismatches == 0;
    }

    /** What is counted: {@code instructions}, or {@code cycles}. */
    public String unit() {
        return board.core().unit();
    }
}
