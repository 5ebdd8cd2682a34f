package dev.mote.trainer.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.model.BadInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 4,8,16}, {@code 4..32}, {@code 4..32:4} and {@code log(0.0005..0.02)}. */
final class DomainReader {
    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");
    private static final Pattern LOG = Pattern.compile("log\\((.*)\\)");
    private static final String EXPECTED = "expected a list as 4,8,16, a range as 4..32 or 4..32:4, or log(0.001..0.1)";

    private final String where;

    /** @param where begins the messages: the option or the file, and the path */
    DomainReader(String where) {
        this.where = where;
    }

    /** A list as YAML has it, or the text of a list or range. */
    Domain read(JsonNode node) {
        if (node.isArray()) {
            return listed(node);
        }
        if (node.isObject() || node.isNull()) {
            throw error((node.isNull() ? "no values" : "a group of keys") + ", " + EXPECTED);
        }
        return read(node.asText());
    }

    Domain read(String text) {
        String trimmed = text.trim();
        Matcher log = LOG.matcher(trimmed);
        if (log.matches()) {
            return logarithmic(trimmed, log.group(1).trim());
        }
        Matcher range = RANGE.matcher(trimmed);
        return range.matches() ? range(trimmed, range) : listed(yaml("[" + trimmed + "]"));
    }

    private JsonNode yaml(String text) {
        try {
            return YamlText.read(text);
        } catch (JsonProcessingException e) {
            throw error("'" + text.substring(1, text.length() - 1) + "', " + EXPECTED);
        }
    }

    private Domain listed(JsonNode array) {
        List<JsonNode> values = new ArrayList<>();
        array.forEach(values::add);
        if (values.isEmpty() || values.stream().anyMatch(JsonNode::isNull)) {
            throw error(values.isEmpty() ? "no values, " + EXPECTED : "an empty value in the list");
        }
        return new Domain.Listed(values);
    }

    private Domain range(String text, Matcher range) {
        BigDecimal low = new BigDecimal(range.group(1));
        BigDecimal high = new BigDecimal(range.group(2));
        Optional<BigDecimal> step = Optional.ofNullable(range.group(3)).map(BigDecimal::new);
        requireAscending(text, low, high);
        if (step.isPresent() && step.get().signum() <= 0) {
            throw error("'" + text + "' has a step of " + range.group(3) + ", expected one above 0");
        }
        requireCountable(text, low, high, step);
        boolean whole = isWhole(range.group(1))
                && isWhole(range.group(2))
                && step.map(value -> isWhole(range.group(3))).orElse(true);
        if (!whole) {
            return new Domain.Real(low, high, step);
        }
        return new Domain.Whole(
                exact(text, low),
                exact(text, high),
                step.map(value -> exact(text, value)).orElse(1L));
    }

    private Domain logarithmic(String text, String inner) {
        Matcher range = RANGE.matcher(inner);
        if (!range.matches() || range.group(3) != null) {
            throw error("'" + text + "', expected two ends, as log(0.001..0.1)");
        }
        BigDecimal low = new BigDecimal(range.group(1));
        BigDecimal high = new BigDecimal(range.group(2));
        requireAscending(text, low, high);
        if (low.signum() <= 0) {
            throw error("'" + text + "' begins at " + range.group(1) + ", but a logarithm needs a number above 0");
        }
        boolean whole = isWhole(range.group(1)) && isWhole(range.group(2));
        if (whole) {
            exact(text, high);
        }
        return new Domain.Logarithmic(low, high, whole);
    }

    private void requireAscending(String text, BigDecimal low, BigDecimal high) {
        if (low.compareTo(high) >= 0) {
            throw error("'" + text + "' ends at " + high.toPlainString() + ", expected more than its begin");
        }
    }

    private void requireCountable(String text, BigDecimal low, BigDecimal high, Optional<BigDecimal> step) {
        BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
        if (step.isPresent() && high.subtract(low).compareTo(step.get().multiply(most)) > 0) {
            throw error("'" + text + "' has more than " + most + " steps; give a longer step, or none");
        }
    }

    /** No recipe has a larger number. */
    private long exact(String text, BigDecimal value) {
        if (value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw error("'" + text + "' goes beyond " + Integer.MAX_VALUE);
        }
        return value.longValueExact();
    }

    private static boolean isWhole(String number) {
        return number.matches("[-+]?\\d+");
    }

    private BadInputException error(String problem) {
        return new BadInputException(where + ": " + problem);
    }
}
