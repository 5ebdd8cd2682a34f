package dev.mote.app.command;

import dev.mote.codegen.Figures;
import java.io.PrintWriter;
import java.util.Locale;

/** What a project costs, for people. */
final class FiguresText {
    private FiguresText() {}

    static void print(PrintWriter out, Figures figures) {
        String estimated = "estimated for " + figures.core().title() + ", -Os";
        out.printf(Locale.ROOT, "weights    %,d bytes%n", figures.weightsBytes());
        out.printf(Locale.ROOT, "arena      %,d bytes%n", figures.arenaBytes());
        out.printf(
                Locale.ROOT,
                "flash      about %,d bytes: weights, %,d of parameters, %,d of code; up to %,d more of libraries (%s)%n",
                figures.flashBytes(),
                figures.parameterBytes(),
                figures.codeBytes(),
                figures.libraryBytes(),
                estimated);
        out.printf(
                Locale.ROOT,
                "RAM        about %,d bytes: arena, %,d of output, %,d of stack (%s)%n",
                figures.ramBytes(),
                figures.outputBytes(),
                figures.stackBytes(),
                estimated);
        out.printf(Locale.ROOT, "MACs       %,d%n", figures.macs());
    }
}
