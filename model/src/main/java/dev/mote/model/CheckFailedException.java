package dev.mote.model;

/** The check failed that the user asked for: outputs differ, a model does not fit, a device stopped. The message says by how much. */
public class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CheckFailedException(String message) {
        super(message);
    }
}
