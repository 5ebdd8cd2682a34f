package dev.mote.trainer.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Trees and their YAML: a key a line, the entries of {@code layers} a line each, as people write recipes. */
final class YamlText {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    /** Words that YAML or its readers take for something else than text. */
    private static final Set<String> SPECIAL = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return YAML.readTree(text);
    }

    static String write(ObjectNode root) {
        StringBuilder yaml = new StringBuilder();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            yaml.append(text(entry.getKey())).append(':');
            if (entry.getKey().equals("layers") && entry.getValue().isArray()) {
                entry.getValue().forEach(layer -> yaml.append("\n  - ").append(layer(layer)));
            } else {
                yaml.append(' ').append(flow(entry.getValue()));
            }
            yaml.append('\n');
        }
        return yaml.toString();
    }

    /** {@code dropout: {rate: 0.2}} without braces around it. */
    private static String layer(JsonNode layer) {
        String flow = flow(layer);
        return layer.isObject() && layer.size() == 1 ? flow.substring(1, flow.length() - 1) : flow;
    }

    /** In one line. */
    static String flow(JsonNode node) {
        if (node.isObject()) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            node.properties().forEach(entry -> entries.add(text(entry.getKey()) + ": " + flow(entry.getValue())));
            return entries.toString();
        }
        if (node.isArray()) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            node.forEach(item -> items.add(flow(item)));
            return items.toString();
        }
        if (node.isFloatingPointNumber() && Double.isFinite(node.doubleValue())) {
            return decimal(node.doubleValue());
        }
        return node.isTextual() ? text(node.textValue()) : node.asText();
    }

    /** Without an exponent: YAML takes 5E-4 for text. */
    private static String decimal(double value) {
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String text(String text) {
        boolean plain =
                text.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !SPECIAL.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
