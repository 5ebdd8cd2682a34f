package dev.mote.trainer.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What is varied in a recipe. How it is written: docs/tuning.md. */
public record SearchSpace(List<Axis> axes) {
    /** @throws BadInputException if a place is varied twice, or nothing is varied */
    public SearchSpace {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new BadInputException("nothing is varied; give --vary PATH=VALUES, as --vary batch_size=32,64");
        }
        SequencedSet<String> seen = new LinkedHashSet<>();
        for (Axis axis : axes) {
            for (String path : axis.paths()) {
                if (path.equals("data") || path.startsWith("data.")) {
                    throw new BadInputException(
                            "--vary " + path + ": all trials have the same data, so that they can be compared");
                }
                if (!seen.add(path)) {
                    throw new BadInputException("--vary " + path + ": is varied twice; give all its values at once");
                }
            }
        }
    }

    /** @param text {@code PATH=VALUES}, as after {@code --vary} */
    public static Axis axis(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadInputException("--vary " + text + ": expected PATH=VALUES, as batch_size=32,64");
        }
        String paths = text.substring(0, equals);
        return new Axis(paths("--vary ", paths), new DomainReader("--vary " + paths).read(text.substring(equals + 1)));
    }

    /**
     * @param source file name, for messages
     * @param yaml values by path: a list, or the text of a list or range
     */
    public static List<Axis> axes(String source, String yaml) {
        List<Axis> axes = new ArrayList<>();
        for (var entry : mapping(source, yaml).properties()) {
            String paths = entry.getKey();
            Domain domain = new DomainReader(source + ": " + paths).read(entry.getValue());
            axes.add(new Axis(paths(source + ": ", paths), domain));
        }
        return axes;
    }

    private static JsonNode mapping(String source, String yaml) {
        try {
            JsonNode node = YamlText.read(yaml);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new BadInputException(source + line + ": not readable as YAML", e);
        }
        throw new BadInputException(source + ": expected lines as 'batch_size: [32, 64]'");
    }

    private static List<String> paths(String where, String text) {
        List<String> paths =
                Arrays.stream(text.split(",", -1)).map(String::trim).toList();
        for (String path : paths) {
            if (!path.matches("[^.\\s]+(\\.[^.\\s]+)*")) {
                throw new BadInputException(where + text + ": expected a path as layers.0.conv2d.filters");
            }
        }
        return paths;
    }

    /**
     * Makes sure that the recipe has each place and takes each value by itself: all of a list, both ends of a range.
     *
     * @throws BadInputException naming the place, the value and what the recipe takes
     */
    public void requireFits(RecipeTree recipe) {
        for (Axis axis : axes) {
            for (JsonNode value : axis.domain().bounds()) {
                recipe.with(Candidate.of(List.of(axis), List.of(value)));
            }
        }
    }
}
