package dev.mote.trainer.recipe;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** YAML text to {@link Recipe}. */
final class RecipeReader {
    /** Far above any recipe; a larger file was not meant as one. */
    private static final long MAX_BYTES = 1 << 20;

    static final List<String> KEYS = List.of(
            "name",
            "data",
            "input",
            "front_end",
            "seed",
            "layers",
            "loss",
            "optimizer",
            "learning_rate_schedule",
            "epochs",
            "batch_size",
            "validation_split",
            "validation_by_group",
            "stratify",
            "class_weights",
            "reduce_on_plateau",
            "early_stopping",
            "label_smoothing",
            "average_last_epochs",
            "augmentation",
            "quantization",
            "post_processing");

    private final String source;
    private final Section top;
    private final Path folder;

    private RecipeReader(String source, Section top, Path folder) {
        this.source = source;
        this.top = top;
        this.folder = folder;
    }

    static Recipe read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInputException(
                        file + ": " + Files.size(file) + " bytes, expected a recipe of at most " + MAX_BYTES);
            }
            return parse(file.getFileName().toString(), Files.readString(file), file.resolveSibling(""));
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": no such file, expected a recipe", e);
        } catch (MalformedInputException e) {
            throw new BadInputException(file + ": not UTF-8 text, expected a recipe in YAML", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static Recipe parse(String source, String yaml) {
        return parse(source, yaml, Path.of(""));
    }

    private static Recipe parse(String source, String yaml, Path folder) {
        Section top = Section.of(source, "", YamlTree.parse(source, yaml), KEYS);
        return new RecipeReader(source, top, folder).recipe();
    }

    private Recipe recipe() {
        Sequential recipe = Sequential.named(top.text("name"))
                .data(DataReader.read(top, folder))
                .input(input())
                .frontEnd(FrontEndReader.read(top))
                .seed(top.whole("seed", 1));
        List<YamlNode> layers = top.items("layers", top.required("layers"));
        for (int i = 0; i < layers.size(); i++) {
            LayerReader.read(source, i, layers.get(i), recipe);
        }
        recipe.loss(top.choice("loss", Loss.values()))
                .schedule(ScheduleReader.read(top))
                .epochs(top.whole("epochs", 10))
                .batchSize(top.whole("batch_size", 32))
                .validationSplit(top.number("validation_split", 0))
                .validationByGroup(top.flag("validation_by_group", true))
                .stratify(top.flag("stratify", true))
                .classWeights(ClassWeights.read(top))
                .labelSmoothing(top.number("label_smoothing", 0))
                .averageLastEpochs(top.whole("average_last_epochs", 1))
                .augmentation(Augmentation.read(top))
                .postProcessing(PostProcessingText.read(top));
        OptimizerReader.read(top, recipe);
        top.child("reduce_on_plateau")
                .ifPresent(node -> recipe.reduceOnPlateau(ScheduleReader.reduceOnPlateau(top, node)));
        QuantizationReader.read(top).ifPresent(recipe::quantization);
        top.child("early_stopping").ifPresent(node -> recipe.earlyStopping(earlyStopping(node)));
        return top.checked(() -> recipe.build(source));
    }

    private InputOptions input() {
        if (top.child("input").isEmpty()) {
            return InputOptions.NONE;
        }
        Section section =
                top.inner("input", top.required("input"), List.of("normalize", "scale", "channels", "compress"));
        InputOptions.Normalize normalize =
                section.choice("normalize", InputOptions.Normalize.values(), InputOptions.Normalize.NONE);
        double scale = normalize == InputOptions.Normalize.SCALE ? section.number("scale") : section.number("scale", 1);
        return section.checked(
                () -> new InputOptions(normalize, scale, section.texts("channels"), section.numbers("compress")));
    }

    private EarlyStopping earlyStopping(YamlNode node) {
        List<String> keys = List.of("monitor", "patience", "min_delta", "restore_best_weights");
        Section section = top.inner("early_stopping", node, keys);
        return section.checked(() -> new EarlyStopping(
                section.choice("monitor", EarlyStopping.Monitor.values(), EarlyStopping.Monitor.VAL_LOSS),
                section.whole("patience", 0),
                section.number("min_delta", 0),
                section.flag("restore_best_weights", false)));
    }
}
