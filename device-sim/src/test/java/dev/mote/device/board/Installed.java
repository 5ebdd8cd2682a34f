package dev.mote.device.board;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.mote.device.Leftovers;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Skips a test, saying so, where a board's compiler or emulator is missing. */
final class Installed {
    private Installed() {}

    static void require(Board board) {
        try {
            Path folder = Leftovers.createFolder("mote-installed-");
            try {
                board.prepare(folder);
            } catch (MissingToolException e) {
                abort("skipped: " + e.getMessage());
            } finally {
                Leftovers.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
