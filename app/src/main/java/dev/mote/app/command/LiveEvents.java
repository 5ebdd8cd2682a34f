package dev.mote.app.command;

import dev.mote.device.stream.SimulatedEvent;
import dev.mote.device.stream.SimulationListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints each event when it is told. */
final class LiveEvents implements SimulationListener {
    private final PrintWriter out;
    private final List<String> labels;

    LiveEvents(PrintWriter out, List<String> labels) {
        this.out = out;
        this.labels = labels;
    }

    @Override
    public void event(SimulatedEvent event) {
        out.printf(
                Locale.ROOT,
                "%10.2f s  %s since %.2f s%n",
                event.atMicros() / 1e6,
                event.label() < 0 ? "(unknown)" : labels.get(event.label()),
                event.beginMicros() / 1e6);
        out.flush();
    }
}
