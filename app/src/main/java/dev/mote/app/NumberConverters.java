package dev.mote.app;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of the command line: finite ones, and messages for people who do not know Java's names of types. */
final class NumberConverters {
    private NumberConverters() {}

    static CommandLine register(CommandLine command) {
        ITypeConverter<Integer> whole = text -> parse(text, Integer::valueOf, "a whole number");
        ITypeConverter<Long> large = text -> parse(text, Long::valueOf, "a whole number");
        ITypeConverter<Double> real = text -> parse(text, NumberConverters::finite, "a number");
        return command.registerConverter(Integer.class, whole)
                .registerConverter(Integer.TYPE, whole)
                .registerConverter(Long.class, large)
                .registerConverter(Long.TYPE, large)
                .registerConverter(Double.class, real)
                .registerConverter(Double.TYPE, real);
    }

    private static <T> T parse(String text, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + expected);
        }
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
