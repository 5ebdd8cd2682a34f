package dev.mote.codegen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks the lines that long names push beyond {@link CText#COLUMNS}. */
final class LongLines {
    /** What starts a line of a comment: the frame, and a label with two blanks or more behind it. */
    private static final Pattern COMMENT = Pattern.compile("^( \\*|/\\*) (\\S+ {2,})?");

    private static final Pattern INDENTATION = Pattern.compile("^ *");
    private static final String CONTINUATION = "        ";

    private LongLines() {}

    static String broken(String text) {
        return text.lines().map(line -> broken(line, continuation(line)) + "\n").collect(Collectors.joining());
    }

    /** The text of {@code line} that starts its next lines. */
    private static String continuation(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.find()) {
            return " * " + " ".repeat(comment.end() - 3);
        }
        Matcher indentation = INDENTATION.matcher(line);
        return indentation.find() ? indentation.group() + CONTINUATION : CONTINUATION;
    }

    private static String broken(String line, String continuation) {
        boolean whole = line.startsWith("#")
                || line.contains("\"") && !COMMENT.matcher(continuation).find();
        int end = line.length() <= CText.COLUMNS || whole ? -1 : lastBreak(line, continuation);
        if (end < 0) {
            return line;
        }
        return line.substring(0, end).stripTrailing()
                + "\n"
                + broken(continuation + line.substring(end).stripLeading(), continuation);
    }

    /** In a comment behind any word; in code behind a comma, else before a name, else before a size in brackets. -1 if there is no such place. */
    private static int lastBreak(String line, String continuation) {
        boolean comment = COMMENT.matcher(continuation).find();
        int first = continuation.length() + 1;
        if (comment) {
            return after(line.lastIndexOf(' ', CText.COLUMNS), first);
        }
        int comma = after(line.lastIndexOf(", ", CText.COLUMNS - 1) + 1, first);
        if (comma >= 0) {
            return comma;
        }
        int space = CText.COLUMNS;
        do {
            space = line.lastIndexOf(' ', space - 1);
        } while (space >= first && !Character.isLetter(line.charAt(space + 1)));
        return space >= first ? space : after(line.lastIndexOf('[', CText.COLUMNS), first);
    }

    private static int after(int position, int first) {
        return position < first ? -1 : position;
    }
}
