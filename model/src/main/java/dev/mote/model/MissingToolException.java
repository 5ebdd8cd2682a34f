package dev.mote.model;

/** A compiler, emulator or native library that the command needs is not on this machine: exit code 3, with how to get it. */
public final class MissingToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MissingToolException(String message) {
        super(message);
    }
}
