package dev.mote.trainer.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.NamedLayer;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recipe as the tree of its YAML, in which values can be replaced. Immutable. */
public final class RecipeTree {
    private final Recipe recipe;
    private final String source;
    private final ObjectNode root;

    private RecipeTree(Recipe recipe, String source, ObjectNode root) {
        this.recipe = recipe;
        this.source = source;
        this.root = root;
    }

    /**
     * @param source file name, for messages
     * @throws BadInputException as {@link Recipe#parse}
     */
    public static RecipeTree parse(String source, String yaml) {
        Recipe recipe = Recipe.parse(source, yaml);
        try {
            return new RecipeTree(recipe, source, (ObjectNode) YamlText.read(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read a moment ago", e);
        }
    }

    public Recipe recipe() {
        return recipe;
    }

    /** As YAML, without the comments of the file. */
    public String text() {
        return YamlText.write(root);
    }

    /** The recipe with another seed. */
    public RecipeTree withSeed(long seed) {
        ObjectNode copy = root.deepCopy();
        copy.put("seed", seed);
        return parse(source, YamlText.write(copy));
    }

    /**
     * The recipe with other values. Places and names are those of this recipe, whatever else changes.
     *
     * @throws BadInputException if there is no such place, or the recipe does not take a value
     */
    public RecipeTree with(Candidate candidate) {
        if (candidate.values().isEmpty()) {
            return this;
        }
        ObjectNode copy = root.deepCopy();
        TreeSet<Integer> removed = new TreeSet<>();
        candidate.byPath().forEach((path, value) -> new Place(path, copy).set(value.deepCopy(), removed));
        removed.descendingIterator().forEachRemaining(index -> ((ArrayNode) copy.get("layers")).remove(index));
        return checked(candidate, YamlText.write(copy));
    }

    /** Lines are those of a text that the user never saw: messages go without them. */
    private RecipeTree checked(Candidate candidate, String yaml) {
        String changed = source + " with " + candidate;
        try {
            Recipe checked = Recipe.parse(changed, yaml);
            return new RecipeTree(checked, source, (ObjectNode) YamlText.read(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was written a moment ago", e);
        } catch (BadInputException e) {
            throw new BadInputException(
                    e.getMessage().replaceFirst(Pattern.quote(changed) + ":\\d+", Matcher.quoteReplacement(changed)),
                    e);
        }
    }

    /** One place in a copy of the tree. */
    private final class Place {
        private final String path;
        private final ObjectNode top;

        Place(String path, ObjectNode top) {
            this.path = path;
            this.top = top;
        }

        void set(JsonNode value, TreeSet<Integer> removed) {
            List<String> keys = List.of(path.split("\\."));
            if (keys.getFirst().equals("layers") && keys.size() > 1) {
                setLayer(layerIndex(keys.get(1)), keys.subList(2, keys.size()), value, removed);
            } else {
                set(top, keys, value);
            }
        }

        private int layerIndex(String nameOrIndex) {
            List<String> names = recipe.layers().stream().map(NamedLayer::name).toList();
            int index = nameOrIndex.matches("\\d{1,4}") ? Integer.parseInt(nameOrIndex) : names.indexOf(nameOrIndex);
            if (index < 0 || index >= names.size()) {
                throw error("there is no layer '" + nameOrIndex + "'; give 0 to " + (names.size() - 1) + ", or a name: "
                        + String.join(", ", names));
            }
            return index;
        }

        private void setLayer(int index, List<String> keys, JsonNode value, TreeSet<Integer> removed) {
            ArrayNode layers = (ArrayNode) top.get("layers");
            JsonNode entry = layers.get(index);
            String type = entry.isObject() ? entry.fieldNames().next() : entry.asText();
            if (keys.isEmpty()) {
                switchLayer(layers, index, value, removed);
                return;
            }
            List<String> rest = keys.getFirst().equals(type) ? keys.subList(1, keys.size()) : keys;
            ObjectNode changed = top.objectNode();
            layers.set(index, changed);
            if (rest.isEmpty()) {
                changed.set(type, value);
                return;
            }
            JsonNode settings = entry.isObject() ? entry.get(type) : top.nullNode();
            set(changed.set(type, expanded(type, settings)).withObject("/" + type), rest, value);
        }

        /** 'activation: relu' is short for 'activation: {function: relu}'. */
        private JsonNode expanded(String type, JsonNode settings) {
            if (settings.isObject()) {
                return settings;
            }
            ObjectNode keys = top.objectNode();
            if (!settings.isNull()) {
                keys.set(type.equals("activation") ? "function" : type, settings);
            }
            return keys;
        }

        private void switchLayer(ArrayNode layers, int index, JsonNode value, TreeSet<Integer> removed) {
            switch (value.asText()) {
                case "on", "true" -> {}
                case "off", "false" -> removed.add(index);
                default -> {
                    if (value.isNumber()) {
                        throw error("is a whole layer, which is on, off or another layer; add a key, as " + path
                                + ".filters");
                    }
                    layers.set(index, value);
                }
            }
        }

        private void set(JsonNode parent, List<String> keys, JsonNode value) {
            String key = keys.getFirst();
            if (parent instanceof ArrayNode array) {
                int index = key.matches("\\d{1,4}") ? Integer.parseInt(key) : -1;
                if (index < 0 || index >= array.size()) {
                    throw error("'" + key + "' is no entry of a list of " + array.size() + ", counted from 0");
                }
                if (keys.size() == 1) {
                    array.set(index, value);
                } else {
                    set(array.get(index), keys.subList(1, keys.size()), value);
                }
                return;
            }
            if (!(parent instanceof ObjectNode object)) {
                throw error("there is no key '" + key + "' in '" + parent.asText() + "'");
            }
            if (keys.size() == 1) {
                object.set(key, value);
                return;
            }
            set(inner(object, key, keys.get(1)), keys.subList(1, keys.size()), value);
        }

        /** What is not there yet is made: the reader of recipes knows whether it may be. 'adam' is short for '{adam: {}}'. */
        private JsonNode inner(ObjectNode object, String key, String next) {
            JsonNode child = object.get(key);
            boolean isShort =
                    child != null && child.isTextual() && child.textValue().equals(next);
            return child == null || child.isNull() || isShort ? object.putObject(key) : child;
        }

        private BadInputException error(String problem) {
            return new BadInputException(source + ": " + path + ": " + problem);
        }
    }
}
