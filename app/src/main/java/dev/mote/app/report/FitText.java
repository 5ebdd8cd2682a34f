package dev.mote.app.report;

import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.Interval;
import dev.mote.dataset.metrics.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overfitting and underfitting in words. */
public final class FitText {
    /** Gaps above this may hide in the noise of few samples: worth telling. */
    private static final double LARGE_DOUBT = 0.05;

    private FitText() {}

    /** The verdict in one sentence, without a capital: "overfits: 99.8 % right on ...". */
    public static String sentence(Generalization fit) {
        String training = Text.percent(fit.training().accuracy());
        return switch (fit.kind()) {
            case OVERFITS -> "overfits: " + training + " right on the training samples, " + heldBack(fit);
            case OVERFITS_SLIGHTLY ->
                "overfits slightly: " + training + " right on the training samples, " + heldBack(fit);
            case UNDERFITS ->
                "underfits: only " + training + " right on the training samples themselves"
                        + (fit.guesses()
                                ? ", no better than always answering the most frequent class ("
                                        + Text.percent(fit.baseline()) + ")"
                                : fit.heldBack().isPresent() ? ", " + heldBack(fit) : "");
            case FITS -> "no sign of overfitting: " + training + " right on the training samples, " + heldBack(fit);
            case UNKNOWN -> "overfitting cannot be told: no samples were held back";
        };
    }

    /** What stands behind the verdict, and what to try. */
    public static String note(Generalization fit) {
        List<String> parts = new ArrayList<>();
        gap(fit).ifPresent(parts::add);
        switch (fit.kind()) {
            case OVERFITS, OVERFITS_SLIGHTLY, FITS, UNKNOWN ->
                fit.losses()
                        .turn()
                        .ifPresent(epoch -> parts.add("The validation loss was lowest at epoch " + epoch
                                + " and rose from there, while the training loss went on falling."));
            case UNDERFITS -> {}
        }
        parts.addAll(advice(fit));
        if (fit.testIsHarder()) {
            parts.add("On the test split it is right less often, "
                    + Text.percent(fit.test().orElseThrow().accuracy())
                    + ": those samples are not like the ones held back (other persons, other recordings), or choices"
                    + " were made by the ones held back.");
        }
        return String.join(" ", parts);
    }

    private static List<String> advice(Generalization fit) {
        List<String> advice = new ArrayList<>();
        boolean fell = fit.losses().fellToTheEnd();
        switch (fit.kind()) {
            case OVERFITS ->
                advice.add("Try more data or augmentation, dropout, early stopping with restore_best_weights,"
                        + " or a smaller network.");
            case UNDERFITS ->
                advice.add(
                        fell
                                ? "The loss still fell at the end: try more epochs first, then a larger network."
                                : "Try a larger network, another learning rate, or an input that shows more of what"
                                        + " tells the classes apart.");
            case OVERFITS_SLIGHTLY -> advice.add("Up to a point is usual, and no reason to act.");
            case FITS, UNKNOWN -> {
                if (fell) {
                    advice.add("The loss still fell at the end: more epochs may help.");
                }
            }
        }
        return advice;
    }

    private static Optional<String> gap(Generalization fit) {
        return fit.gap().map(gap -> {
            Share heldBack = fit.heldBack().orElseThrow();
            String text = "The difference is "
                    + Text.points(fit.training().accuracy() - heldBack.accuracy())
                    + " percentage points (95 % interval "
                    + interval(gap) + ")";
            if (gap.low() > 0) {
                return text + ", more than chance would explain.";
            }
            String doubt = gap.high() > LARGE_DOUBT
                    ? " With " + Text.count(heldBack.samples(), "sample") + " held back, a difference of up to "
                            + Text.fixed(100 * gap.high(), 0) + " points would not be seen."
                    : "";
            return text + ", no more than chance would explain." + doubt;
        });
    }

    private static String interval(Interval gap) {
        return Text.points(gap.low()) + " to " + Text.points(gap.high());
    }

    private static String heldBack(Generalization fit) {
        Share share = fit.heldBack().orElseThrow();
        return Text.percent(share.accuracy())
                + (fit.validation().isPresent() ? " on those held back" : " on the test split");
    }
}
