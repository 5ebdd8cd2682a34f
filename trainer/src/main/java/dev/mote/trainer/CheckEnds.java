package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.stream.PostProcessing;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Stage;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last layer has to fit the loss and the classes of the data. */
final class CheckEnds {
    private final Recipe recipe;
    private final Network network;

    private CheckEnds(Recipe recipe, Network network) {
        this.recipe = recipe;
        this.network = network;
    }

    /** @param targetWidth of the data: classes, or values */
    static void check(Recipe recipe, Network network, int targetWidth, boolean classes) {
        new CheckEnds(recipe, network).check(targetWidth, classes);
    }

    /** Numbers are no classes, whatever the last layer is. */
    static void requireRegressionLoss(Recipe recipe, Dataset dataset) {
        if (dataset.isRegression() && recipe.training().loss() != Loss.MEAN_SQUARED_ERROR) {
            String file = recipe.source().isEmpty() ? "recipe " + recipe.name() : recipe.source();
            throw new BadInputException(
                    file + ": loss is " + recipe.training().loss().keyword() + ", but the target "
                            + dataset.targets().getFirst().name() + " of " + dataset.name()
                            + " is a number; use mean_squared_error, or give the column as label for classes");
        }
    }

    /** Events are changes of the class along a signal. */
    static void requireStream(Recipe recipe, Dataset dataset) {
        boolean isStream = dataset.rateHertz() > 0 && !dataset.isRegression();
        if (!isStream && !recipe.postProcessing().equals(PostProcessing.NONE)) {
            String file = recipe.source().isEmpty() ? "recipe " + recipe.name() : recipe.source();
            throw new BadInputException(file + ": post_processing is given, but " + dataset.name()
                    + " has no signals with classes; leave it out");
        }
    }

    private List<Parameter> parameters() {
        try {
            return network.parameters();
        } catch (IllegalArgumentException e) {
            throw error("the weights of a layer are too many (" + e.getMessage() + "); give fewer units or filters");
        }
    }

    private void check(int targetWidth, boolean classes) {
        if (parameters().stream().noneMatch(Parameter::isTrainable)) {
            throw error("no layer has weights, so there is nothing to train; add a dense layer");
        }
        if (network.outputShape().rank() != 1) {
            throw error("its output has shape " + network.outputShape()
                    + ", expected one dimension; end with flatten and dense");
        }
        int outputs = network.outputShape().elements();
        if (outputs != targetWidth) {
            throw error("its output has " + outputs + " elements, but the data has " + targetWidth
                    + (classes ? " classes" : " target values") + "; set units: " + targetWidth
                    + (classes ? ", or units: classes" : ""));
        }
        switch (recipe.training().loss()) {
            case MEAN_SQUARED_ERROR -> {}
            case BINARY_CROSSENTROPY -> require(ActivationFunction.Kind.SIGMOID, ActivationFunction.Kind.HARD_SIGMOID);
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY -> {
                require(ActivationFunction.Kind.SOFTMAX);
                if (outputs < 2) {
                    throw error("softmax over 1 element is always 1; use sigmoid with binary_crossentropy");
                }
            }
        }
    }

    private void require(ActivationFunction.Kind... kinds) {
        Optional<ActivationFunction.Kind> last = network.stages().getLast().stage() instanceof Stage.Activate activate
                ? Optional.of(activate.function().kind())
                : Optional.empty();
        if (last.isEmpty() || !List.of(kinds).contains(last.get())) {
            String name = Stream.of(kinds)
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
            throw error(
                    "the loss " + recipe.training().loss().keyword() + " needs activation: " + name + " at the end");
        }
    }

    private BadInputException error(String problem) {
        return new BadInputException(recipe.place(recipe.layers().size() - 1) + ": " + problem);
    }
}
