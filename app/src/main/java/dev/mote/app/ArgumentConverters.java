package dev.mote.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers and paths of the command line; messages are for people who do not know Java's names of types. */
final class ArgumentConverters {
    private ArgumentConverters() {}

    static CommandLine register(CommandLine command) {
        ITypeConverter<Integer> whole = text -> parse(text, Integer::valueOf, "a whole number");
        ITypeConverter<Long> large = text -> parse(text, Long::valueOf, "a whole number");
        ITypeConverter<Double> real = text -> parse(text, ArgumentConverters::finite, "a number");
        ITypeConverter<Path> path = ArgumentConverters::path;
        return command.registerConverter(Path.class, path)
                .registerConverter(Integer.class, whole)
                .registerConverter(Integer.TYPE, whole)
                .registerConverter(Long.class, large)
                .registerConverter(Long.TYPE, large)
                .registerConverter(Double.class, real)
                .registerConverter(Double.TYPE, real);
    }

    /** An empty one, as of a shell variable that is not set, would be the folder that the user happens to be in. */
    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // Refused below, as is an empty path.
        }
        throw new TypeConversionException("'" + text + "' is not a path");
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
