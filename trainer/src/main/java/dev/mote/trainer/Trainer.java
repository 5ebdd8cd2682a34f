package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.RecipeData;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Recipe and data to a float model. The same recipe and data give the same model, to the bit, on the same kind of machine. */
public final class Trainer {
    /** Fact of a model's card: what the recipe says about its data besides the name, as {@link RecipeData#optionsText} writes it. */
    public static final String DATA_FACT = "data";

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
        return train(recipe, dataset, listener, Optional.empty());
    }

    /**
     * The same, so that it can go on after a kill: the result is that of a run without one.
     *
     * @param checkpoints where the state is kept, if it is
     */
    public static TrainedModel train(
            Recipe recipe, Dataset dataset, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        Dataset selected = dataset.withChannels(recipe.input().channels());
        Input input = Input.fit(recipe, selected, listener);
        Network network = network(recipe, selected, input);
        int targetWidth = targetWidth(network, dataset);
        Examples training = new DatasetExamples(selected.train(), selected.channels(), input.path(), targetWidth);
        Examples test = new DatasetExamples(selected.test(), selected.channels(), input.path(), targetWidth);
        FitData data = FitData.of(training, dataset.labels(), Optional.of(test));
        TrainNetwork.Outcome outcome = TrainNetwork.run(recipe, network, data, listener, checkpoints);
        SortedMap<String, String> facts = facts(recipe, outcome.history());
        facts.put("dataset", dataset.name());
        facts.put("synthetic", Boolean.toString(dataset.synthetic()));
        String options = recipe.data().optionsText();
        if (!options.isEmpty()) {
            facts.put(DATA_FACT, options);
        }
        ModelCard card = input.card(dataset, facts).with(recipe.postProcessing());
        TrainedModel trained = result(recipe, outcome, card);
        return dataset.isRegression() ? MeasureRegression.of(trained, selected) : trained;
    }

    /**
     * The model before its training: what it will cost on a device is known from it.
     *
     * @throws BadInputException if recipe and data do not fit
     */
    public static FloatModel untrained(Recipe recipe, Dataset dataset) {
        Dataset selected = dataset.withChannels(recipe.input().channels());
        Input input = Input.fit(recipe, selected, TrainingListener.SILENT);
        Network network = network(recipe, selected, input);
        Weights initial = Weights.initial(network, new SplittableRandom(recipe.seed()));
        ModelCard card = input.card(dataset, new TreeMap<>()).with(recipe.postProcessing());
        return ExportNetwork.of(recipe.name(), network, initial, card);
    }

    /**
     * Trains on samples that are prepared already: the recipe's {@code input} is not applied.
     *
     * @throws BadInputException as above
     */
    public static TrainedModel train(Recipe recipe, TrainingData data, TrainingListener listener) {
        return train(recipe, data, listener, Optional.empty());
    }

    static TrainedModel train(
            Recipe recipe, TrainingData data, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        Network network = Network.of(recipe, data.inputShape(), data.targetWidth());
        CheckEnds.check(recipe, network, data.targetWidth(), false);
        FitData samples = FitData.of(data, data.classNames(), Optional.empty());
        TrainNetwork.Outcome outcome = TrainNetwork.run(recipe, network, samples, listener, checkpoints);
        ModelCard card = new ModelCard(List.of(), InputPreparation.NONE, facts(recipe, outcome.history()));
        return result(recipe, outcome, card);
    }

    /** How samples become the network's input. */
    private record Input(InputPreparation preparation, Optional<FrontEnd> frontEnd, InputPath path) {
        /** @param selected with the channels that the network reads */
        static Input fit(Recipe recipe, Dataset selected, TrainingListener listener) {
            Optional<FrontEnd> frontEnd = FitFrontEnd.on(selected, recipe, listener::noted);
            InputPreparation preparation = FitPreparation.on(selected, recipe.input(), frontEnd);
            return new Input(preparation, frontEnd, InputPath.of(preparation, frontEnd));
        }

        ModelCard card(Dataset dataset, SortedMap<String, String> facts) {
            ModelCard card = new ModelCard(dataset.labels(), dataset.targets(), preparation, facts);
            return frontEnd.map(card::with).orElse(card);
        }
    }

    private static Network network(Recipe recipe, Dataset selected, Input input) {
        int outputs = selected.isRegression()
                ? selected.targets().size()
                : selected.labels().size();
        Network network = Network.of(recipe, input.path().outputShape(selected.sampleShape()), outputs);
        CheckEnds.check(recipe, network, targetWidth(network, selected), !selected.isRegression());
        CheckEnds.requireRegressionLoss(recipe, selected);
        CheckEnds.requireStream(recipe, selected);
        return network;
    }

    /** One output for two classes stands for the second; otherwise each class has its own. */
    private static int targetWidth(Network network, Dataset dataset) {
        if (dataset.isRegression()) {
            return dataset.targets().size();
        }
        int classes = dataset.labels().size();
        return classes == 2 && network.outputShape().elements() == 1 ? 1 : classes;
    }

    private static TrainedModel result(Recipe recipe, TrainNetwork.Outcome outcome, ModelCard card) {
        FloatModel model = ExportNetwork.of(recipe.name(), outcome.network(), outcome.ranges(), card);
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
