package dev.mote.app.studio.activity;

import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.StreamPlan;
import java.util.List;

/**
 * A model that can run on a stream. The components are the JSON keys.
 *
 * @param title what pages call it
 * @param name of its file
 * @param run place of its folder in the workspace
 * @param dataset that it was trained on; empty if nobody told
 * @param windowSeconds that it looks at
 * @param strideSeconds from one window to the next
 * @param hasFloat whether the run has a float model
 */
public record LiveModelChoice(
        String id,
        String title,
        String name,
        String run,
        String dataset,
        List<String> labels,
        List<String> channels,
        double rateHertz,
        double windowSeconds,
        double strideSeconds,
        boolean hasFloat) {
    static LiveModelChoice of(String title, RunEntry run, ModelEntry model, StreamPlan plan, ModelCard card) {
        return new LiveModelChoice(
                model.id(),
                title,
                model.name(),
                run.place(),
                card.facts().getOrDefault("dataset", ""),
                plan.labels(),
                plan.channels(),
                plan.rateHertz(),
                plan.windowLength() / plan.rateHertz(),
                plan.stride() / plan.rateHertz(),
                run.floatModel().isPresent());
    }
}
