package dev.mote.app.studio.runs;

/** Nothing is taken now, whatever it is. */
final class UploadsFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UploadsFullException(String message) {
        super(message);
    }
}
