package dev.mote.app.pipeline;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far many runs are: a bar on a terminal, else a line for each tenth. Told by any thread. */
public final class RunProgress implements Runnable, AutoCloseable {
    private static final int LINES = 10;
    private static final int UPDATE_MILLIS = 200;

    private final String name;
    private final int count;
    private final PrintWriter err;
    private final AtomicInteger done = new AtomicInteger();
    private final ProgressBar bar;

    /** @param name of what is counted, as {@code devices} */
    public RunProgress(String name, int count, PrintWriter err) {
        this.name = name;
        this.count = count;
        this.err = err;
        boolean terminal = System.console() != null && System.console().isTerminal();
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(count)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .build()
                : null;
    }

    @Override
    public void run() {
        int now = done.incrementAndGet();
        if (bar != null) {
            bar.step();
        } else if ((long) now * LINES / count > (long) (now - 1) * LINES / count) {
            err.printf(Locale.ROOT, "%s %,d of %,d%n", name, now, count);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
