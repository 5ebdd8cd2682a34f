package dev.mote.app.studio.activity;

import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.device.stream.StreamDemand;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import java.util.Optional;

/**
 * An int8 model that is ready to run on streams, with the float model that it was made of.
 *
 * @param graph of the file that was read
 * @param real the float model, where the run has one
 */
record LiveModel(ModelEntry entry, String place, Graph graph, StreamModel int8, Optional<StreamModel> real) {
    private static final String SEED = "seed";

    ModelCard card() {
        return graph.card();
    }

    StreamPlan plan() {
        return int8.plan();
    }

    StreamDemand demand() {
        return StreamDemand.of(plan(), card().preparation());
    }

    /** Of the training, so that streams of its data are those of the test; else 1, as the commands have it. */
    long seed() {
        try {
            return Long.parseLong(card().facts().getOrDefault(SEED, "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
