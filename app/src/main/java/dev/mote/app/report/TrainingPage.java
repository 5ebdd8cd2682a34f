package dev.mote.app.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The curves of a training run as a page of its own, without scripts or links to elsewhere.
 *
 * @param title name of the model
 * @param subtitle what it was trained on, and how well it does
 */
public record TrainingPage(String title, String subtitle, boolean synthetic, List<Epoch> epochs, String toolVersion) {
    public TrainingPage {
        epochs = List.copyOf(epochs);
    }

    public String html() {
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("subtitle", subtitle);
        page.put("synthetic", synthetic);
        page.put("version", toolVersion);
        page.put("style", Templates.raw("style.css"));
        page.put("training", TrainingView.of(epochs));
        return new Templates().render("training-page", page);
    }
}
