package dev.mote.device.fault;

import dev.mote.model.BadInputException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Reads {@code kind:level} and {@code kind:level/target}. */
final class FaultParser {
    private static final Pattern LEVEL = Pattern.compile("([+-]?)([0-9]*\\.?[0-9]+(?:e[+-]?[0-9]{1,3})?)\\s*(.*)");
    private static final int MAX_LENGTH = 100_000;

    private final String text;
    private final FaultKind kind;
    private final String level;
    private final String target;

    private FaultParser(String text) {
        this.text = text;
        int colon = text.indexOf(':');
        this.kind = kind(colon < 0 ? text : text.substring(0, colon));
        if (colon < 0 || colon == text.length() - 1) {
            throw wrong("it has no level, expected " + kind.dimension().expected() + ": --fault " + kind.option() + ":"
                    + example());
        }
        String rest = text.substring(colon + 1).strip();
        int slash = targetSlash(rest);
        this.level = (slash < 0 ? rest : rest.substring(0, slash)).strip().toLowerCase(Locale.ROOT);
        this.target = slash < 0 ? "" : rest.substring(slash + 1).strip();
    }

    static Setting parse(String text) {
        FaultParser parser = new FaultParser(text.strip());
        parser.checkTarget();
        return parser.kind.dimension() == Dimension.AXES ? parser.axes() : parser.number();
    }

    /** The slash of m/s2, rad/s and deg/s belongs to the unit. */
    private static int targetSlash(String rest) {
        String lower = rest.toLowerCase(Locale.ROOT);
        int from = 0;
        for (String unit : List.of("m/s2", "m/s^2", "rad/s", "deg/s")) {
            int at = lower.indexOf(unit);
            from = at < 0 ? from : Math.max(from, at + unit.length());
        }
        return rest.indexOf('/', from);
    }

    private FaultKind kind(String name) {
        return kindOf("--fault " + text, name);
    }

    /** @param where for the message */
    static FaultKind kindOf(String where, String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return FaultKind.named(plain)
                .orElseThrow(() -> new BadInputException(where + ": unknown fault '" + name + "'; the nearest are: "
                        + String.join(", ", nearest(plain)) + "; mote faults lists all"));
    }

    private static List<String> nearest(String name) {
        return Arrays.stream(FaultKind.values())
                .map(FaultKind::option)
                .sorted(Comparator.comparingInt(
                        option -> LevenshteinDistance.getDefaultInstance().apply(name, option)))
                .limit(3)
                .toList();
    }

    private Setting number() {
        Matcher matcher = LEVEL.matcher(level);
        if (!matcher.matches()) {
            throw wrong(
                    "'" + level + "' is no level, expected " + kind.dimension().expected());
        }
        String sign = matcher.group(1);
        if (!sign.isEmpty() && !kind.signed()) {
            throw wrong("a level of " + kind.option() + " has no sign; write it without " + sign);
        }
        BigDecimal value = new BigDecimal(matcher.group(2));
        String unit = matcher.group(3);
        if (kind.dimension() == Dimension.AMOUNT) {
            return amount(value, unit, sign);
        }
        if (kind.dimension() == Dimension.BITS && value.stripTrailingZeros().scale() > 0) {
            throw wrong("'" + level + "' is no whole number of bits");
        }
        return setting(scaled(value, size(unit)), "", sign);
    }

    private Setting amount(BigDecimal value, String unit, String sign) {
        if (unit.equals("%")) {
            return setting(scaled(value, 0.01), unit, sign);
        }
        if (!unit.isEmpty() && ChannelUnit.named(unit).isEmpty()) {
            throw unknownUnit(unit);
        }
        return setting(value.doubleValue(), unit, sign);
    }

    /** 95 times 0.01 is 0.95, and no more. */
    private static double scaled(BigDecimal value, double size) {
        return value.multiply(BigDecimal.valueOf(size)).doubleValue();
    }

    private double size(String unit) {
        if (unit.isEmpty() && kind.dimension().bare()) {
            return 1;
        }
        Double size = kind.dimension().units().get(unit);
        if (size == null) {
            throw unknownUnit(unit);
        }
        return size;
    }

    private Setting setting(double value, String unit, String sign) {
        int direction = sign.isEmpty() ? 0 : sign.equals("-") ? -1 : 1;
        return new Setting(kind, value, unit, direction, "", target, text);
    }

    private Setting axes() {
        boolean distinct = level.chars().distinct().count() == level.length();
        if (!level.matches("[xyz]{1,3}") || !distinct) {
            throw wrong("'" + level + "' is wrong, expected " + kind.range() + ", as "
                    + kind.levels().getFirst());
        }
        return new Setting(kind, level.length(), "", 0, level, target, text);
    }

    private void checkTarget() {
        boolean right = target.isEmpty()
                || switch (kind.target()) {
                    case NONE -> false;
                    case AXIS -> target.matches("[xyz]");
                    case CHANNELS -> true;
                    case LENGTH -> target.matches("[1-9][0-9]{0,5}") && Integer.parseInt(target) <= MAX_LENGTH;
                };
        if (!right) {
            throw wrong("'/" + target + "' is wrong: "
                    + switch (kind.target()) {
                        case NONE, CHANNELS -> "a level of " + kind.option() + " has no such end";
                        case AXIS -> "expected an axis, /x, /y or /z";
                        case LENGTH -> "expected a number of samples, 1 to " + MAX_LENGTH;
                    });
        }
    }

    private String example() {
        return kind == FaultKind.RATE ? "40Hz" : kind.levels().getFirst();
    }

    private BadInputException unknownUnit(String unit) {
        return wrong((unit.isEmpty() ? "the unit is missing" : "unknown unit '" + unit + "' of " + kind.option())
                + ", expected " + kind.dimension().expected());
    }

    private BadInputException wrong(String what) {
        return new BadInputException("--fault " + text + ": " + what);
    }
}
