package dev.mote.trainer.recipe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML text to {@link YamlNode}s. Aliases are refused, so that a small file cannot stand for a huge one. */
final class YamlTree {
    /** Deeper than any recipe. */
    private static final int MAX_DEPTH = 12;

    private static final Pattern MARK = Pattern.compile("(?m)^ in .*, line (\\d+), column ");

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * MAX_DEPTH)
                    .build())
            .build();

    private final String source;
    private final YAMLParser parser;
    private int depth;

    private YamlTree(String source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** @throws BadInputException in one line, with the line number */
    static YamlNode parse(String source, String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            YamlTree tree = new YamlTree(source, parser);
            if (parser.nextToken() == null) {
                return new YamlNode.Empty(1);
            }
            YamlNode root = tree.value();
            if (parser.nextToken() != null) {
                throw tree.error("a second document, expected one");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new BadInputException(source + line(e) + ": not readable as YAML: " + problem(e), e);
        } catch (IOException e) {
            throw new BadInputException(source + ": not readable as YAML: " + firstLine(e.getMessage()), e);
        }
    }

    private YamlNode value() throws IOException {
        if (parser.isCurrentAlias()) {
            throw error("alias '*" + parser.getText() + "', expected the value itself: recipes have no aliases");
        }
        int line = line();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (++depth > MAX_DEPTH) {
                throw error("nested deeper than " + MAX_DEPTH + " levels, expected a recipe");
            }
            YamlNode node = token == JsonToken.START_OBJECT ? mapping(line) : sequence(line);
            depth--;
            return node;
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new YamlNode.Number(line, parser.getDoubleValue(), token == JsonToken.VALUE_NUMBER_INT);
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new YamlNode.Flag(line, token == JsonToken.VALUE_TRUE);
        }
        return token == JsonToken.VALUE_NULL ? new YamlNode.Empty(line) : new YamlNode.Text(line, parser.getText());
    }

    private YamlNode mapping(int line) throws IOException {
        SequencedMap<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, value());
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode sequence(int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new YamlNode.Sequence(line, items);
    }

    private BadInputException error(String problem) {
        return new BadInputException(source + ":" + line() + ": " + problem);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Where the text begins that is wrong; the parser itself may have been a line before or behind it. */
    private static String line(JsonProcessingException e) {
        Matcher mark = MARK.matcher(e.getOriginalMessage());
        if (mark.find()) {
            return ":" + mark.group(1);
        }
        return e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
    }

    /** What was being read, and what was found; without the lines of the text in between. */
    private static String problem(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return MARK.matcher(message).find()
                ? message.lines().filter(line -> !line.startsWith(" ")).limit(2).collect(Collectors.joining(": "))
                : firstLine(message);
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }
}
