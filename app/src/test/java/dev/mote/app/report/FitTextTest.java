package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.LossCurve;
import dev.mote.dataset.metrics.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTextTest {
    private static final LossCurve TURNED = new LossCurve(List.of(1.0, 0.5, 0.2, 0.1), List.of(1.0, 0.6, 0.8, 0.9));
    private static final LossCurve FALLING = new LossCurve(List.of(1.0, 0.5, 0.2, 0.1), List.of(1.0, 0.6, 0.3, 0.2));

    @Test
    void tellsOverfittingWithTheEpochAndWhatToTry() {
        Generalization fit = of(Share.of(0.998, 5400), Share.of(0.931, 600), TURNED);
        assertEquals(
                "overfits: 99.80\u00a0% right on the training samples, 93.17\u00a0% on those held back",
                FitText.sentence(fit));
        String note = FitText.note(fit);
        assertTrue(note.contains("The validation loss was lowest at epoch 2 and rose from there"), note);
        assertTrue(note.contains("more than chance would explain") && note.contains("dropout"), note);
    }

    @Test
    void tellsUnderfitting() {
        Generalization fit = of(Share.of(0.71, 5400), Share.of(0.7, 600), FALLING);
        assertTrue(FitText.sentence(fit).startsWith("underfits: only 71.00\u00a0% right"), FitText.sentence(fit));
        assertTrue(FitText.note(fit).contains("try more epochs first"), FitText.note(fit));
        Generalization guess =
                new Generalization(Share.of(0.3, 100), Optional.empty(), Optional.of(Share.of(0.3, 100)), 0.3, FALLING);
        assertTrue(FitText.sentence(guess).contains("no better than always answering"), FitText.sentence(guess));
    }

    @Test
    void tellsWhatFewSamplesHide() {
        String note = FitText.note(of(Share.of(0.99, 100), new Share(14, 15), FALLING));
        assertTrue(note.contains("no more than chance would explain"), note);
        assertTrue(note.contains("With 15 samples held back, a difference of up to"), note);
        assertFalse(note.contains("lowest at epoch"), note);
    }

    @Test
    void tellsAHarderTest() {
        Generalization fit = new Generalization(
                Share.of(0.98, 5000),
                Optional.of(Share.of(0.97, 500)),
                Optional.of(Share.of(0.91, 2000)),
                0.2,
                FALLING);
        assertTrue(FitText.note(fit).contains("On the test split it is right less often, 91.00"), FitText.note(fit));
    }

    private static Generalization of(Share training, Share validation, LossCurve losses) {
        return new Generalization(training, Optional.of(validation), Optional.empty(), 0.2, losses);
    }
}
