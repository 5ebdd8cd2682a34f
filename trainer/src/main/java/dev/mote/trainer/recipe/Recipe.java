package dev.mote.trainer.recipe;

import dev.mote.model.BadInputException;
import dev.mote.model.stream.PostProcessing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A network and its training: all that a run needs besides the data. Every key is in docs/recipes.md.
 *
 * @param source file name, for messages; empty for a recipe built in Java
 * @param name of the model: a C identifier
 * @param data the data set that the recipe is meant for; its name may be empty
 * @param frontEnd empty: {@link FrontEndOptions#PLAIN} where the data is a signal, none elsewhere
 * @param seed in [0, 2^31)
 * @param postProcessing what a device does with the scores of a stream's windows
 */
public record Recipe(
        String source,
        String name,
        RecipeData data,
        InputOptions input,
        Optional<FrontEndOptions> frontEnd,
        long seed,
        List<NamedLayer> layers,
        TrainingOptions training,
        PostProcessing postProcessing) {
    public Recipe {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,30}")) {
            throw new InvalidValueException(
                    "name", "'" + name + "', expected a letter, then at most 30 letters, digits and underscores");
        }
        Check.whole("seed", seed, 0, Integer.MAX_VALUE);
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new InvalidValueException("layers", "empty, expected at least one layer");
        }
        Check.whole("number of layers", layers.size(), 1, 1000);
    }

    /** @throws BadInputException if a layer reads what is not before it, or nothing reads a layer */
    Recipe withCheckedBranches() {
        CheckBranches.of(this);
        return this;
    }

    /** @throws BadInputException in one line: file, line, key, what was found and what is expected */
    public static Recipe read(Path file) {
        return RecipeReader.read(file);
    }

    /**
     * @param source stands for a file name in messages
     * @throws BadInputException in one line: source, line, key, what was found and what is expected
     */
    public static Recipe parse(String source, String yaml) {
        return RecipeReader.parse(source, yaml);
    }

    /** The same with other chances. */
    public Recipe withSeed(long other) {
        return new Recipe(source, name, data, input, frontEnd, other, layers, training, postProcessing);
    }

    /** The same with another training. */
    public Recipe with(TrainingOptions options) {
        return new Recipe(source, name, data, input, frontEnd, seed, layers, options, postProcessing);
    }

    /** The recipe with defaults written out, but for keys that older versions did not have: equal recipes give equal text. */
    public String toYaml() {
        return RecipeWriter.write(this);
    }

    /** Of {@link #toYaml()}, so that comments and order of keys do not change it. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toYaml().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where stage {@code index} of the front end is: {@code activity.yaml:4: front_end.stages[0].high_pass}. */
    public String frontEndPlace(int index) {
        FrontEndOptions.Entry entry =
                frontEnd.orElse(FrontEndOptions.PLAIN).stages().get(index);
        return file(entry.line()) + ": front_end.stages[" + index + "]." + FrontEndWriter.name(entry.stage());
    }

    private String file(int line) {
        return (source.isEmpty() ? "recipe " + name : source) + (line == 0 ? "" : ":" + line);
    }

    /** Where layer {@code index} is: {@code digits.yaml:9: layers[2].dense}. */
    public String place(int index) {
        NamedLayer entry = layers.get(index);
        return file(entry.line()) + ": layers[" + index + "]." + entry.layer().type();
    }
}
