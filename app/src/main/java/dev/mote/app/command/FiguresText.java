package dev.mote.app.command;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What a project costs, for people. */
final class FiguresText {
    private FiguresText() {}

    static void print(PrintWriter out, Figures figures) {
        String estimated = "estimated for " + title(figures.core()) + ", -Os";
        out.printf(Locale.ROOT, "weights    %,d bytes%n", figures.weightsBytes());
        out.printf(
                Locale.ROOT,
                "arena      %,d bytes, %,d at least; %,d side by side%s%n",
                figures.arenaBytes(),
                figures.arenaLowerBound(),
                figures.liveBytes(),
                figures.movedBytes() == 0
                        ? ""
                        : String.format(Locale.ROOT, "; %,d are moved to make room", figures.movedBytes()));
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
                "RAM        about %,d bytes: arena, %,d of output, %s%,d of stack (%s)%n",
                figures.ramBytes(),
                figures.outputBytes(),
                figures.contextBytes() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%,d for one stream, ", figures.contextBytes()),
                figures.stackBytes(),
                estimated);
        out.printf(Locale.ROOT, "MACs       %,d%n", figures.macs());
        figures.instructions()
                .ifPresent(count -> out.printf(Locale.ROOT, "time       %s%n", time(figures.core(), count)));
    }

    /** As {@code about 22,000,000 instructions (estimated for Cortex-M4, -O2)}. */
    static String time(Core core, long count) {
        return time(count, core.unit(), title(core));
    }

    private static String time(long count, String unit, String core) {
        return time(count, unit, core, "estimated");
    }

    /** @param origin how they were told, as {@code measured} */
    static String time(long count, String unit, String core, String origin) {
        return String.format(Locale.ROOT, "about %,d %s (%s for %s, -O2)", rounded(count), unit, origin, core);
    }

    /** Whose figures they are: those of the portable kernels are a Cortex-M4's, which has faster ones of its own. */
    private static String title(Core core) {
        return core == Core.PORTABLE ? "portable kernels, " + core.title() : core.title();
    }

    /** To three digits: an estimate has no more. */
    private static long rounded(long count) {
        return new BigDecimal(count).round(new MathContext(3)).longValueExact();
    }
}
