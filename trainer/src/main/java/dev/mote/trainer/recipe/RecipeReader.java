package dev.mote.trainer.recipe;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** YAML text to {@link Recipe}. */
final class RecipeReader {
    /** Far above any recipe; a larger file was not meant as one. */
    private static final long MAX_BYTES = 1 << 20;

    static final List<String> KEYS = List.of(
            "name",
            "data",
            "input",
            "seed",
            "layers",
            "loss",
            "optimizer",
            "learning_rate_schedule",
            "epochs",
            "batch_size",
            "validation_split",
            "validation_by_group",
            "early_stopping",
            "label_smoothing",
            "average_last_epochs",
            "augmentation",
            "quantization");

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
                .seed(top.whole("seed", 1));
        List<YamlNode> layers = top.items("layers", top.required("layers"));
        for (int i = 0; i < layers.size(); i++) {
            LayerReader.read(source, i, layers.get(i), recipe);
        }
        recipe.loss(top.choice("loss", Loss.values()))
                .optimizer(optimizer())
                .schedule(schedule())
                .epochs(top.whole("epochs", 10))
                .batchSize(top.whole("batch_size", 32))
                .validationSplit(top.number("validation_split", 0))
                .validationByGroup(top.flag("validation_by_group", true))
                .labelSmoothing(top.number("label_smoothing", 0))
                .averageLastEpochs(top.whole("average_last_epochs", 1))
                .augmentation(augmentation());
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

    private Optimizer optimizer() {
        YamlNode node = top.child("optimizer").orElse(new YamlNode.Text(0, "adam"));
        // 'optimizer: adam' is short for 'optimizer: {adam: {}}'.
        YamlNode grouped = node instanceof YamlNode.Text text ? keyOnly(text.line(), text.value()) : node;
        Section section = top.inner("optimizer", grouped, List.of("adam", "sgd"));
        if (section.child("sgd").isPresent() && section.child("adam").isPresent()) {
            throw top.wrong("optimizer", node, "one of adam, sgd");
        }
        return section.child("sgd").isPresent()
                ? sgd(section, section.required("sgd"))
                : adam(section, section.required("adam"));
    }

    private static Optimizer sgd(Section parent, YamlNode node) {
        Section section = parent.inner("sgd", node, List.of("learning_rate", "momentum", "decay"));
        Optimizer.Sgd keras = Optimizer.Sgd.DEFAULT;
        return section.checked(() -> new Optimizer.Sgd(
                section.number("learning_rate", keras.learningRate()),
                section.number("momentum", keras.momentum()),
                section.number("decay", keras.decay())));
    }

    private static Optimizer adam(Section parent, YamlNode node) {
        List<String> keys = List.of("learning_rate", "beta_1", "beta_2", "epsilon", "decay");
        Section section = parent.inner("adam", node, keys);
        Optimizer.Adam keras = Optimizer.Adam.DEFAULT;
        return section.checked(() -> new Optimizer.Adam(
                section.number("learning_rate", keras.learningRate()),
                section.number("beta_1", keras.beta1()),
                section.number("beta_2", keras.beta2()),
                section.number("epsilon", keras.epsilon()),
                section.number("decay", keras.decay())));
    }

    private LearningRateSchedule schedule() {
        YamlNode node = top.child("learning_rate_schedule").orElse(new YamlNode.Text(0, "constant"));
        YamlNode grouped = node instanceof YamlNode.Text text ? keyOnly(text.line(), text.value()) : node;
        Section section = top.inner("learning_rate_schedule", grouped, List.of("constant", "cosine"));
        if (section.child("cosine").isEmpty()) {
            section.inner("constant", section.required("constant"), List.of());
            return new LearningRateSchedule.Constant();
        }
        Section cosine = section.inner("cosine", section.required("cosine"), List.of("final_fraction"));
        return cosine.checked(() -> new LearningRateSchedule.Cosine(cosine.number("final_fraction", 0)));
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

    private Augmentation augmentation() {
        if (top.child("augmentation").isEmpty()) {
            return Augmentation.NONE;
        }
        List<String> keys = List.of("rotate", "shift", "zoom", "elastic");
        Section section = top.inner("augmentation", top.required("augmentation"), keys);
        return section.checked(() -> new Augmentation(
                section.number("rotate", 0),
                section.number("shift", 0),
                section.number("zoom", 0),
                section.number("elastic", 0)));
    }

    private static YamlNode keyOnly(int line, String key) {
        LinkedHashMap<String, YamlNode> entries = new LinkedHashMap<>();
        entries.put(key, new YamlNode.Mapping(line, new LinkedHashMap<>()));
        return new YamlNode.Mapping(line, entries);
    }
}
