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
        return failure(title, figures, board, "");
    }

    private DoesNotFitException failure(String title, Figures figures, Board board, String sureness) {
        List<String> parts = new ArrayList<>();
        if (flash > 0) {
            long weights = figures.weightsBytes();
            long code = board.flashBytes() + flash - weights;
            parts.add(String.format(
                    Locale.ROOT,
                    "flash is short of %s%,d bytes (has %,d; weights take %,d, code and parameters %,d)",
                    sureness,
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
                    "RAM is short of %s%,d bytes (has %,d; the arena takes %,d, outputs, stack and the rest %,d)",
                    sureness,
                    ram,
                    board.ramBytes(),
                    arena,
                    rest));
        }
        return new DoesNotFitException(title + " does not fit " + board.option() + ": " + String.join("; ", parts)
                + "; choose a larger board or a smaller model");
    }

    /** Where the compiler gives up before the linker could tell, by estimates for the board's core. */
    static DoesNotFitException ofLargeArray(String title, Figures figures, Board board) {
        Overflow estimated = new Overflow(
                Math.max(0, figures.flashBytes() + figures.libraryBytes() - board.flashBytes()),
                Math.max(0, figures.ramBytes() - board.ramBytes()));
        return estimated.isEmpty()
                ? new DoesNotFitException(title + " does not fit " + board.option()
                        + ": a tensor of it has more bytes than the compiler takes in one piece, 32,767; choose another"
                        + " board or make its layers smaller")
                : estimated.failure(title, figures, board, "about ");
    }
}
