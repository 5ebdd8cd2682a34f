package dev.mote.app.tune;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.BlockScores;
import dev.mote.dataset.metrics.Scores;
import dev.mote.device.board.Bench;
import dev.mote.device.board.Board;
import dev.mote.device.compare.CompareModels;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.tflite.TfliteWriter;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.tune.HeldOut;
import dev.mote.trainer.tune.RecipeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trial is a pure function of recipe, data and seed. Nothing here looks at the test split. */
final class TrialRunner {
    /** Enough for sizes, which do not depend on the ranges. */
    private static final int CALIBRATION_FOR_SIZE = 4;

    private final Dataset dataset;
    private final HeldOut parts;
    private final int judged;
    private final int repeats;
    private final Core core;
    private final Optional<Board> board;
    private final Goal goal;
    private final List<Integer> blocks;
    private final int blockCount;

    /** @param judged how many of the parts are held out, one after the other */
    TrialRunner(Dataset dataset, HeldOut parts, int judged, int repeats, Core core, Optional<Board> board, Goal goal) {
        this.dataset = dataset;
        this.parts = parts;
        this.judged = judged;
        this.repeats = repeats;
        this.core = core;
        this.board = board;
        this.goal = goal;
        this.blocks = HeldOut.blocks(dataset.train());
        this.blockCount = blocks.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /** Before any training, by estimates. */
    TrialFigures size(Recipe recipe) {
        Dataset data = parts.without(0, dataset);
        return size(quantized(Trainer.untrained(recipe, data), data, recipe.seed(), CALIBRATION_FOR_SIZE));
    }

    private TrialFigures size(Int8Model model) {
        return TrialFigures.of(Codegen.figures(model.graph(), source(model.graph()), core, goal));
    }

    private static ModelSource source(Graph graph) {
        return new ModelSource("model.tflite", TfliteWriter.write(graph));
    }

    /**
     * Trains, quantizes and judges; a training that fails is a result, too.
     *
     * @throws dev.mote.model.MissingToolException if a board is wanted, and its compiler or emulator is not there
     */
    TrialResult run(Map<String, String> values, TrialOrigin origin, RecipeTree tree) {
        Judged all = null;
        Optional<TrialFigures> figures = Optional.empty();
        List<TrialResult.Run> runs = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            long seed = tree.recipe().seed() + repeat;
            Judged ofSeed = null;
            for (int part = 0; part < judged; part++) {
                Trained trained;
                try {
                    trained = train(tree.withSeed(seed).recipe(), part);
                } catch (BadInputException e) {
                    return TrialResult.untrained(
                            values, origin, TrialResult.Status.FAILED, e.getMessage(), Optional.empty());
                }
                figures = figures.isPresent() ? figures : Optional.of(measured(trained.int8()));
                Judged answers = judge(trained, part);
                ofSeed = ofSeed == null ? answers : ofSeed.plus(answers);
            }
            runs.add(ofSeed.run(seed));
            all = all == null ? ofSeed : all.plus(ofSeed);
        }
        return new TrialResult(
                values,
                origin,
                TrialResult.Status.DONE,
                Optional.empty(),
                figures,
                runs,
                TrialResult.counts(all.ofFloat()),
                TrialResult.counts(all.ofInt8()));
    }

    private record Trained(FloatModel model, Int8Model int8) {}

    private Trained train(Recipe recipe, int part) {
        Dataset data = parts.without(part, dataset);
        FloatModel model = Trainer.train(recipe, data, TrainingListener.SILENT).model();
        return new Trained(model, quantized(model, data, recipe.seed(), Calibration.DEFAULT_SAMPLES));
    }

    private static Int8Model quantized(FloatModel model, Dataset data, long seed, int samples) {
        InputPath path = InputPath.of(model.graph());
        Samples training = data.withChannels(path.channels()).train();
        Calibration calibration = Calibration.of(data.name() + ":train", training, path, samples, seed);
        return Quantizer.quantize(model, calibration, QuantizerOptions.DEFAULT).model();
    }

    /** Instructions are counted where there is a board, and estimated otherwise. */
    private TrialFigures measured(Int8Model model) {
        TrialFigures estimate = size(model);
        return board.map(on -> Bench.of(model.graph(), source(model.graph())).run(on, goal))
                .map(result -> estimate.withInstructions(result.instructions()))
                .orElse(estimate);
    }

    private Judged judge(Trained trained, int part) {
        InputPath path = InputPath.of(trained.model().graph());
        Samples samples =
                parts.without(part, dataset).withChannels(path.channels()).test();
        CompareModels compare = new CompareModels(samples, path);
        Int8Model int8 = trained.int8();
        Scores int8Scores = new Scores(compare.run(int8, compare.inputs(int8)).stream()
                .map(int8.outputQuantization()::dequantize)
                .toList());
        List<Integer> blockOfSample = new ArrayList<>();
        for (int index : parts.indices(part)) {
            blockOfSample.add(blocks.get(index));
        }
        return new Judged(
                matrices(samples, compare.run(trained.model()), blockOfSample),
                matrices(samples, int8Scores, blockOfSample));
    }

    private BlockScores matrices(Samples samples, Scores scores, List<Integer> blockOfSample) {
        return BlockScores.of(dataset.labels(), samples.labels(), scores.classes(), blockOfSample, blockCount);
    }

    private record Judged(BlockScores ofFloat, BlockScores ofInt8) {
        Judged plus(Judged other) {
            return new Judged(ofFloat.plus(other.ofFloat), ofInt8.plus(other.ofInt8));
        }

        TrialResult.Run run(long seed) {
            return new TrialResult.Run(
                    seed,
                    ofFloat.all().accuracy(),
                    ofInt8.all().accuracy(),
                    ofFloat.all().macroF1(),
                    ofInt8.all().macroF1());
        }
    }
}
