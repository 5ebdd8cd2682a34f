package dev.mote.trainer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mote.dataset.metrics.Regression;

/** {@link History} as JSON. */
final class HistoryJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HistoryJson() {}

    static String write(History history) {
        ObjectNode root = JSON.createObjectNode();
        var epochs = root.putArray("epochs");
        for (History.Epoch epoch : history.epochs()) {
            ObjectNode node = epochs.addObject();
            node.put("epoch", epoch.number());
            put(node, "", epoch.training());
            epoch.validation().ifPresent(metrics -> put(node, "val_", metrics));
            node.put("learning_rate", epoch.learningRate());
            node.put("seconds", epoch.seconds());
            node.put("tensorflow_seconds", epoch.tensorFlowSeconds());
        }
        root.put("best_epoch", history.bestEpoch());
        root.put("stopped_early", history.stoppedEarly());
        root.put("seconds", history.seconds());
        root.put("tensorflow_seconds", history.tensorFlowSeconds());
        ObjectNode last = root.putObject("final");
        put(last, "", history.training());
        history.validation().ifPresent(metrics -> put(last, "val_", metrics));
        history.test().ifPresent(metrics -> put(last, "test_", metrics));
        history.errors().ifPresent(errors -> {
            put(last, "", errors.training());
            put(last, "test_", errors.test());
        });
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, String prefix, Regression error) {
        node.put(prefix + "mean_squared_error", error.meanSquaredError());
        node.put(prefix + "mean_absolute_error", error.meanAbsoluteError());
        node.put(prefix + "r2", error.r2());
    }

    private static void put(ObjectNode node, String prefix, Metrics metrics) {
        node.put(prefix + "loss", metrics.loss());
        metrics.accuracy().ifPresent(accuracy -> node.put(prefix + "accuracy", accuracy));
    }
}
