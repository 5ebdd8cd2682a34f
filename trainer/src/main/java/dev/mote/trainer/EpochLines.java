package dev.mote.trainer;

import dev.mote.trainer.recipe.Recipe;
import java.io.PrintStream;
import java.util.Locale;

/** One line an epoch, for logs: {@code epoch 3/10 loss 0.1234 accuracy 0.9630 val_loss 0.1500 val_accuracy 0.9510 1.2 s}. */
final class EpochLines implements TrainingListener {
    private final PrintStream out;
    private int epochs;

    EpochLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {
        // A run may have a second part: its epochs are counted on.
        epochs += recipe.training().epochs();
    }

    @Override
    public void noted(String note) {
        out.println(note);
    }

    @Override
    public void epochEnded(History.Epoch epoch) {
        String validation =
                epoch.validation().map(metrics -> " " + text("val_", metrics)).orElse("");
        String seconds = String.format(Locale.ROOT, " %.1f s", epoch.seconds());
        out.println("epoch " + epoch.number() + "/" + epochs + " " + text("", epoch.training()) + validation + seconds);
    }

    /** @param prefix of the names: {@code val_} or empty */
    static String text(String prefix, Metrics metrics) {
        String loss = String.format(Locale.ROOT, "%sloss %.4f", prefix, metrics.loss());
        return metrics.accuracy().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%s %saccuracy %.4f",
                        loss,
                        prefix,
                        metrics.accuracy().getAsDouble())
                : loss;
    }
}
