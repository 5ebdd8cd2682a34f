package dev.mote.app.studio;

/** A request names something that is not there, or not any more. */
public final class UnknownIdException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param kind as {@code model} */
    public UnknownIdException(String kind) {
        super("no " + kind + " has this id; it may have been removed: load the page again");
    }
}
