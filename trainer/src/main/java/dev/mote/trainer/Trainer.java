package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Recipe and data to a float model. The same recipe and data give the same model, to the bit, on the same kind of machine. */
public final class Trainer {
    /** Of the project: a test holds it equal to the build's. */
    private static final String VERSION = "0.1.0";

    private Trainer() {}

    /**
     * Trains on the training split, and measures the test split at the end.
     *
     * @throws BadInputException if recipe and data do not fit, or the loss becomes NaN; one line, with what to do
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static TrainedModel train(Recipe recipe, Dataset dataset, TrainingListener listener) {
        Dataset selected = dataset.withChannels(recipe.input().channels());
        Network network =
                Network.of(recipe, selected.sampleShape(), dataset.labels().size());
        int targetWidth = targetWidth(network, dataset);
        CheckEnds.check(recipe, network, targetWidth, true);
        InputPreparation preparation = FitPreparation.on(selected, recipe.input());
        Examples training = new DatasetExamples(selected.train(), selected.channels(), preparation, targetWidth);
        Examples test = new DatasetExamples(selected.test(), selected.channels(), preparation, targetWidth);
        Fit.Outcome outcome = Fit.run(recipe, network, training, dataset.labels(), Optional.of(test), listener);
        SortedMap<String, String> facts = facts(recipe, outcome.history());
        facts.put("dataset", dataset.name());
        facts.put("synthetic", Boolean.toString(dataset.synthetic()));
        ModelCard card = new ModelCard(dataset.labels(), preparation, facts);
        return result(recipe, network, outcome, card);
    }

    /**
     * Trains on samples that are prepared already: the recipe's {@code input} is not applied.
     *
     * @throws BadInputException as above
     */
    public static TrainedModel train(Recipe recipe, TrainingData data, TrainingListener listener) {
        Network network = Network.of(recipe, data.inputShape(), data.targetWidth());
        CheckEnds.check(recipe, network, data.targetWidth(), false);
        Fit.Outcome outcome = Fit.run(recipe, network, data, data.classNames(), Optional.empty(), listener);
        ModelCard card = new ModelCard(List.of(), InputPreparation.NONE, facts(recipe, outcome.history()));
        return result(recipe, network, outcome, card);
    }

    /** One output for two classes stands for the second; otherwise each class has its own. */
    private static int targetWidth(Network network, Dataset dataset) {
        int classes = dataset.labels().size();
        return classes == 2 && network.outputShape().elements() == 1 ? 1 : classes;
    }

    private static TrainedModel result(Recipe recipe, Network network, Fit.Outcome outcome, ModelCard card) {
        FloatModel model = ExportNetwork.of(recipe.name(), network, outcome.weights(), card);
        return new TrainedModel(model, outcome.history());
    }

    /** No time and no path: the same run writes the same facts. */
    private static SortedMap<String, String> facts(Recipe recipe, History history) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("recipe", recipe.name());
        facts.put("recipe_sha256", recipe.sha256());
        facts.put("seed", Long.toString(recipe.seed()));
        facts.put("epochs", Integer.toString(history.epochs().size()));
        facts.put("trained_with", "Mote " + VERSION + ", TensorFlow " + TrainingSession.tensorFlowVersion());
        return facts;
    }
}
