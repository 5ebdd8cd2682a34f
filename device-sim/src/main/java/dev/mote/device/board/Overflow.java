package dev.mote.device.board;

import dev.mote.codegen.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** By how many bytes an image is too large for the memories of its board. */
record Overflow(long flash, long ram) {
    static final Overflow NONE = new Overflow(0, 0);

    /** Names of the linker scripts for what is not RAM. */
    private static final Set<String> FLASH = Set.of("FLASH", "text");

    boolean isEmpty() {
        return flash == 0 && ram == 0;
    }

    Overflow with(String region, long bytes) {
        return FLASH.contains(region) ? new Overflow(flash + bytes, ram) : new Overflow(flash, ram + bytes);
    }

    /** What does not fit, by how much, and what takes most of it. */
    DoesNotFitException failure(String title, Figures figures, Board board) {
        List<String> parts = new ArrayList<>();
        if (flash > 0) {
            long weights = figures.weightsBytes();
            long code = board.flashBytes() + flash - weights;
            parts.add(String.format(
                    Locale.ROOT,
                    "flash is short of %,d bytes (has %,d; weights take %,d, code and parameters %,d)",
                    flash,
                    board.flashBytes(),
                    weights,
                    code));
        }
        if (ram > 0) {
            long arena = figures.arenaBytes();
            long rest = board.ramBytes() + ram - arena;
            parts.add(String.format(
                    Locale.ROOT,
                    "RAM is short of %,d bytes (has %,d; the arena takes %,d, outputs, stack and the rest %,d)",
                    ram,
                    board.ramBytes(),
                    arena,
                    rest));
        }
        return new DoesNotFitException(title + " does not fit " + board.option() + ": " + String.join("; ", parts)
                + "; choose a larger board or a smaller model");
    }
}
