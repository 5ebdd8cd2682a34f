package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.TrainingOptions;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The loop of one training run: epochs, batches, validation, early stopping. */
final class Fit {
    private final Recipe recipe;
    private final int epochsBefore;
    private final TrainingOptions options;
    private final TrainingListener listener;
    private final TrainingSession session;
    private final boolean classified;
    private final Batches training;
    private final Batches evaluation;
    private final ValidationSplit split;
    private final Workers workers;
    private final Chance chance;
    private final Plateau plateau;
    private final int stepsPerEpoch;
    private int step;

    /**
     * What a run begins with.
     *
     * @param epochsBefore of runs that this one continues: chance and numbers go on from there
     */
    record Start(Network network, Weights weights, int epochsBefore) {}

    /** The end of a run. */
    record Outcome(Weights weights, History history) {}

    private Fit(
            Recipe recipe,
            int epochsBefore,
            Examples examples,
            Examples augmented,
            ValidationSplit split,
            Workers workers,
            TrainingSession session,
            TrainingListener listener) {
        this.recipe = recipe;
        this.epochsBefore = epochsBefore;
        this.options = recipe.training();
        this.split = split;
        this.workers = workers;
        this.chance = new Chance(recipe.seed());
        this.session = session;
        this.listener = listener;
        classified = options.loss() != Loss.MEAN_SQUARED_ERROR || examples.hasClasses();
        training = new Batches(
                augmented,
                workers,
                Math.min(options.batchSize(), split.training().length),
                options.labelSmoothing(),
                options.loss(),
                new Mixup(options.augmentation().amount(Augmentation.Kind.MIXUP), chance));
        evaluation = Batches.measuring(examples, workers, options.loss());
        plateau = new Plateau(options.reduceOnPlateau());
        stepsPerEpoch = Math.ceilDiv(split.training().length, options.batchSize());
    }

    /** @param keeper is given the state after each epoch, and gives that of an earlier run to go on from */
    static Outcome run(Recipe recipe, Start start, FitData data, TrainingListener listener, FitState.Keeper keeper) {
        Chance chance = new Chance(recipe.seed());
        TrainingOptions options = recipe.training();
        ValidationSplit split = split(recipe, data);
        float[] classWeights = data.classes().weights(options.classWeights(), split.training());
        int dropoutSeed = chance.numbers(Chance.Purpose.DROPOUT).nextInt();
        Examples augmented = data.training().augmented(options.augmentation(), chance);
        try (Workers workers = Workers.ofThisMachine();
                TrainingSession session =
                        new TrainingSession(start.network(), options, start.weights(), dropoutSeed, classWeights)) {
            return new Fit(recipe, start.epochsBefore(), data.training(), augmented, split, workers, session, listener)
                    .run(data.test(), keeper);
        } finally {
            listener.ended();
        }
    }

    static ValidationSplit split(Recipe recipe, FitData data) {
        return ValidationSplit.of(
                data.training(),
                data.classes(),
                recipe.training(),
                new Chance(recipe.seed()).numbers(Chance.Purpose.SPLIT));
    }

    private Outcome run(Optional<Examples> test, FitState.Keeper keeper) {
        StopEarly stopping = new StopEarly(options.earlyStopping(), options.averageLastEpochs());
        List<History.Epoch> epochs = new ArrayList<>();
        keeper.saved().ifPresent(state -> restore(state, stopping, epochs));
        boolean stopped = keeper.saved().map(FitState::stopped).orElse(false);
        listener.started(recipe, split.training().length, split.validation().length, stepsPerEpoch);
        while (epochs.size() < options.epochs() && !stopped) {
            History.Epoch epoch = epoch(epochsBefore + epochs.size() + 1);
            epochs.add(epoch);
            plateau.finished(epoch);
            Weights reached = session.weights();
            stopped = stopping.stopsAfter(epoch, reached);
            keeper.save(new FitState(
                    List.copyOf(epochs), stopped, step, reached, session.optimizerState(), stopping.state()));
            listener.epochEnded(epoch, reached);
        }
        Weights weights = stopping.result();
        session.weights(weights);
        History history = new History(
                epochs,
                stopping.bestEpoch(),
                stopped && epochs.size() < options.epochs(),
                evaluation.forEach(0, split.training(), session::measure),
                validation(),
                test.map(this::measure));
        return new Outcome(weights, history);
    }

    private void restore(FitState state, StopEarly stopping, List<History.Epoch> epochs) {
        epochs.addAll(state.epochs());
        epochs.forEach(plateau::finished);
        step = state.step();
        session.weights(state.weights());
        session.optimizerState(state.optimizer());
        stopping.restore(state.stopping(), epochsBefore + epochs.size());
        listener.continues(
                epochsBefore + epochs.size(),
                epochs.stream().mapToDouble(History.Epoch::seconds).sum());
    }

    private History.Epoch epoch(int number) {
        long start = System.nanoTime();
        double tensorFlowBefore = session.tensorFlowSeconds();
        int[] order = split.training().clone();
        Shuffle.shuffle(order, chance.numbers(Chance.Purpose.ORDER, number));
        Batches.Sums soFar = new Batches.Sums();
        Metrics metrics = training.forEach(number, order, (inputs, targets, size) -> {
            TrainingSession.BatchResult result = session.step(inputs, targets, size, step, learningRate());
            int stepOfEpoch = ++step - (number - 1 - epochsBefore) * stepsPerEpoch;
            requireFinite(result.loss(), number, stepOfEpoch);
            soFar.add(result, size);
            listener.stepped(number, stepOfEpoch, soFar.metrics(classified));
            return result;
        });
        double lastRate = learningRate();
        Optional<Metrics> validation = validation();
        double tensorFlowSeconds = session.tensorFlowSeconds() - tensorFlowBefore;
        double seconds = (System.nanoTime() - start) / 1e9;
        return new History.Epoch(number, metrics, validation, lastRate, seconds, tensorFlowSeconds);
    }

    private double learningRate() {
        double epoch = (double) step / stepsPerEpoch;
        double decayed =
                options.optimizer().learningRate() / (1 + options.optimizer().decay() * step);
        return plateau.rate(decayed * options.schedule().factor(epoch, options.epochs()));
    }

    private void requireFinite(double loss, int epoch, int stepOfEpoch) {
        if (!Double.isFinite(loss)) {
            String source = recipe.source().isEmpty() ? "recipe " + recipe.name() : recipe.source();
            throw new BadInputException(source + ": epoch " + epoch + ", step " + stepOfEpoch + ": the loss is " + loss
                    + "; lower learning_rate (now " + options.optimizer().learningRate()
                    + "), or bring the input to a range near 1 with input: {normalize: standardize}");
        }
    }

    private Optional<Metrics> validation() {
        return split.validation().length == 0
                ? Optional.empty()
                : Optional.of(evaluation.forEach(0, split.validation(), session::measure));
    }

    private Metrics measure(Examples test) {
        int[] all = IntStream.range(0, test.count()).toArray();
        return Batches.measuring(test, workers, options.loss()).forEach(0, all, session::measure);
    }
}
