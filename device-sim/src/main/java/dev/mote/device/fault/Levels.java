package dev.mote.device.fault;

import dev.mote.device.stream.StreamFormat;
import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Which faults a stream can have, and the levels that are tried of each. */
public final class Levels {
    private static final double[] RATE_FACTORS = {0.9, 1.1, 0.8, 1.25, 0.5, 2};

    private Levels() {}

    /** Of the kinds that suit the stream, the mildest level first. */
    public static Map<FaultKind, List<Fault>> standard(StreamFormat format) {
        Map<FaultKind, List<Fault>> levels = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            if (suits(kind, format)) {
                levels.put(kind, of(kind, format));
            }
        }
        return levels;
    }

    private static boolean suits(FaultKind kind, StreamFormat format) {
        if (format.isImages()) {
            return kind.ofImages();
        }
        boolean threeAxes =
                switch (kind) {
                    case ROTATE, SWAP, FLIP, STUCK, CROSS_AXIS -> true;
                    default -> false;
                };
        return kind.ofSignals() && (!threeAxes || Site.hasSensors(format));
    }

    private static List<Fault> of(FaultKind kind, StreamFormat format) {
        List<String> levels = kind == FaultKind.RATE
                ? DoubleStream.of(RATE_FACTORS)
                        .mapToObj(factor -> String.format(Locale.ROOT, "%.6gHz", factor * format.rateHertz()))
                        .map(text -> text.replaceAll("\\.?0+Hz", "Hz"))
                        .toList()
                : kind.levels();
        return levels.stream()
                .map(level -> Fault.parse(kind.option() + ":" + level))
                .toList();
    }

    /**
     * @param kinds names; empty: all that suit the stream
     * @param levels {@code kind=level,level}: in place of the standard ones
     * @throws BadInputException for a name or a level that is none
     */
    public static Map<FaultKind, List<Fault>> chosen(StreamFormat format, List<String> kinds, List<String> levels) {
        Map<FaultKind, List<Fault>> standard = standard(format);
        Map<FaultKind, List<Fault>> chosen = new EnumMap<>(FaultKind.class);
        for (String name : kinds) {
            FaultKind kind = FaultParser.kindOf("--sweep " + String.join(",", kinds), name);
            if (!standard.containsKey(kind)) {
                throw new BadInputException("--sweep " + name + ": is no fault of " + format.name()
                        + "; mote faults lists which is of signals and which of images");
            }
            chosen.put(kind, standard.get(kind));
        }
        if (kinds.isEmpty()) {
            chosen.putAll(standard);
        }
        for (String text : levels) {
            replace(chosen, text);
        }
        return chosen;
    }

    private static void replace(Map<FaultKind, List<Fault>> chosen, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new BadInputException("--levels " + text + ": expected a kind and its levels, as dropout=1%,5%,20%");
        }
        FaultKind kind = FaultParser.kindOf("--levels " + text, text.substring(0, equals));
        if (!chosen.containsKey(kind)) {
            throw new BadInputException("--levels " + text + ": --sweep does not name " + kind.option());
        }
        chosen.put(
                kind,
                Arrays.stream(text.substring(equals + 1).split(",", -1))
                        .map(level -> Fault.parse(kind.option() + ":" + level))
                        .toList());
    }
}
