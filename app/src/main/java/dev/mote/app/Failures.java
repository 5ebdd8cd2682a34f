package dev.mote.app;

import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a cause becomes an exit code and a sentence. */
final class Failures {
    static final int CHECK_FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int MISSING_TOOL = 3;
    static final int INTERNAL_ERROR = 70;

    private Failures() {}

    static int badUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("mote: " + sentence(failure));
        command.getErr().println("  try: " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case CheckFailedException failed -> say(err, failed.getMessage(), CHECK_FAILED);
            case BadInputException bad -> say(err, bad.getMessage(), BAD_INPUT);
            case MissingToolException missing -> say(err, missing.getMessage(), MISSING_TOOL);
            case UncheckedIOException io -> say(err, sentence(io.getCause()), BAD_INPUT);
            case IOException io -> say(err, sentence(io), BAD_INPUT);
            default -> internal(err, failure);
        };
    }

    /** What this machine cannot do: too little memory, or a native library that does not load. */
    static int machine(Error failure, PrintWriter err) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return failure instanceof OutOfMemoryError
                ? say(err, "out of memory: Java may use " + mebibytes + " MiB; give less data at once", BAD_INPUT)
                : say(
                        err,
                        "a library cannot be loaded (" + oneLine(String.valueOf(failure.getMessage()))
                                + "); training needs Linux on x86-64, and 1 GB of space in $MOTE_CACHE, else ~/.mote/native",
                        MISSING_TOOL);
    }

    private static String sentence(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return oneLine(failure.getMessage());
        }
        String argument = unmatched.getUnmatched().getFirst();
        boolean command = !failure.getCommandLine().getSubcommands().isEmpty();
        String what = argument.startsWith("-") ? "unknown option" : command ? "unknown command" : "unexpected argument";
        List<String> close = unmatched.getSuggestions();
        return what + " '" + argument + "'" + (close.isEmpty() ? "" : "; did you mean " + close.getFirst() + "?");
    }

    private static int say(PrintWriter err, String message, int code) {
        message.lines().forEach(line -> err.println("mote: " + line));
        return code;
    }

    private static String sentence(IOException failure) {
        String file = failure instanceof FileSystemException named ? named.getFile() + ": " : "";
        return file + SafeFile.reason(failure) + "; check the path, its permissions and the free space";
    }

    /** What mote did not foresee. */
    static int internal(PrintWriter err, Throwable failure) {
        err.println("mote: internal error: " + failure);
        failure.printStackTrace(err);
        err.println(
                "mote: this is a fault in mote; please report it with the lines above, the command and the model file");
        return INTERNAL_ERROR;
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
