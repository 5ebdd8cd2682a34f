package dev.mote.app.command;

import dev.mote.app.pipeline.DeviceBudget;
import dev.mote.app.pipeline.DeviceFit;
import dev.mote.app.pipeline.Milliseconds;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What fits where, and what it costs there, for people. */
final class DeviceText {
    private static final String TABLE = "%-26s %-11s %-5s %10s %10s %12s %9s %8s%n";

    private DeviceText() {}

    /** A few lines about one device, a line for each of several. */
    static void print(PrintWriter out, List<DeviceFit> fits) {
        if (fits.size() == 1) {
            one(out, fits.getFirst());
        } else if (!fits.isEmpty()) {
            table(out, fits);
        }
    }

    private static void one(PrintWriter out, DeviceFit fit) {
        out.printf(
                Locale.ROOT,
                "device   %s (%s): %s%n",
                fit.title(),
                fit.core(),
                fit.fits() ? "fits" : fit.fitsMemory() ? "too slow" : "does not fit");
        String format = "  %-8s about %,d of %,d bytes, %,d %s%n";
        long left = fit.flashAvailableBytes() - fit.flashNeededBytes();
        out.printf(Locale.ROOT, format, arguments("flash", fit.flashNeededBytes(), fit.flashAvailableBytes(), left));
        if (fit.flashMarginBytes() < Math.min(left, 0)) {
            out.printf(
                    Locale.ROOT,
                    "           constants, which reach a part of it only, are %,d too many%n",
                    -fit.flashMarginBytes());
        }
        out.printf(
                Locale.ROOT,
                format,
                arguments("RAM", fit.ramNeededBytes(), fit.ramAvailableBytes(), fit.ramMarginBytes()));
        out.println("  most of the scarcer: " + fit.dominant());
        cost(out, fit.core(), fit.budget());
    }

    private static Object[] arguments(String memory, long needed, long available, long margin) {
        return new Object[] {memory, needed, available, Math.abs(margin), margin < 0 ? "too many" : "left"};
    }

    private static void cost(PrintWriter out, String core, DeviceBudget budget) {
        if (budget.latencyMs().isPresent()) {
            out.println("  time     " + budget.latencyText() + ": "
                    + FiguresText.time(
                            budget.instructions().getAsLong(), budget.unit(), core, budget.instructionsOrigin()));
        }
        if (budget.dutyCycle().isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "  rhythm   a window every %s: busy %s %% of the time, at least %s times as fast as needed%n",
                    Milliseconds.exact(budget.everySeconds().getAsDouble() * 1e3),
                    Milliseconds.number(100 * budget.dutyCycle().getAsDouble()),
                    Milliseconds.number(budget.realtimeMargin().getAsDouble()));
        }
        if (budget.energyMj().isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "  energy   about %s mJ a window (%s to %s)%s%n",
                    Milliseconds.number(budget.energyMj().getAsDouble()),
                    Milliseconds.number(budget.energyLowMj().getAsDouble()),
                    Milliseconds.number(budget.energyHighMj().getAsDouble()),
                    budget.energyPerDayJ().isEmpty()
                            ? ""
                            : ", " + Milliseconds.number(budget.energyPerDayJ().getAsDouble()) + " J a day");
        }
        if (budget.batteryDays().isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "  battery  %s lasts about %s days (%s to %s)%n",
                    budget.cell(),
                    Milliseconds.number(budget.batteryDays().getAsDouble()),
                    Milliseconds.number(budget.batteryLowDays().getAsDouble()),
                    Milliseconds.number(budget.batteryHighDays().getAsDouble()));
        }
        budget.notes().forEach(note -> out.println("  note     " + note));
    }

    private static void table(PrintWriter out, List<DeviceFit> fits) {
        out.println();
        out.printf(Locale.ROOT, TABLE, "device", "core", "fits", "flash left", "RAM left", "time, ms", "mJ", "days");
        for (DeviceFit fit : fits) {
            DeviceBudget budget = fit.budget();
            out.printf(
                    Locale.ROOT,
                    TABLE,
                    fit.device(),
                    fit.core(),
                    fit.fits() ? "yes" : fit.fitsMemory() ? "slow" : "no",
                    String.format(Locale.ROOT, "%,d", fit.flashMarginBytes()),
                    String.format(Locale.ROOT, "%,d", fit.ramMarginBytes()),
                    budget.latencyMs().isEmpty()
                            ? "?"
                            : number(budget.latencyLowMs()) + "-" + number(budget.latencyHighMs()),
                    number(budget.energyMj()),
                    budget.cell() == null ? "" : number(budget.batteryDays()));
        }
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "?" : Milliseconds.number(value.getAsDouble());
    }
}
