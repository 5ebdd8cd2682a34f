package dev.mote.device.board;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.mote.model.MissingToolException;

/** Skips a test, saying so, where a board's compiler or emulator is missing. */
final class Installed {
    private Installed() {}

    static void require(Board board) {
        try {
            board.requireInstalled();
        } catch (MissingToolException e) {
            abort("skipped: " + e.getMessage());
        }
    }
}
