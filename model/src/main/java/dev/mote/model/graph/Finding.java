package dev.mote.model.graph;

/**
 * One thing that is wrong or remarkable in a model.
 *
 * @param code stable, as {@code TFL-07}: listed in docs/findings.md
 * @param place as {@code operator 4 CONV_2D "stem"}
 * @param message what was found and what was expected
 * @param remedy what to do; empty where nothing can be said
 */
public record Finding(Severity severity, String code, String place, String message, String remedy) {
    /** ERROR: the model cannot run here. WARNING: it runs, but look at it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A message may quote what a file holds, which may be anything; the rest of a long one says no more. */
    private static final int LONGEST_MESSAGE = 500;

    public Finding {
        message = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "..." : message;
    }

    public static Finding error(String code, String place, String message, String remedy) {
        return new Finding(Severity.ERROR, code, place, message, remedy);
    }

    /** One line: place, message, code. */
    @Override
    public String toString() {
        return place + ": " + message + " [" + code + "]" + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
