package dev.mote.app.command;

import dev.mote.app.pipeline.DeviceFit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What fits where, for people. */
final class DeviceText {
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
                Locale.ROOT, "device   %s (%s): %s%n", fit.title(), fit.core(), fit.fits() ? "fits" : "does not fit");
        String format = "  %-6s about %,d of %,d bytes, %,d %s%n";
        long left = fit.flashAvailableBytes() - fit.flashNeededBytes();
        out.printf(Locale.ROOT, format, arguments("flash", fit.flashNeededBytes(), fit.flashAvailableBytes(), left));
        if (fit.flashMarginBytes() < Math.min(left, 0)) {
            out.printf(
                    Locale.ROOT,
                    "         constants, which reach a part of it only, are %,d too many%n",
                    -fit.flashMarginBytes());
        }
        out.printf(
                Locale.ROOT,
                format,
                arguments("RAM", fit.ramNeededBytes(), fit.ramAvailableBytes(), fit.ramMarginBytes()));
        out.println("  most of the scarcer: " + fit.dominant());
        fit.instructions()
                .ifPresent(count -> out.println("  time   " + FiguresText.time(count, fit.unit(), fit.core())));
    }

    private static Object[] arguments(String memory, long needed, long available, long margin) {
        return new Object[] {memory, needed, available, Math.abs(margin), margin < 0 ? "too many" : "left"};
    }

    private static void table(PrintWriter out, List<DeviceFit> fits) {
        out.println();
        String format = "%-26s %-11s %-5s %13s %13s  %s%n";
        out.printf(Locale.ROOT, format, "device", "core", "fits", "flash left", "RAM left", "most of the scarcer");
        for (DeviceFit fit : fits) {
            out.printf(
                    Locale.ROOT,
                    format,
                    fit.device(),
                    fit.core(),
                    fit.fits() ? "yes" : "no",
                    String.format(Locale.ROOT, "%,d", fit.flashMarginBytes()),
                    String.format(Locale.ROOT, "%,d", fit.ramMarginBytes()),
                    fit.dominant());
        }
    }
}
