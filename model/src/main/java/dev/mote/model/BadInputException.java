package dev.mote.model;

/**
 * Something that the user gave cannot be used: a file, a recipe, an option. The message is one line that says where, what was found,
 * what was expected and what to do; it is shown as it is, without a stack trace, and the command ends with exit code 2.
 */
public class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
