package dev.mote.trainer;

import dev.mote.trainer.recipe.Recipe;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar over all epochs, with loss, accuracy and the time left; on standard error, and only if that is a terminal. */
public final class ProgressBarListener implements TrainingListener {
    /** Redrawing is slower than a step of a small network. */
    private static final int UPDATE_MILLIS = 200;

    private ProgressBar bar;
    private int epochs;
    private String validation = "";
    private long written;

    private ProgressBarListener() {}

    /** A bar if someone can see it, else one line an epoch. Java knows terminals of standard input and output only. */
    public static TrainingListener standardError() {
        return System.console() != null && System.console().isTerminal()
                ? new ProgressBarListener()
                : new EpochLines(System.err);
    }

    @Override
    public void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {
        // A run may have a second part: its epochs are counted on.
        int more = recipe.training().epochs();
        epochs += more;
        bar = new ProgressBarBuilder()
                .setTaskName(recipe.name())
                .setInitialMax((long) more * stepsPerEpoch)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setUnit(" steps", 1)
                .build();
    }

    @Override
    public void noted(String note) {
        System.err.println(note);
    }

    @Override
    public void stepped(int epoch, int step, Metrics soFar) {
        long now = System.nanoTime();
        if (now - written >= UPDATE_MILLIS * 1_000_000L) {
            written = now;
            bar.setExtraMessage(" epoch " + epoch + "/" + epochs + " " + EpochLines.text("", soFar) + validation);
        }
        bar.step();
    }

    @Override
    public void epochEnded(History.Epoch epoch) {
        validation = epoch.validation()
                .map(metrics -> " " + EpochLines.text("val_", metrics))
                .orElse("");
    }

    @Override
    public void ended() {
        if (bar != null) {
            bar.close();
        }
    }
}
