package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.recipe.RecipeData;
import java.util.List;

/**
 * What {@code --data NAME[:SPLIT]} means.
 *
 * @param name of a data set, or a path
 * @param split {@code train} or {@code test}
 */
public record DataChoice(String name, String split) {

    /** @param standardSplit where the text names none */
    public static DataChoice parse(String text, String standardSplit) {
        for (String split : new String[] {"train", "test"}) {
            if (text.endsWith(":" + split)) {
                return new DataChoice(text.substring(0, text.length() - split.length() - 1), split);
            }
        }
        int colon = text.lastIndexOf(':');
        if (colon > 0 && Datasets.names().contains(text.substring(0, colon))) {
            throw new BadInputException("\"" + text + "\": there is no split \"" + text.substring(colon + 1)
                    + "\", expected train or test");
        }
        return new DataChoice(text, standardSplit);
    }

    /**
     * Loads the data as a model's recipe had it (columns, classes, windows, size of images), with the channels that it was trained on.
     *
     * @param channels of the model's card; none: all of the data set
     */
    public Dataset load(DataDirectory directory, long seed, List<String> channels, Graph model) {
        String options = model.card().facts().getOrDefault(Trainer.DATA_FACT, "");
        return Datasets.load(name, directory, seed, RecipeData.options(options)).withChannels(channels);
    }

    /** The chosen split of {@code dataset}. */
    public Samples of(Dataset dataset) {
        return dataset.split(split);
    }
}
