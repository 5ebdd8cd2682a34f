package dev.mote.app.command;

import dev.mote.app.tune.Cost;
import dev.mote.app.tune.Method;
import dev.mote.app.tune.Metric;
import dev.mote.app.tune.Tune;
import dev.mote.app.tune.TuneOptions;
import dev.mote.app.tune.TuneSummary;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.device.board.Board;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.tune.Axis;
import dev.mote.trainer.tune.RecipeTree;
import dev.mote.trainer.tune.SearchSpace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote tune}: search over the values of a recipe. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = {
            "Search over values of a recipe under budgets, and show accuracy against size.",
            "Trials are judged on samples held out of the training split; the test split is not looked at."
        })
public final class TuneCommand implements Callable<Integer> {
    private static final double STANDARD_SHARE = 0.2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE", description = "A YAML file, as for mote train.")
    private Path recipeFile;

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description = "A place of the recipe and its values: layers.0.conv1d.filters=8,16, batch_size=16..64:16,"
                    + " optimizer.adam.learning_rate=log(0.001..0.01). May be given several times.")
    private List<String> vary = List.of();

    @Option(
            names = "--space",
            paramLabel = "FILE",
            description = "The same from a YAML file: a line 'PATH: VALUES' each.")
    private Path space;

    @Option(names = "--data", paramLabel = "NAME", description = "Data set, or a path. Default: the recipe's.")
    private String data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "Written: tune.json, tune.html, front.png, front.svg, best.yaml, and a folder for each trial.")
    private Path out;

    @Option(names = "--resume", description = "Keep the trials that an earlier run left in DIR.")
    private boolean resume;

    @Option(
            names = "--method",
            paramLabel = "grid|random|halving",
            defaultValue = "random",
            description =
                    "All combinations, random ones (default), or random ones of which a third goes on with more epochs.")
    private String method;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "20",
            description = "Of --method random and halving. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the training split that trials are judged on, about. Default: 0.2.")
    private Double validation;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Train each trial K times, and judge it on every training sample, instead of --validation.")
    private Integer folds;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description = "Train each trial with N seeds. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Mixin
    private BudgetOptions budgets;

    @Option(
            names = "--metric",
            paramLabel = "accuracy|macro_f1",
            defaultValue = "accuracy",
            description = "What trials are judged by. Default: ${DEFAULT-VALUE}.")
    private String metric;

    @Option(
            names = "--against",
            paramLabel = "COST",
            defaultValue = "weights",
            description = "weights (default), arena, flash, macs or instructions.")
    private String against;

    @Option(
            names = "--target",
            paramLabel = "CORE",
            description = "Core whose figures are wanted, as for mote codegen. Default: portable.")
    private String target;

    @Option(names = "--board", paramLabel = "BOARD", description = "Emulated board to count the instructions on.")
    private String board;

    @Option(
            names = "--opt",
            paramLabel = "size|balanced|speed",
            defaultValue = "balanced",
            description = "What to spare, as for mote codegen. Default: ${DEFAULT-VALUE}.")
    private String goal;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws and of the division of the samples. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        TuneOptions options = options();
        Recipe read = Recipe.read(recipeFile);
        if (data == null && read.data().name().isEmpty()) {
            throw new BadInputException(recipeFile + ": names no data set; add 'data: NAME' or give --data NAME");
        }
        RecipeTree recipe = RecipeTree.parse(recipeFile.getFileName().toString(), Files.readString(recipeFile));
        SearchSpace searchSpace = space();
        Dataset dataset = read.data().load(Optional.ofNullable(data), directory.resolve(), read.seed());
        PrintWriter err = spec.commandLine().getErr();
        TuneSummary summary =
                new Tune(recipe, searchSpace, dataset, options, line -> err.println("mote: " + line)).run();
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, summary, result -> new TuneText(writer, out, dataName(read)).print(result));
        if (summary.best().isEmpty()) {
            throw new CheckFailedException(
                    "no trial ended well within the budgets; " + out.resolve("tune.json") + " tells why each did not");
        }
        return 0;
    }

    private SearchSpace space() throws IOException {
        List<Axis> axes = new ArrayList<>();
        if (space != null) {
            if (!Files.isRegularFile(space)) {
                throw new BadInputException(space + ": no such file, expected lines as 'batch_size: [32, 64]'");
            }
            axes.addAll(SearchSpace.axes(space.getFileName().toString(), Files.readString(space)));
        }
        vary.forEach(text -> axes.add(SearchSpace.axis(text)));
        return new SearchSpace(axes);
    }

    /** As {@code --data} of {@code mote train} takes it, from the working folder. */
    private String dataName(Recipe recipe) {
        if (data != null) {
            return data;
        }
        String name = recipe.data().name();
        return Datasets.names().contains(name)
                ? name
                : recipe.data().folder().resolve(name).toString();
    }

    private TuneOptions options() {
        Optional<Board> on = Optional.ofNullable(board).map(Board::of);
        if (on.isPresent() && target != null) {
            throw new BadInputException("--target: is the core of the board already; give --board or --target");
        }
        Core core = on.map(Board::core).orElseGet(() -> target == null ? Core.PORTABLE : Core.of(target));
        return new TuneOptions(
                Method.of(method),
                trials,
                seed,
                parts(),
                folds == null ? 1 : folds,
                repeats,
                budgets.budgets(),
                core,
                on,
                Goal.of(goal),
                Metric.of(metric),
                Cost.of(against),
                out,
                resume);
    }

    private int parts() {
        if (folds != null && validation != null) {
            throw new BadInputException(
                    "--folds: every sample is judged once, so there is no share; leave --validation out");
        }
        if (folds != null && folds < 2) {
            throw new BadInputException("--folds is " + folds + ", expected at least 2");
        }
        double share = validation == null ? STANDARD_SHARE : validation;
        if (!(share > 0 && share <= 0.5)) {
            throw new BadInputException("--validation is " + share + ", expected more than 0 and at most 0.5");
        }
        return folds == null ? (int) Math.round(1 / share) : folds;
    }
}
